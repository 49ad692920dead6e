import { Select } from '@mantine/core'
import { IconChartBar, IconFileSpreadsheet } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { createRoute, useNavigate } from '@tanstack/react-router'
import {
  fundingSourceName,
  fundingSources,
  isFundingSource,
} from '../../../../shared/features/activity/funding-source.ts'
import type { ResultFigure, Results, TradeResult } from '../../../../shared/features/alumni/contract.ts'
import { followUpMonths } from '../../../../shared/features/alumni/follow-up.ts'
import { tradeName } from '../../../../shared/features/program/trades.ts'
import { formatShare } from '../../../../shared/kernel/money.ts'
import { api } from '../../../app/client.ts'
import { type TableExport, useTableExport } from '../../../app/file/use-table-export.ts'
import { QueryBoundary } from '../../../app/query-boundary.tsx'
import { rootRoute } from '../../../app/root-route.tsx'
import { ActionButton } from '../../../ui/action/action-button.tsx'
import { LinkAction } from '../../../ui/action/link-action.tsx'
import { EmptyState } from '../../../ui/feedback/empty-state.tsx'
import { ErrorNote } from '../../../ui/feedback/error-note.tsx'
import { ResultLine } from '../../../ui/feedback/result-line.tsx'
import { ShareBar } from '../../../ui/feedback/share-bar.tsx'
import { SwitchBar } from '../../../ui/form/switch-bar.tsx'
import { Page } from '../../../ui/page/page.tsx'
import { Panel } from '../../../ui/page/panel.tsx'
import { type DataColumn, DataTable } from '../../../ui/table/data-table.tsx'
import { reportTabs } from '../report-tabs.ts'
import { figureLabels, type ResultSearch, readResultSearch, resultPeoplePath } from './result-search.ts'

export const resultsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/laporan/hasil',
  validateSearch: readResultSearch,
  component: ResultsPage,
})

/** What became of the graduates of each trade; every figure opens the people behind it. */
function ResultsPage() {
  const search = resultsRoute.useSearch()
  const navigate = useNavigate({ from: resultsRoute.fullPath })
  const { tahun = null, sumber = null, bulan = 3 } = search
  const reading = useQuery({
    ...api.alumni.results.queryOptions({ input: { year: tahun, fundingSource: sumber } }),
    placeholderData: keepPreviousData,
  })
  const exporting = useTableExport()
  const go = (next: ResultSearch) => navigate({ search: next, replace: true })
  const total = reading.data?.total
  const figures = total?.months.find(one => one.month === bulan)

  return (
    <Page
      fixed
      title="Laporan"
      tabs={reportTabs('results')}
      facts={total && `${total.graduated} lulus`}
      actions={
        <>
          <Select
            w="8rem"
            aria-label="Tahun lulus"
            data={[
              { value: 'all', label: 'Semua tahun' },
              ...(reading.data?.years ?? []).map(value => ({ value: String(value), label: String(value) })),
            ]}
            value={tahun === null ? 'all' : String(tahun)}
            allowDeselect={false}
            onChange={value => go(readResultSearch({ ...search, tahun: value }))}
          />
          <Select
            w="13rem"
            aria-label="Sumber dana"
            data={[
              { value: 'all', label: 'Semua sumber dana' },
              ...fundingSources.map(value => ({ value, label: fundingSourceName(value) })),
            ]}
            value={sumber ?? 'all'}
            allowDeselect={false}
            onChange={value => go(readResultSearch({ ...search, sumber: isFundingSource(value) ? value : undefined }))}
          />
          <ActionButton
            icon={IconFileSpreadsheet}
            onAction={() => reading.data && exporting.run(exportOf(reading.data, tahun))}
          >
            Ekspor ke Excel
          </ActionButton>
        </>
      }
    >
      <ErrorNote error={exporting.error} />
      <ResultLine
        facts={
          figures && (
            <>
              <b>{figures.employed + figures.selfEmployed}</b> dari {figures.due} yang sudah {bulan} bulan lulus ·{' '}
              <b>{figures.asked}</b> dihubungi
            </>
          )
        }
        extra={
          <SwitchBar
            size="small"
            label="Bulan setelah lulus"
            options={followUpMonths.map(value => ({ value: String(value), label: `${value} bulan` }))}
            value={String(bulan)}
            onChange={value => go(readResultSearch({ ...search, bulan: value }))}
          />
        }
      >
        {figures ? `${formatShare(figures.absorbed)} bekerja atau berwirausaha` : 'Hasil pelatihan'}
      </ResultLine>
      <Panel flush fill label="Hasil per kejuruan">
        <QueryBoundary query={reading} rows={9}>
          {data => (
            <DataTable
              label={`${data.rows.length} kejuruan, ${bulan} bulan setelah lulus`}
              rows={data.rows}
              columns={columns({ ...search, bulan })}
              rowKey={row => row.trade}
              rowLabel={row => tradeName(row.trade)}
              empty={
                <EmptyState icon={IconChartBar} title="Belum ada lulusan.">
                  Angka muncul setelah sidang kelulusan pertama.
                </EmptyState>
              }
            />
          )}
        </QueryBoundary>
      </Panel>
    </Page>
  )
}

