import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { createRoute, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import {
  type FundingSource,
  fundingSourceName,
  fundingSources,
} from '../../../../shared/features/activity/funding-source.ts'
import { type Period, periodName, periodSchema, yearPeriod } from '../../../../shared/features/report/period.ts'
import type { Report, ReportRow } from '../../../../shared/features/report/report.ts'
import { formatCell } from '../../../../shared/features/report/report-format.ts'
import { shortDay } from '../../../../shared/kernel/date-format.ts'
import { rupiah } from '../../../../shared/kernel/money.ts'
import { type PlainDate, yearOf } from '../../../../shared/kernel/plain-date.ts'
import { api } from '../../../app/client.ts'
import { QueryBoundary } from '../../../app/query-boundary.tsx'
import { rootRoute } from '../../../app/root-route.tsx'
import { useToday } from '../../../app/session.tsx'
import { ActionButton } from '../../../ui/action/action-button.tsx'
import { KeyHints } from '../../../ui/action/key-cap.tsx'
import { useActions } from '../../../ui/action/use-actions.ts'
import { EmptyState } from '../../../ui/feedback/empty-state.tsx'
import { ErrorNote } from '../../../ui/feedback/error-note.tsx'
import { ResultLine } from '../../../ui/feedback/result-line.tsx'
import { OneLine } from '../../../ui/page/one-line.tsx'
import { Page } from '../../../ui/page/page.tsx'
import { Panel } from '../../../ui/page/panel.tsx'
import { type DataColumn, DataTable } from '../../../ui/table/data-table.tsx'
import { reportTabs } from '../../alumni/report-tabs.ts'
import { fileActions } from '../file-actions.ts'
import { useReportFile } from '../official/use-report-file.ts'
import { PeriodPicker, SourceSelect } from '../period-picker.tsx'
import { periodSearch } from '../period-search.ts'
import { percentWords } from '../year/year-words.ts'
import { CashSide } from './cash-side.tsx'
import styles from './money-page.module.css'

export const moneyRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/laporan/dana',
  validateSearch: (
    search: Record<string, unknown>,
  ): { tahun?: number; dari?: string; sampai?: string; sumber?: FundingSource } => ({
    ...(Number.isInteger(Number(search.tahun)) && Number(search.tahun) > 2000 ? { tahun: Number(search.tahun) } : {}),
    ...periodSearch(search),
  }),
  component: MoneyPage,
})

/** Money of a period by activity, with the months and the cash book of the chosen one beside it. */
function MoneyPage() {
  const today = useToday()
  const navigate = useNavigate({ from: moneyRoute.fullPath })
  const { tahun, dari, sampai, sumber = null } = moneyRoute.useSearch()
  const period = periodSchema.safeParse({ from: dari, to: sampai }).data ?? yearPeriod(tahun ?? yearOf(today))
  const reading = useQuery({
    ...api.report.get.queryOptions({ input: { key: 'realisasi-dana', period, fundingSource: sumber } }),
    placeholderData: keepPreviousData,
  })
  const [chosen, setChosen] = useState<number | null>(null)
  const file = useReportFile()
  const save = (format: 'pdf' | 'xlsx') =>
    void file.run({ key: 'realisasi-dana', period, fundingSource: sumber, format })
  const { pdf, excel } = fileActions(save, file.pending)
  useActions([pdf, excel])
  const rows = reading.data?.tables[0]?.rows ?? []
  const total = rows.find(row => row.kind === 'total')
  const first = rows.find(row => row.kind === 'row')
  const activityId = chosen ?? (first && activityOf(first))
  const go = (next: Period, source: FundingSource | null) =>
    navigate({ search: { dari: next.from, sampai: next.to, ...(source ? { sumber: source } : {}) }, replace: true })
  return (
    <Page
      fixed
      title="Realisasi dana"
      tabs={reportTabs('money')}
      facts={
        reading.data &&
        `${periodName(period)} · s.d. ${shortDay(today < period.to ? today : period.to, { year: true })}`
      }
      actions={
        <>
          <ActionButton action={pdf} />
          <ActionButton action={excel} />
        </>
      }
    >
      <ErrorNote error={file.error} />
      <ResultLine
        extra={
          <span className={styles.scope}>
            <PeriodPicker period={period} onChange={next => go(next, sumber)} />
            <SourceSelect
              value={sumber}
              choices={fundingSources.map(value => ({ value, label: fundingSourceName(value) }))}
              onChange={source => go(period, source)}
            />
          </span>
        }
      >
        {total
          ? `${percentWords(Number(total.cells.share ?? 0))} terserap, sisa ${rupiah(Number(total.cells.left ?? 0))}`
          : 'Realisasi dana'}
      </ResultLine>
      <div className={styles.columns}>
        <Panel flush fill label="Realisasi per kegiatan">
          <QueryBoundary query={reading} rows={12}>
            {report => (
              <ActivityTable report={report} current={activityId ?? null} onCurrent={setChosen} today={today} />
            )}
          </QueryBoundary>
        </Panel>
        {activityId !== undefined && activityId !== null && <CashSide activityId={activityId} period={period} />}
      </div>
      <KeyHints
        hints={[
          { keys: ['↑', '↓'], text: 'kegiatan' },
          { keys: 'Enter', text: 'buku kasnya' },
        ]}
      />
    </Page>
  )
}

