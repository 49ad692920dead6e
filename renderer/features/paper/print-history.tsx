import { useState } from 'react'
import type { PrintRow } from '../../../shared/features/print/contract.ts'
import { LinkAct } from '../../ui/link-act.tsx'
import { momentWords } from '../../ui/moment-words.ts'
import styles from './paper-dialog.module.css'

/** "Dicetak 3 kali": the last time, and on asking every one. */
export function PrintHistory({ rows }: { rows: readonly PrintRow[] }) {
  const [whole, setWhole] = useState(false)
  const [last] = rows
  if (!last) return <p className={styles.history}>Belum pernah dicetak.</p>
  return (
    <div className={styles.history}>
      <p>
        Dicetak {rows.length} kali, terakhir {momentWords(last.at)}, oleh {last.by}.
      </p>
      {rows.length > 1 && (
        <LinkAct size="small" onAct={() => setWhole(!whole)}>
          {whole ? 'Tutup catatan cetak' : 'Lihat catatan cetak'}
        </LinkAct>
      )}
      {whole && (
        <ol className={styles.prints}>
          {rows.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of a log never change their place
            <li key={index}>
              {momentWords(row.at)}, {row.by}: {printWords(row)}
            </li>
          ))}
        </ol>
      )}
    </div>
  )
}

function printWords({ way, day, listNumber, pageRange, copies, planVersion, printer }: PrintRow): string {
  const part = [
    day === null ? '' : `hari ke-${day}`,
    listNumber === null ? '' : `nomor ${listNumber}`,
    pageRange === '' ? '' : `halaman ${pageRange}`,
  ].filter(words => words !== '')
  const what = part.length === 0 ? 'semua' : part.join(', ')
  const how = way === 'PDF' ? 'disimpan sebagai PDF' : `${copies} rangkap${printer === '' ? '' : ` di ${printer}`}`
  return `${what}, ${how}, versi ${planVersion}`
}
