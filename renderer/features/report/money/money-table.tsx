import { Box, Flex } from '@mantine/core'
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { type KeyboardEvent, useState } from 'react'
import { periodName } from '../../../../shared/features/report/period.ts'
import type { Report, ReportRow } from '../../../../shared/features/report/report.ts'
import { formatCell } from '../../../../shared/features/report/report-format.ts'
import { EmptyState } from '../../../ui/feedback/empty-state.tsx'
import { Track } from '../../../ui/feedback/share-bar.tsx'
import { classNames } from '../../../ui/page/class-names.ts'
import layout from '../../../ui/page/layout.module.css'
import { OneLine } from '../../../ui/page/one-line.tsx'
import { type DataColumn, DataTable } from '../../../ui/table/data-table.tsx'
import { formatPercentShort } from '../year/year-format.ts'
import styles from './money-page.module.css'

/** Lag behind the year from which it is shown, in hundredths of a percent. */
const farBehind = 1000

interface MoneyTableProps {
  report: Report
  /** The current activity; its cash book is shown beside the table. */
  onCurrent: (id: number) => void
  /** Elapsed part of the budget year in hundredths of a percent; null if the period is not a year. */
  elapsed: number | null
}

// The current activity, restored on return from one of its entries.
let stood: number | null = null

export function lastActivity(): number | null {
  return stood
}

/** Activities grouped by source, foldable, with the total at the bottom. */
export function MoneyTable({ report, onCurrent, elapsed }: MoneyTableProps) {
  const [at, setAt] = useState<string | null>(() => (stood === null ? null : String(stood)))
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set())
  const rows = rowsUnderSources(report).filter(row => row.kind !== 'row' || !folded.has(sourceOf(row)))
  const cursor = rows.find(row => keyOf(row) === at)
  function fold(row: ReportRow, shut: boolean) {
    const next = new Set(folded)
    if (shut) next.add(sourceOf(row))
    else next.delete(sourceOf(row))
    setFolded(next)
  }
  function onKeyDown(event: KeyboardEvent) {
    if ((event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') || cursor?.kind !== 'group') return
    event.preventDefault()
    fold(cursor, event.key === 'ArrowLeft')
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the rows inside take the focus, left and right fold them
    <div className={styles.table} onKeyDown={onKeyDown}>
      <DataTable
        autoFocus
        label={`${rows.length} baris realisasi`}
        rows={rows}
        columns={columnsOf(folded, elapsed)}
        rowKey={keyOf}
        rowLabel={row => String(row.cells.name)}
        rowTone={row => (row.kind === 'row' ? undefined : row.kind === 'group' ? 'group' : 'sum')}
        current={at}
        onCurrent={row => {
          setAt(keyOf(row))
          const id = activityOf(row)
          if (id === undefined) return
          stood = id
          onCurrent(id)
        }}
        onOpen={row => {
          if (row.kind === 'group') fold(row, !folded.has(sourceOf(row)))
          else document.querySelector<HTMLElement>('[data-mark^="kas "]')?.focus()
        }}
        empty={
          <EmptyState title={`Belum ada kegiatan pada ${periodName(report.period)}.`}>
            Isi kegiatan dan pagunya di Kegiatan &amp; Dana.
          </EmptyState>
        }
      />
    </div>
  )
}

/** On screen the sum of a source is the heading above its activities. */
function rowsUnderSources(report: Report): ReportRow[] {
  const all = report.tables[0]?.rows ?? []
  const activities = all.filter(row => row.kind === 'row')
  const sources = all.filter(row => row.kind === 'subtotal')
  const total = all.filter(row => row.kind === 'total')
  return [
    ...sources.flatMap((source): ReportRow[] => {
      const own = activities.filter(row => sourceOf(row) === sourceOf(source))
      const name = String(own[0]?.cells.group ?? source.cells.name ?? '')
      return [{ ...source, kind: 'group', cells: { ...source.cells, name } }, ...own]
    }),
    ...total.map(row => ({ ...row, cells: { ...row.cells, name: `Jumlah ${activities.length} kegiatan` } })),
  ]
}

export function activityOf(row: ReportRow): number | undefined {
  const [id] = row.filters?.activity ?? []
  return id === undefined ? undefined : Number(id)
}

function sourceOf(row: ReportRow): string {
  return String(row.filters?.source?.[0] ?? '')
}

function keyOf(row: ReportRow): string {
  return String(activityOf(row) ?? `${row.kind} ${sourceOf(row)}`)
}

const strong = (row: ReportRow, text: string) => (row.kind === 'row' ? text : <b>{text}</b>)
const figure = (
  key: string,
  head: string,
  width: string,
  kind: 'rupiah' | 'count' | 'percent',
): DataColumn<ReportRow> => ({
  key,
  head,
  width,
  align: 'end',
  cell: row => strong(row, formatCell(row.cells[key] ?? null, kind)),
})
/** Reached and planned: '2/3'. */
const reached = (key: string, head: string, width: string, part: string, whole: string): DataColumn<ReportRow> => ({
  key,
  head,
  width,
  align: 'end',
  cell: row => strong(row, `${row.cells[part] ?? 0}/${row.cells[whole] ?? 0}`),
})

function columnsOf(folded: ReadonlySet<string>, elapsed: number | null): DataColumn<ReportRow>[] {
  return [
    {
      head: 'No',
      width: '2rem',
      cell: row => {
        if (row.kind !== 'group') return row.cells.no ?? ''
        const isFolded = folded.has(sourceOf(row))
        const Sign = isFolded ? IconChevronRight : IconChevronDown
        return <Sign size={16} role="img" aria-label={isFolded ? 'Terlipat' : 'Terbuka'} className={styles.sign} />
      },
    },
    { head: 'Kegiatan', names: true, cell: row => <OneLine text={String(row.cells.name ?? '')} width="narrow" /> },
    figure('budget', 'Pagu (Rp)', '6.5rem', 'rupiah'),
    {
      ...figure('spent', 'Realisasi (Rp)', '6.75rem', 'rupiah'),
      // Its entries are shown beside the table.
      cell: row => (
        <b className={classNames(row.kind === 'row' && styles.spent)}>
          {formatCell(row.cells.spent ?? null, 'rupiah')}
        </b>
      ),
    },
    { head: '%', width: '5.75rem', align: 'end', cell: row => <Share row={row} elapsed={elapsed} /> },
    figure('left', 'Sisa (Rp)', '6rem', 'rupiah'),
    reached('classes', 'Kelas', '3rem', 'finished', 'plannedClasses'),
    reached('participants', 'Peserta', '4.25rem', 'participants', 'quota'),
    figure('hours', 'JP', '3rem', 'count'),
  ]
}

/** The share as a bar, with a line at today if the period is a year. */
function Share({ row, elapsed }: { row: ReportRow; elapsed: number | null }) {
  const share = row.cells.share === null ? null : Number(row.cells.share ?? 0)
  const isBehind = elapsed !== null && share !== null && elapsed - share > farBehind
  const words = formatPercentShort(share).replace('\u00a0%', '')
  return (
    <Flex component="span" align="center" justify="flex-end" gap="0.5rem">
      <Track percent={(share ?? 0) / 100} w="2.5rem">
        {elapsed !== null && <span className={styles.now} style={{ left: `${elapsed / 100}%` }} />}
      </Track>
      <Box component="span" miw="2.25rem" ta="end" className={classNames(isBehind && styles.behind)}>
        {strong(row, words)}
        {isBehind && <span className={layout.unseen}>, tertinggal dari waktu</span>}
      </Box>
    </Flex>
  )
}
