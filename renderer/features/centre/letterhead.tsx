import { Box } from '@mantine/core'
import type { ReactNode } from 'react'
import type { CentreDraft } from '../../../shared/features/centre/centre.ts'
import { Columns } from '../../ui/page/columns.tsx'
import styles from './letterhead.module.css'

interface LetterheadProps {
  centre: CentreDraft
  /** Data URL, or a placeholder. */
  logo: ReactNode
  /** Shown below the rule. */
  children: ReactNode
}

/** A preview of the letterhead. The real papers come from the backend. */
export function Letterhead({ centre, logo, children }: LetterheadProps) {
  return (
    <section className={styles.sheet} aria-label="Contoh kop surat">
      <Columns gap="0.75rem" widths="3.5rem 1fr 3.5rem">
        <Box w="3.5rem" h="4rem">
          {logo}
        </Box>
        <div className={styles.lines}>
          <p className={styles.office}>{centre.government}</p>
          {centre.agency.trim() !== '' && <p className={styles.office}>{centre.agency}</p>}
          <p className={styles.name}>{centre.name}</p>
          <Box component="p" mih="0.875rem" fz="0.6875rem" lh="0.875rem">
            {centre.address}
          </Box>
          <Box component="p" mih="0.875rem" fz="0.6875rem" lh="0.875rem">
            {contactLine(centre)}
          </Box>
        </div>
      </Columns>
      <div className={styles.rule} />
      <Box fz="0.75rem" lh="1.0625rem">
        {children}
      </Box>
    </section>
  )
}

function contactLine({ phone, email }: CentreDraft): string {
  return [phone.trim() && `Telepon ${phone}`, email.trim() && `Pos-el ${email}`].filter(Boolean).join(' · ')
}
