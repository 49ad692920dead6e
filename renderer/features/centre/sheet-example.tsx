import { Box } from '@mantine/core'
import { type CentreDraft, defaultRules } from '../../../shared/features/centre/centre.ts'
import { renderNumber } from '../../../shared/features/centre/numbering.ts'
import { fullDate, type PlainDate } from '../../../shared/kernel/plain-date.ts'
import styles from './sheet-example.module.css'

/** The top of an attendance sheet as an example of letterhead and number. */
export function SheetExample({ centre, today }: { centre: CentreDraft; today: PlainDate }) {
  const { classification, unit } = centre
  return (
    <>
      <Box component="p" mb="0.5rem" fz="0.8125rem" fw={700} ta="center">
        DAFTAR HADIR PESERTA PELATIHAN
      </Box>
      <p>Hari, tanggal : {fullDate(today)}</p>
      <p>
        Contoh nomor :{' '}
        {renderNumber(defaultRules.certificateTemplate, { sequence: 1, date: today, unit, classification })}
      </p>
      <Box bd="1px solid #000" mt="0.625rem" aria-hidden>
        <Box className={styles.row} fw={700}>
          <span>No.</span>
          <span>Nama Peserta</span>
          <span>Tanda Tangan</span>
        </Box>
        {['ANI SURYANI', 'DEWI LESTARI'].map((name, index) => (
          <div key={name} className={styles.row}>
            <span>{index + 1}</span>
            <span>{name}</span>
            <span>{index + 1}. ........</span>
          </div>
        ))}
      </Box>
    </>
  )
}
