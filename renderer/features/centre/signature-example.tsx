import { Box } from '@mantine/core'
import { longDate, type PlainDate } from '../../../shared/kernel/plain-date.ts'
import type { OfficerValues } from './officer-fields.tsx'
import styles from './signature-example.module.css'

interface SignatureExampleProps {
  city: string
  today: PlainDate
  officer: Pick<OfficerValues, 'prefix' | 'title' | 'name' | 'rank' | 'nip'>
}

/** The signature block of a letter as it will be printed. */
export function SignatureExample({ city, today, officer }: SignatureExampleProps) {
  return (
    <div className={styles.block}>
      <p>
        {city}, {longDate(today)}
      </p>
      <p>{[officer.prefix, officer.title].filter(Boolean).join(' ')},</p>
      <Box component="p" mt="3.25rem" fw={700} td="underline">
        {officer.name}
      </Box>
      {officer.rank.trim() !== '' && <p>{officer.rank}</p>}
      {officer.nip.trim() !== '' && <p>NIP {officer.nip}</p>}
    </div>
  )
}
