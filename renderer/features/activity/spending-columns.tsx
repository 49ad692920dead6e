import type { Activity, Spending } from '../../../shared/features/activity/contract.ts'
import { shortDate } from '../../../shared/kernel/date-words.ts'
import { rupiah } from '../../../shared/kernel/money.ts'
import { yearOf } from '../../../shared/kernel/plain-date.ts'
import type { TableExport } from '../../app/use-table-export.ts'
import { Badge } from '../../ui/badge.tsx'
import type { DataColumn } from '../../ui/data-table.tsx'
import { LinkAct } from '../../ui/link-act.tsx'
import { OneLine } from '../../ui/one-line.tsx'
import styles from './spending-columns.module.css'

export interface SpendingActs {
  onReverse: (entry: Spending) => void
  onAttach: (entry: Spending) => void
  onShow: (entry: Spending) => void
}

export function spendingColumns({ onReverse, onAttach, onShow }: SpendingActs): DataColumn<Spending>[] {
  return [
    { key: 'date', head: 'Tanggal', width: '7rem', cell: row => dateWords(row), sort: row => row.date },
    { key: 'description', head: 'Uraian', names: true, cell: row => <OneLine text={row.description} /> },
    { key: 'evidence', head: 'Nomor bukti', cell: row => <OneLine text={row.evidence} width="narrow" /> },
    {
      key: 'file',
      head: 'Berkas bukti',
      width: '8.5rem',
      cell: row =>
        row.reverses === null && (
          <span className={styles.acts}>
            {row.file && (
              <LinkAct size="small" label={`Lihat bukti ${row.evidence}`} onAct={() => onShow(row)}>
                Lihat
              </LinkAct>
            )}
            <LinkAct
              size="small"
              label={`${row.file ? 'Ganti' : 'Lampirkan'} bukti ${row.evidence}`}
              onAct={() => onAttach(row)}
            >
              {row.file ? 'Ganti' : 'Lampirkan'}
            </LinkAct>
          </span>
        ),
    },
    { key: 'amount', head: 'Jumlah', align: 'end', cell: row => rupiah(row.amount), sort: row => row.amount },
    {
      key: 'state',
      head: 'Keadaan',
      width: '8rem',
      cell: row =>
        canReverse(row) ? (
          <LinkAct size="small" label={`Batalkan ${row.description}`} onAct={() => onReverse(row)}>
            Batalkan…
          </LinkAct>
        ) : (
          <Badge>{row.reverses === null ? 'dibatalkan' : 'pembatalan'}</Badge>
        ),
    },
  ]
}

/** An entry that stands; what takes one back, and what was taken back, is settled. */
export function canReverse(entry: Spending): boolean {
  return entry.reverses === null && entry.reversedBy === null
}

export function spendingExport({ number, budgetYear, spending }: Activity): TableExport {
  return {
    name: `realisasi-${budgetYear}-${String(number).padStart(2, '0')}`,
    head: ['Tanggal', 'Uraian', 'Nomor bukti', 'Berkas bukti', 'Jumlah', 'Keadaan', 'Dicatat oleh'],
    rows: spending.map(row => [
      dateWords(row).replaceAll('\u00a0', ' '),
      row.description,
      row.evidence,
      row.file?.name ?? '',
      row.amount,
      row.reverses !== null ? 'pembatalan' : row.reversedBy !== null ? 'dibatalkan' : '',
      row.recordedBy,
    ]),
  }
}

function dateWords({ date }: Spending): string {
  return `${shortDate(date)}\u00a0${yearOf(date)}`
}
