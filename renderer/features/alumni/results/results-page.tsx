import { IconChartBar } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { fundingSourceName, fundingSources } from '../../../../shared/features/activity/funding-source.ts'
import type { ResultFigure, Results, TradeResult } from '../../../../shared/features/alumni/contract.ts'
import { followUpMonths } from '../../../../shared/features/alumni/follow-up.ts'
import { tradeName } from '../../../../shared/features/program/trades.ts'
import { formatShare } from '../../../../shared/kernel/money.ts'
import { api, keepShown, useRead } from '../../../app/client.ts'
import type { TableExport } from '../../../app/file/use-export.ts'
import { ListPage } from '../../../app/list/list-page.tsx'
import { pageRoute } from '../../../app/root-route.tsx'
import { LinkAction } from '../../../ui/action/action-button.tsx'
import { ResultLine } from '../../../ui/feedback/result-line.tsx'
import { ShareBar } from '../../../ui/feedback/share-bar.tsx'
import { SwitchBar } from '../../../ui/form/switch-bar.tsx'
import { OneLine } from '../../../ui/page/one-line.tsx'
import type { DataColumn } from '../../../ui/table/data-table.tsx'
import { FilterSelect } from '../../../ui/table/filter-select.tsx'
import { useReportTabs } from '../use-report-tabs.ts'
import { figureLabels, type ResultSearch, readResultSearch, resultPeoplePath } from './result-search.ts'

export const resultsRoute = pageRoute('/laporan/hasil', ResultsPage, readResultSearch)

/** Situation of the graduates of each trade; every figure opens the people behind it. */
function ResultsPage() {
  const search = resultsRoute.useSearch()
  const navigate = useNavigate({ from: resultsRoute.fullPath })
  const { tahun = null, sumber = null, bulan = 3 } = search
  const reading = useRead(api.alumni.results, { year: tahun, fundingSource: sumber }, keepShown)
  const data = reading.data
  const go = (next: ResultSearch) => navigate({ search: next, replace: true })
  const total = data?.total
  const figures = total?.months.find(one => one.month === bulan)

  return (
    <ListPage
      title="Laporan"
      tabs={useReportTabs('results')}
      facts={
        total && (
          <LinkAction size="small" path={resultPeoplePath({ ...search, angka: 'graduated' })}>
            {total.graduated} lulus
          </LinkAction>
        )
      }
      actions={
        <>
          <FilterSelect
            w="8rem"
            label="Tahun lulus"
            all="Semua tahun"
            options={(data?.years ?? []).map(value => ({ value, label: String(value) }))}
            value={tahun}
            onChange={value => go(readResultSearch({ ...search, tahun: value ?? undefined }))}
          />
          <FilterSelect
            w="13rem"
            label="Sumber dana"
            all="Semua sumber dana"
            options={fundingSources.map(value => ({ value, label: fundingSourceName(value) }))}
            value={sumber}
            onChange={value => go(readResultSearch({ ...search, sumber: value ?? undefined }))}
          />
        </>
      }
      exported={() => data && exportOf(data, tahun)}
      above={
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
      }
      list={{
        name: 'Hasil per kejuruan',
        unit: `kejuruan, ${bulan} bulan setelah lulus`,
        query: reading,
        bars: 9,
        rows: data?.rows ?? [],
        columns: columns({ ...search, bulan }),
        rowKey: row => row.trade,
        rowLabel: row => tradeName(row.trade),
        empty: {
          icon: IconChartBar,
          title: 'Belum ada lulusan.',
          children: 'Angka muncul setelah sidang kelulusan pertama.',
        },
      }}
    />
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
      head: 'Kejuruan',
      names: true,
      width: '7rem',
      cell: row => <OneLine text={tradeName(row.trade)} width="slim" />,
      sort: row => tradeName(row.trade),
    },
    {
      head: 'Lulus',
      width: '3.75rem',
      align: 'end',
      cell: row => link(row, 'graduated', row.graduated),
      sort: row => row.graduated,
    },
    ...shown.map(
      (key): DataColumn<TradeResult> => ({
        key,
        head: figureLabels[key],
        width: widths[key] ?? '5.25rem',
        align: 'end',
        ...(key === 'due' || key === 'homemaking' ? { spare: true } : {}),
        cell: row => link(row, key, figure(row, key)),
        sort: row => figure(row, key),
      }),
    ),
    {
      head: 'Terserap',
      width: '6.5rem',
      cell: row => <ShareBar tenths={absorbed(row)} text={formatShare(absorbed(row))} />,
      sort: row => absorbed(row),
    },
  ]
}

const widths: Partial<Record<ResultFigure, string>> = {
  due: '7rem',
  asked: '6rem',
  selfEmployed: '6.125rem',
  notWorking: '7.5rem',
  homemaking: '7.5rem',
  unreached: '7.75rem',
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
