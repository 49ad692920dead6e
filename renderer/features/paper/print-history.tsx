import { Box } from '@mantine/core'
import { useState } from 'react'
import type { PrintRow } from '../../../shared/features/print/contract.ts'
import { longDate } from '../../../shared/kernel/plain-date.ts'
import { LinkAction } from '../../ui/action/action-button.tsx'
import { formatMoment } from '../../ui/page/moment-format.ts'
import styles from './paper-dialog.module.css'

/** "Dicetak 3 kali": the last print, all of them on demand. */
export function PrintHistory({ rows }: { rows: readonly PrintRow[] }) {
  const [whole, setWhole] = useState(false)
  const [last] = rows
  if (!last) return <p className={styles.history}>Belum pernah dicetak.</p>
  return (
    <div className={styles.history}>
      <p>
        Dicetak {rows.length} kali, terakhir {formatMoment(last.at)}, oleh {last.by}.
      </p>
      {rows.length > 1 && (
        <LinkAction size="small" onAction={() => setWhole(!whole)}>
          {whole ? 'Tutup catatan cetak' : 'Buka catatan cetak'}
        </LinkAction>
      )}
      {whole && (
        <Box component="ol" pl="1.125rem" m="0.5rem 0 0">
          {rows.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of a log never change their order
            <li key={index}>
              {formatMoment(row.at)}, {row.by}: {formatPrint(row)}
            </li>
          ))}
        </Box>
      )}
    </div>
  )
}

function formatPrint(row: PrintRow): string {
  const { way, formVersion, day, listNumber, pageRange, copies, planVersion, printer, dated, datedByHand } = row
  const part = [
    day === null ? '' : `hari ke-${day}`,
    listNumber === null ? '' : `nomor ${listNumber}`,
    pageRange === '' ? '' : `halaman ${pageRange}`,
  ].filter(words => words !== '')
  const what = part.length === 0 ? 'semua' : part.join(', ')
  const how =
    way === 'PDF'
      ? 'disimpan sebagai PDF'
      : way === 'FILE'
        ? `dengan formulir versi ${formVersion}`
        : `${copies} rangkap${printer === '' ? '' : ` di ${printer}`}`
  const date = dated === null ? '' : `, bertanggal ${longDate(dated)}${datedByHand ? ' (diubah dengan tangan)' : ''}`
  return `${what}, ${how}, versi ${planVersion}${date}`
}
