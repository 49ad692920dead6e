import type { ReportAnswer } from '../../shared/features/hub/hub-contract.ts'
import { EmptyState } from '../ui/feedback/empty-state.tsx'
import { type DataColumn, DataTable } from '../ui/table/data-table.tsx'
import { people } from './hub-client.ts'

type Row = ReportAnswer['rows'][number]

interface ReportTableProps {
  answer: ReportAnswer
  label: string
  /** Shorter heads, where the page says what is counted. */
  heads?: readonly string[]
}

export function ReportTable({ answer, label, heads = answer.head }: ReportTableProps) {
  const keys = answer.head.length - answer.total.length
  const columns = heads.map(
    (head, index): DataColumn<Row> =>
      index < keys
        ? {
            key: `k${index}`,
            head,
            names: index === 0,
            sort: row => row.keys[index] ?? '',
            cell: row => row.keys[index],
          }
        : {
            key: `v${index}`,
            head,
            align: 'end',
            sort: row => row.values[index - keys] ?? 0,
            cell: row => people(row.values[index - keys] ?? null),
          },
  )
  const sums: Row = {
    keys: ['Jumlah', ...Array.from({ length: Math.max(0, keys - 1) }, () => '')],
    values: answer.total,
  }
  const rows = keys === 0 ? answer.rows : [...answer.rows, sums]
  return (
    <DataTable
      label={label}
      rows={rows}
      rowKey={row => row.keys.join('\t') || 'semua'}
      rowLabel={row => row.keys.join(', ') || 'Semua'}
      columns={columns}
      empty={<EmptyState title="Belum ada angka pada periode ini.">Pilih periode lain.</EmptyState>}
    />
  )
}