const shown = ['due', 'asked', 'employed', 'selfEmployed', 'studying', 'homemaking', 'notWorking', 'unreached'] as const

function columns(search: ResultSearch & { bulan: (typeof followUpMonths)[number] }): DataColumn<TradeResult>[] {
  const figure = (row: TradeResult, key: Exclude<ResultFigure, 'graduated'>) =>
    row.months.find(one => one.month === search.bulan)?.[key] ?? 0
  const link = (row: TradeResult, key: ResultFigure, count: number) =>
    count === 0 ? (
      0
    ) : (
      <LinkAction
        path={resultPeoplePath({ ...search, kejuruan: row.trade, angka: key })}
        label={`${count} ${figureLabels[key].toLowerCase()}, ${tradeName(row.trade)}`}
      >
        {count}
      </LinkAction>
    )
  const absorbed = (row: TradeResult) => row.months.find(one => one.month === search.bulan)?.absorbed ?? null
  return [
    {
      key: 'trade',
      head: 'Kejuruan',
      names: true,
      cell: row => tradeName(row.trade),
      sort: row => tradeName(row.trade),
    },
    {
      key: 'graduated',
      head: 'Lulus',
      width: '5rem',
      align: 'end',
      cell: row => link(row, 'graduated', row.graduated),
      sort: row => row.graduated,
    },
    ...shown.map(
      (key): DataColumn<TradeResult> => ({
        key,
        head: figureLabels[key],
        width: widths[key] ?? '6.5rem',
        align: 'end',
        cell: row => link(row, key, figure(row, key)),
        sort: row => figure(row, key),
      }),
    ),
    {
      key: 'absorbed',
      head: 'Terserap',
      width: '8.5rem',
      cell: row => <ShareBar tenths={absorbed(row)} text={formatShare(absorbed(row))} />,
      sort: row => absorbed(row),
    },
  ]
}

const widths: Partial<Record<ResultFigure, string>> = {
  due: '7.5rem',
  notWorking: '8rem',
  homemaking: '8.5rem',
  unreached: '8.5rem',
}

function exportOf({ rows, total }: Results, year: number | null): TableExport {
  const cells = (row: Omit<TradeResult, 'trade'>) =>
    row.months.flatMap(one => [...shown.map(key => one[key]), one.absorbed === null ? null : one.absorbed / 10])
  return {
    name: `hasil-per-kejuruan-${year ?? 'semua'}`,
    head: [
      'Kejuruan',
      'Lulus',
      ...followUpMonths.flatMap(month => [
        ...shown.map(key => `${figureLabels[key]} (${month} bulan)`),
        `Terserap % (${month} bulan)`,
      ]),
    ],
    rows: [
      ...rows.map(row => [tradeName(row.trade), row.graduated, ...cells(row)]),
      ['Semua', total.graduated, ...cells(total)],
    ],
  }
}
