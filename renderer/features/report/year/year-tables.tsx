import type { ReportYear } from '../../../../shared/features/report/contract.ts'
import type { MeasureKey } from '../../../../shared/features/report/measure.ts'
import { yearPeriod } from '../../../../shared/features/report/period.ts'
import type { ReportColumn, ReportRow, ReportTable as Table } from '../../../../shared/features/report/report.ts'
import { Panel } from '../../../ui/page/panel.tsx'
import { ReportTable } from '../report-table.tsx'
import styles from './year-page.module.css'

/** The charts of the year as tables: the same figures with the same links. */
export function YearTables({ data }: { data: ReportYear }) {
  const report = { period: yearPeriod(data.year), fundingSource: null }
  const tables: [string, Table][] = [
    ['Dari pendaftar sampai bekerja', funnelTable(data)],
    ['Hasil per kejuruan', tradeTable(data)],
    ...(data.money ? [['Serapan dana', moneyTable(data.sources, data.money)] satisfies [string, Table]] : []),
    ['Peserta per kelurahan', villageTable(data)],
  ]
  return (
    <div className={styles.tables}>
      {tables.map(([title, table]) => (
        <Panel key={title} title={title}>
          <ReportTable report={report} table={table} />
        </Panel>
      ))}
    </div>
  )
}

const text = (title: string): ReportColumn => ({ key: 'name', title, kind: 'text' })
/** The key also contains the table, so that a mark can be found again on return. */
const count = (key: string, title: string, measure: MeasureKey): ReportColumn => ({
  key,
  title,
  kind: 'count',
  measure,
})

function funnelTable({ applicants, participants, graduates, employed, selfEmployed }: ReportYear): Table {
  const steps: [string, MeasureKey, number][] = [
    ['Pendaftar', 'applicants', applicants],
    ['Peserta', 'participants', participants],
    ['Lulus', 'graduates', graduates],
    ['Bekerja', 'employed', employed],
    ['Wirausaha', 'selfEmployed', selfEmployed],
  ]
  return {
    title: '',
    columns: [text('Langkah'), { key: 'step', title: 'Orang', kind: 'count' }],
    rows: steps.map(
      ([name, measure, step]): ReportRow => ({
        kind: 'row',
        cells: { name, step },
        filters: {},
        measures: { step: measure },
      }),
    ),
  }
}

function tradeTable({ trades }: ReportYear): Table {
  return {
    title: '',
    columns: [
      text('Kejuruan'),
      count('tradePeople', 'Peserta', 'participants'),
      count('tradeGraduates', 'Lulus', 'graduates'),
      count('tradeFailed', 'Tidak lulus', 'failed'),
      { key: 'left', title: 'Mundur', kind: 'count' },
      { key: 'share', title: '% lulus', kind: 'percent' },
    ],
    rows: trades.map(
      ({ trade, label, participants, graduates, failed, left, share }): ReportRow => ({
        kind: 'row',
        cells: { name: label, tradePeople: participants, tradeGraduates: graduates, tradeFailed: failed, left, share },
        filters: { trade: [trade] },
      }),
    ),
  }
}

function moneyTable(sources: ReportYear['sources'], money: NonNullable<ReportYear['money']>): Table {
  const cells = ({ budget, spent, share }: typeof money) => ({ budget, spent, share, rest: budget - spent })
  return {
    title: '',
    columns: [
      text('Sumber dana'),
      { key: 'budget', title: 'Pagu', kind: 'rupiah', measure: 'budget' },
      { key: 'spent', title: 'Realisasi', kind: 'rupiah', measure: 'spent' },
      { key: 'share', title: '%', kind: 'percent' },
      { key: 'rest', title: 'Sisa', kind: 'rupiah' },
    ],
    rows: [
      ...sources.map(
        (one): ReportRow => ({
          kind: 'row',
          cells: { name: one.label, ...cells(one) },
          filters: { source: [one.source] },
        }),
      ),
      { kind: 'total', cells: { name: 'JUMLAH', ...cells(money) }, filters: {} },
    ],
  }
}

function villageTable({ districts }: ReportYear): Table {
  return {
    title: '',
    columns: [
      text('Kelurahan'),
      count('villagePeople', 'Peserta', 'participants'),
      count('villageGraduates', 'Lulus', 'graduates'),
    ],
    rows: districts.flatMap(({ name: district, villages }): ReportRow[] => [
      { kind: 'group', cells: { name: district }, filters: null },
      ...villages.map(
        ({ code, name, people, graduates }): ReportRow => ({
          kind: 'row',
          cells: { name, villagePeople: people, villageGraduates: graduates },
          filters: { village: [code] },
        }),
      ),
    ]),
  }
}
