import { Box } from '@mantine/core'
import {
  formatWarning,
  type ImportAnswer,
  type ImportRow,
  mustDecide,
} from '../../../shared/features/import/import-row.ts'
import { Badge } from '../../ui/feedback/badge.tsx'
import { classNames } from '../../ui/page/class-names.ts'
import layout from '../../ui/page/layout.module.css'
import { type DataColumn, DataTable } from '../../ui/table/data-table.tsx'
import styles from './import.module.css'
import { statusLabels } from './import-labels.ts'

interface RowTableProps {
  rows: readonly ImportRow[]
  answers: ReadonlyMap<number, ImportAnswer>
  current: number | null
  onCurrent: (row: number) => void
  autoFocus?: boolean
}

/** All rows of a file by their Excel number: what the import would do, and why. */
export function RowTable({ rows, answers, current, onCurrent, autoFocus = false }: RowTableProps) {
  return (
    <DataTable
      label={`${rows.length} baris`}
      rows={rows}
      columns={columnsFor(answers).filter(
        ({ key }) => key !== 'answer' || rows.some(row => mustDecide(row) || answers.has(row.row)),
      )}
      rowKey={row => row.row}
      rowLabel={row => `Baris ${row.row}, ${row.name}`}
      current={current}
      onCurrent={row => onCurrent(row.row)}
      autoFocus={autoFocus}
      empty={
        <Box component="p" p="1rem" c="var(--ink-2)" fz="0.8125rem">
          Tidak ada baris di sini.
        </Box>
      }
    />
  )
}

function columnsFor(answers: ReadonlyMap<number, ImportAnswer>): DataColumn<ImportRow>[] {
  return [
    { head: 'Baris', width: '3.75rem', align: 'end', cell: row => row.row, sort: row => row.row },
    {
      head: 'Status',
      width: '6rem',
      cell: ({ status }) => <Badge tone={statusLabels[status].tone}>{statusLabels[status].words}</Badge>,
      sort: row => statusLabels[row.status].words,
    },
    {
      head: 'NIK',
      width: '9.75rem',
      cell: row => (
        <span className={classNames(layout.digits, row.problems.some(isNikError) && layout.err)}>{row.nik || '–'}</span>
      ),
      sort: row => row.nik,
    },
    {
      head: 'Nama',
      width: '9.5rem',
      names: true,
      cell: row => <span className={styles.name}>{row.name || '–'}</span>,
      sort: row => row.name,
    },
    {
      head: 'Keterangan',
      width: '100%',
      cell: row => (
        <span
          className={classNames(
            styles.line,
            row.status === 'reject' && layout.err,
            row.status === 'create' && formatWarning(row.problems) !== '' && layout.warned,
          )}
          title={row.note}
        >
          {row.note}
        </span>
      ),
      sort: row => row.note || null,
    },
    {
      key: 'answer',
      head: 'Putusan',
      width: '7.5rem',
      cell: row => <Decision row={row} answer={answers.get(row.row)} />,
      sort: row => (mustDecide(row) && !answers.has(row.row) ? 0 : 1),
    },
  ]
}

function isNikError({ field, code, severity }: ImportRow['problems'][number]): boolean {
  return field === 'nik' && severity === 'error' && code !== 'duplicate_in_file'
}

function Decision({ row, answer }: { row: ImportRow; answer: ImportAnswer | undefined }) {
  if (answer) return <span className={classNames(layout.quiet, layout.oneLine)}>{formatAnswer(row, answer)}</span>
  return mustDecide(row) ? (
    <Box component="span" c="var(--tinta-6)" fw={600}>
      Putuskan
    </Box>
  ) : null
}

export function formatAnswer({ status, differences }: ImportRow, { action, fields }: ImportAnswer): string {
  if (action === 'skip') return status === 'duplicate' ? 'Baris pertama' : 'Dilewati'
  if (status === 'create') return 'NIK benar'
  if (status === 'duplicate' || fields.length === differences.length) return 'Dari berkas'
  return fields.length === 0 ? 'Yang ada' : `${fields.length} dari berkas`
}
