import {
  type FundingSource,
  fundingSources,
  isIncentive,
} from '../../../../../shared/features/activity/funding-source.ts'
import { percentOf, type ReportRow, type ReportTable } from '../../../../../shared/features/report/report.ts'
import { monthName, monthOf, plainDate, yearOf } from '../../../../../shared/kernel/plain-date.ts'
import type { ReadDatabase } from '../../../database/connection.ts'
import { bookEntries } from '../measure/cash-store.ts'
import { countMeasures, countTotals, type Scope } from '../measure/measure-store.ts'
import { plannedByMonth, yearsOfActivities } from '../measure/report-facts-store.ts'
import { type Built, buildTable, definitionsOf, type Figure, figuresOf, oneTable } from './build-table.ts'
import { people, results } from './build-training-reports.ts'

const money: Figure[] = [
  ...figuresOf('budget', 'spent'),
  { key: 'share', title: '%', follows: { rule: 'share', part: 'spent', whole: 'budget' } },
  { key: 'left', title: 'Sisa', follows: { rule: 'difference', from: 'budget', take: 'spent' } },
]

/** Money and its results, one row for each activity, under each source. */
const realisation: Figure[] = [
  { key: 'plannedClasses', title: 'Angk. rencana', measure: 'plannedClasses' },
  { key: 'finished', title: 'Angk. selesai', measure: 'finished' },
  ...money,
  ...people,
  ...results,
]

/** For reports over all sources, also places and hours of training. */
const realisationOfAll: Figure[] = realisation.flatMap(figure =>
  figure.key === 'men' ? [...figuresOf('hours', 'quota'), figure] : [figure],
)

const yearNote =
  'Uang dihitung menurut tanggal pembayarannya, keluaran menurut angkatannya: angkatan yang melewati tahun baru tampak pada uang dua tahun dan pada keluaran satu tahun.'

function buildRealisation(
  db: ReadDatabase,
  scope: Scope,
  sources: readonly FundingSource[],
  figures: readonly Figure[],
): Built {
  const years = yearsOfActivities(db)
  const table = buildTable(
    db,
    { ...scope, filters: { ...scope.filters, source: [...sources] } },
    {
      by: 'activity',
      groupBy: 'source',
      groupColumn: 'Sumber',
      head: 'Kegiatan',
      figures,
    },
  )
  const bothYears = new Set([yearOf(scope.period.from), yearOf(scope.period.to)])
  for (const row of table.rows) {
    const id = row.filters?.activity?.[0]
    const year = id === undefined ? undefined : years.get(Number(id))
    if (year !== undefined && !bothYears.has(year)) row.cells.name = `${row.cells.name} (TA ${year})`
  }
  return { tables: [table], definitions: definitionsOf(figures, table), notes: [yearNote] }
}

/** The same with the cash book: entries with evidence. */
export function buildRealisationWithBook(db: ReadDatabase, scope: Scope, sources: readonly FundingSource[]): Built {
  const built = buildRealisation(db, scope, sources, realisationOfAll)
  const entries = bookEntries(db, scope.period, sources)
  if (entries.length === 0) return built
  const rows = entries.map(
    (entry, index): ReportRow => ({
      kind: 'row',
      cells: {
        no: String(index + 1),
        date: entry.date,
        name: entry.description,
        activity: entry.activity,
        account: entry.accountCode,
        evidence: entry.fileName === null ? entry.evidence : `${entry.evidence} (${entry.fileName})`,
        by: entry.recordedBy,
        amount: entry.amount,
      },
      filters: null,
    }),
  )
  const sum = entries.reduce((total, entry) => total + entry.amount, 0)
  const book: ReportTable = {
    title: 'Buku kas',
    columns: [
      { key: 'no', title: 'No', kind: 'text' },
      { key: 'date', title: 'Tanggal', kind: 'date' },
      { key: 'name', title: 'Uraian', kind: 'text' },
      { key: 'activity', title: 'Kegiatan', kind: 'text' },
      { key: 'account', title: 'Kode rekening', kind: 'text' },
      { key: 'evidence', title: 'Bukti', kind: 'text' },
      { key: 'by', title: 'Dicatat oleh', kind: 'text' },
      { key: 'amount', title: 'Jumlah (Rp)', kind: 'rupiah' },
    ],
    rows: [...rows, { kind: 'total', cells: { name: 'JUMLAH', amount: sum }, filters: null }],
  }
  return { ...built, tables: [...built.tables, book] }
}

export function buildIncentiveRealisation(db: ReadDatabase, scope: Scope): Built {
  return buildRealisation(db, scope, fundingSources.filter(isIncentive), realisation)
}

export function buildAccounts(db: ReadDatabase, scope: Scope): Built {
  const figures: Figure[] = [...money, ...figuresOf('entries')]
  const notes = [
    'Pagu berada pada kode rekening kegiatannya. Pembayaran yang mencatat kode rekening lain tampak pada kode itu, sehingga sisanya dapat kurang dari nol.',
  ]
  return oneTable(db, scope, { by: 'account', head: 'Kode rekening', figures }, notes)
}

/** Plan and payments of each month, and both cumulative. */
export function buildMonths(db: ReadDatabase, scope: Scope): Built {
  const { from, to } = scope.period
  const spent = new Map(countMeasures(db, ['spent'], ['month'], scope).map(row => [row.keys[0], row.values.spent]))
  const planned = plannedByMonth(db, scope.period, scope.filters)
  const { budget } = countTotals(db, ['budget'], scope)
  let [plannedSoFar, spentSoFar] = [0, 0]
  const rows: ReportRow[] = []
  for (let day = plainDate(yearOf(from), monthOf(from), 1); day <= to; ) {
    const month = day.slice(0, 7)
    const [plan, paid] = [planned.get(month) ?? 0, spent.get(month) ?? 0]
    plannedSoFar += plan
    spentSoFar += paid
    rows.push({
      kind: 'row',
      cells: {
        no: String(rows.length + 1),
        name: `${monthName(monthOf(day))} ${yearOf(day)}`,
        planned: plan,
        spent: paid,
        plannedSoFar,
        spentSoFar,
        share: percentOf(spentSoFar, budget),
      },
      filters: { month: [month] },
    })
    day = monthOf(day) === 12 ? plainDate(yearOf(day) + 1, 1, 1) : plainDate(yearOf(day), monthOf(day) + 1, 1)
  }
  const total: ReportRow = {
    kind: 'total',
    cells: {
      name: 'JUMLAH',
      planned: plannedSoFar,
      spent: spentSoFar,
      plannedSoFar,
      spentSoFar,
      share: percentOf(spentSoFar, budget),
    },
    filters: {},
  }
  const table: ReportTable = {
    title: '',
    columns: [
      { key: 'no', title: 'No', kind: 'text' },
      { key: 'name', title: 'Bulan', kind: 'text' },
      { key: 'planned', title: 'Rencana', kind: 'rupiah' },
      { key: 'spent', title: 'Realisasi', kind: 'rupiah', measure: 'spent' },
      { key: 'plannedSoFar', title: 'Rencana kumulatif', kind: 'rupiah' },
      { key: 'spentSoFar', title: 'Realisasi kumulatif', kind: 'rupiah' },
      { key: 'share', title: '% dari pagu', kind: 'percent' },
    ],
    rows: [...rows, total],
  }
  return {
    tables: [table],
    definitions: [
      'Rencana: jumlah rencana serapan semua kegiatan pada bulan itu.',
      ...definitionsOf(figuresOf('spent', 'budget')),
      '% dari pagu: Realisasi kumulatif ÷ Pagu × 100, dua desimal.',
    ],
    notes: [],
  }
}
