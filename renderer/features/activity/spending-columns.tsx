import { Flex } from '@mantine/core'
import type { Activity, Spending } from '../../../shared/features/activity/contract.ts'
import { rupiah } from '../../../shared/kernel/money.ts'
import { shortDate, yearOf } from '../../../shared/kernel/plain-date.ts'
import { exportedTable, type TableExport } from '../../app/file/use-export.ts'
import { LinkAction } from '../../ui/action/action-button.tsx'
import { Badge } from '../../ui/feedback/badge.tsx'
import { OneLine } from '../../ui/page/one-line.tsx'
import type { DataColumn } from '../../ui/table/data-table.tsx'

interface SpendingActions {
  onReverse: (entry: Spending) => void
  onAttach: (entry: Spending) => void
  onShow: (entry: Spending) => void
}

export function spendingColumns({ onReverse, onAttach, onShow }: SpendingActions): DataColumn<Spending>[] {
  return [
    { head: 'Tanggal', width: '6rem', cell: row => formatDate(row), sort: row => row.date },
    {
      head: 'Uraian',
      names: true,
      cell: row => <OneLine text={row.description} width="narrow" />,
      sort: row => row.description,
    },
    {
      head: 'Nomor bukti',
      cell: row => <OneLine text={row.evidence} width="narrow" />,
      sort: row => row.evidence || null,
    },
    {
      head: 'Berkas bukti',
      width: '6.75rem',
      cell: row =>
        row.reverses === null && (
          <Flex component="span" gap="0.75rem">
            {row.file && (
              <LinkAction size="small" label={`Buka bukti ${row.evidence}`} onAction={() => onShow(row)}>
                Buka
              </LinkAction>
            )}
            <LinkAction
              needs="money.change"
              size="small"
              label={`${row.file ? 'Ganti' : 'Lampirkan'} bukti ${row.evidence}`}
              onAction={() => onAttach(row)}
            >
              {row.file ? 'Ganti' : 'Lampirkan'}
            </LinkAction>
          </Flex>
        ),
    },
    { head: 'Jumlah', align: 'end', cell: row => rupiah(row.amount), sort: row => row.amount },
    {
      head: 'Keadaan',
      width: '6.75rem',
      cell: row =>
        canReverse(row) ? (
          <LinkAction
            needs="money.change"
            size="small"
            label={`Batalkan ${row.description}`}
            onAction={() => onReverse(row)}
          >
            Batalkan…
          </LinkAction>
        ) : (
          <Badge>{row.reverses === null ? 'dibatalkan' : 'pembatalan'}</Badge>
        ),
    },
  ]
}

/** True if an entry can be reversed; not for reversals and entries already reversed. */
export function canReverse(entry: Spending): boolean {
  return entry.reverses === null && entry.reversedBy === null
}

export function spendingExport({ number, budgetYear, spending }: Activity): TableExport {
  return exportedTable(`realisasi-${budgetYear}-${String(number).padStart(2, '0')}`, spending, [
    ['Tanggal', row => formatDate(row).replaceAll('\u00a0', ' ')],
    ['Uraian', row => row.description],
    ['Nomor bukti', row => row.evidence],
    ['Berkas bukti', row => row.file?.name ?? ''],
    ['Jumlah', row => row.amount],
    ['Keadaan', row => (row.reverses !== null ? 'pembatalan' : row.reversedBy !== null ? 'dibatalkan' : '')],
    ['Dicatat oleh', row => row.recordedBy],
  ])
}

function formatDate({ date }: Spending): string {
  return `${shortDate(date)}\u00a0${yearOf(date)}`
}