function activityOf(row: ReportRow): number | undefined {
  const [id] = row.filters?.activity ?? []
  return id === undefined ? undefined : Number(id)
}

interface ActivityTableProps {
  report: Report
  current: number | null
  onCurrent: (id: number) => void
  today: PlainDate
}

function ActivityTable({ report, current, onCurrent }: ActivityTableProps) {
  const rows = (report.tables[0]?.rows ?? []).filter(row => row.kind !== 'group')
  return (
    <DataTable
      autoFocus
      label={`${rows.length} baris realisasi`}
      rows={rows}
      columns={columns}
      rowKey={row => String(activityOf(row) ?? row.cells.name)}
      rowLabel={row => String(row.cells.name)}
      rowTone={row => (row.kind === 'row' ? undefined : 'done')}
      current={current === null ? null : String(current)}
      onCurrent={row => {
        const id = row && activityOf(row)
        if (id !== undefined && id !== null) onCurrent(id)
      }}
      onOpen={() => document.querySelector<HTMLElement>('[data-mark^="kas "]')?.focus()}
      empty={
        <EmptyState title={`Belum ada kegiatan pada ${periodName(report.period)}.`}>
          Isi kegiatan dan pagunya di Kegiatan &amp; Dana.
        </EmptyState>
      }
    />
  )
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

const columns: DataColumn<ReportRow>[] = [
  { key: 'no', head: 'No', width: '2.5rem', cell: row => row.cells.no ?? '' },
  {
    key: 'name',
    head: 'Kegiatan',
    names: true,
    cell: row => <OneLine text={String(row.cells.name ?? '')} width="narrow" />,
  },
  figure('budget', 'Pagu (Rp)', '7rem', 'rupiah'),
  figure('spent', 'Realisasi (Rp)', '7.25rem', 'rupiah'),
  {
    key: 'share',
    head: '%',
    width: '6.5rem',
    align: 'end',
    cell: row => {
      const share = Number(row.cells.share ?? 0)
      return (
        <span className={styles.share}>
          <span className={styles.track} aria-hidden>
            <span className={styles.fill} style={{ width: `${Math.min(10_000, share) / 100}%` }} />
          </span>
          {strong(row, percentWords(row.cells.share === null ? null : share).replace('\u00a0%', ''))}
        </span>
      )
    },
  },
  figure('left', 'Sisa (Rp)', '6.5rem', 'rupiah'),
  {
    key: 'classes',
    head: 'Kelas',
    width: '3.75rem',
    align: 'end',
    cell: row => strong(row, `${row.cells.finished ?? 0}/${row.cells.plannedClasses ?? 0}`),
  },
  figure('participants', 'Peserta', '4.25rem', 'count'),
]
