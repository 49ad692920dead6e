import { useState } from 'react'
import type { ImportReading, ImportRow } from '../../../shared/features/trainee/contract.ts'
import { Badge, type BadgeTone } from '../../ui/badge.tsx'
import { classNames } from '../../ui/class-names.ts'
import { type DataColumn, DataTable } from '../../ui/data-table.tsx'
import { FilterBar, type FilterChip } from '../../ui/filter-bar.tsx'
import { Panel } from '../../ui/panel.tsx'
import styles from './import.module.css'
import { fitsRow } from './import-filter.ts'

type Filter = 'all' | ImportRow['status']

const states: Record<ImportRow['status'], { tone: BadgeTone; words: string }> = {
  create: { tone: 'ok', words: 'Baru' },
  match: { tone: 'info', words: 'Sudah ada' },
  duplicate: { tone: 'warn', words: 'Ganda' },
  reject: { tone: 'err', words: 'Ditolak' },
}

/** Every row of a workbook by its number in Excel: what an import would do with it, and why. */
export function ImportTable({ reading }: { reading: ImportReading }) {
  const [filter, setFilter] = useState<Filter>('all')
  const [text, setText] = useState('')
  const [current, setCurrent] = useState<ImportRow | null>(null)
  const { summary, rows } = reading
  const shown = rows.filter(row => (filter === 'all' || row.status === filter) && fitsRow(row, text))
  const chips: FilterChip<Filter>[] = [
    { value: 'all', label: 'Semua baris', count: rows.length },
    { value: 'create', label: 'Baru', count: summary.create },
    { value: 'match', label: 'Sudah ada', count: summary.match },
    { value: 'duplicate', label: 'Ganda dalam berkas', count: summary.duplicate },
    { value: 'reject', label: 'Ditolak', count: summary.reject },
  ]
  return (
    <>
      <FilterBar
        placeholder="Nama, NIK, keterangan"
        text={text}
        onText={setText}
        chips={chips}
        chip={filter}
        onChip={setFilter}
      />
      <Panel flush fill label="Isi berkas">
        <DataTable
          label={`${shown.length} baris`}
          rows={shown}
          columns={columns}
          rowKey={row => row.row}
          rowLabel={row => `Baris ${row.row}, ${row.name}`}
          rowTone={row => (row.status === 'match' ? 'done' : undefined)}
          current={current?.row ?? null}
          onCurrent={setCurrent}
          empty={<p className={styles.none}>Tidak ada baris yang cocok.</p>}
        />
        {current && current.problems.length > 0 && (
          <p className={styles.whole} role="status">
            <strong>
              Baris {current.row} · {current.name}
            </strong>{' '}
            {current.problems.map(problem => problem.message).join(' ')}
          </p>
        )}
      </Panel>
    </>
  )
}

const columns: DataColumn<ImportRow>[] = [
  { key: 'row', head: 'Baris', width: '4.5rem', align: 'end', cell: row => row.row, sort: row => row.row },
  {
    key: 'status',
    head: 'Keadaan',
    width: '7.5rem',
    cell: ({ status }) => <Badge tone={states[status].tone}>{states[status].words}</Badge>,
    sort: row => states[row.status].words,
  },
  {
    key: 'nik',
    head: 'NIK',
    width: '11rem',
    cell: row => <span className={styles.nik}>{row.nik === '' ? '–' : row.nik}</span>,
    sort: row => row.nik,
  },
  {
    key: 'name',
    head: 'Nama',
    width: '16rem',
    names: true,
    cell: row => <span className={styles.name}>{row.name}</span>,
    sort: row => row.name,
  },
  { key: 'problems', head: 'Keterangan', width: '50%', cell: row => <Problems row={row} /> },
]

/** In one line; the whole of it stands below the table for the row under the cursor. */
function Problems({ row }: { row: ImportRow }) {
  const errors = row.problems.filter(problem => problem.severity === 'error')
  const words = (errors.length > 0 ? errors : row.problems).map(problem => problem.message).join(' ')
  return <span className={classNames(styles.line, row.status === 'reject' && styles.refused)}>{words}</span>
}
