import { type DimensionKey, isRanked } from '../../../../shared/features/report/dimension.ts'
import { byOrder } from '../../../../shared/features/report/dimension-value.ts'
import { isAdditive, measures } from '../../../../shared/features/report/measure.ts'
import { isGuarded, type OwnReport, type OwnTable } from '../../../../shared/features/report/own-report.ts'
import {
  type CellValue,
  percentOf,
  type Report,
  type ReportColumn,
  type ReportRow,
} from '../../../../shared/features/report/report.ts'
import { formatCountedBy } from '../../../../shared/features/report/report-setting.ts'
import { suppressSmall } from '../../../../shared/features/report/suppress.ts'
import type { ReadDatabase } from '../../database/connection.ts'
import type { QueryScope } from '../../scope.ts'
import { labelsOf } from './measure/label-store.ts'
import { countCoarser, countFinely, type Scope, wholeOf } from './measure/measure-store.ts'
import { getReportSetting } from './report-setting-store.ts'

/** The table of an own report: one statement, and more if parts do not add to the whole. */
export function readOwnReport({ db, today }: Pick<QueryScope, 'db' | 'today'>, choice: OwnReport): OwnTable {
  const { measure, rows: rowKey, columns: columnKey, period, filters } = choice
  const scope: Scope = { period, filters, today, countedBy: getReportSetting(db).countedBy }
  const by: DimensionKey[] = columnKey === null ? [rowKey] : [rowKey, columnKey]
  const counting = countFinely(db, [measure], by, scope)
  const counted = counting.rows
  const whole = wholeOf(db, counting, scope)[measure]
  const rowKeys = ordered(
    db,
    rowKey,
    counted.map(row => row.keys[0]),
  )
  const columnKeys =
    columnKey === null
      ? [{ key: '', label: measures[measure].label }]
      : ordered(
          db,
          columnKey,
          counted.map(row => row.keys[1]),
        )
  const values = new Map(counted.map(row => [JSON.stringify(row.keys), row.values[measure]]))
  const plain = rowKeys.map(row =>
    columnKeys.map(column => values.get(JSON.stringify(columnKey === null ? [row.key] : [row.key, column.key])) ?? 0),
  )
  const guarded = isGuarded(choice) && measures[measure].unit === 'orang'
  const cells = guarded ? suppressSmall(plain) : plain
  const additive = isAdditive(measure)
  const totalsBy = (dimension: DimensionKey) =>
    new Map(countCoarser(db, counting, [dimension], scope).map(row => [row.keys[0], row.values[measure]]))
  const rowTotals = additive ? null : totalsBy(rowKey)
  const columnSums = additive || columnKey === null ? null : totalsBy(columnKey)
  const rowTotal = (index: number) => rowTotals?.get(rowKeys[index]?.key) ?? sum(plain[index] ?? [])
  const small = (value: number) => (guarded && value > 0 && value < 3 ? null : value)
  const rows = rowKeys.map(({ key, label }, index) => {
    const own = cells[index] ?? []
    // Without columns the total of a row is its only cell.
    return { key, label, cells: own, total: columnKey === null ? (own[0] ?? null) : small(rowTotal(index)) }
  })
  return {
    choice,
    unit: measures[measure].unit,
    definition: measures[measure].definition,
    // Rows with hidden values must not be ordered by them.
    rows: isRanked(rowKey) ? rows.toSorted((a, b) => (b.total ?? 0) - (a.total ?? 0)) : rows,
    columns: columnKeys,
    columnTotals: columnKeys.map((column, index) =>
      small(columnSums?.get(column.key) ?? (columnKey === null ? whole : sum(plain.map(row => row[index] ?? 0)))),
    ),
    total: whole,
    additive,
    hidden: cells.flat().filter(value => value === null).length,
  }
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}

function ordered(db: ReadDatabase, dimension: DimensionKey, keys: readonly (string | number | undefined)[]) {
  const present = [...new Set(keys.filter(key => key !== undefined))]
  const labels = labelsOf(db, dimension, present)
  return present
    .flatMap(key => {
      const label = labels.get(key)
      return label ? [{ key, ...label }] : []
    })
    .toSorted(byOrder)
    .map(({ key, label }) => ({ key, label }))
}

/** The same as a report for paper, workbook and CSV. */
export function ownAsReport({ db, at }: Pick<QueryScope, 'db' | 'at'>, table: OwnTable, name: string): Report {
  const { choice, columns, rows } = table
  const unit = measures[choice.measure].unit
  const share = choice.cell !== 'count'
  const kind = share ? 'percent' : unit === 'Rp' ? 'rupiah' : 'count'
  const cell = (value: number | null, row: number | null, column: number | null): CellValue => {
    if (value === null) return null
    if (choice.cell === 'rowShare') return row === null ? null : percentOf(value, row)
    if (choice.cell === 'columnShare') return column === null ? null : percentOf(value, column)
    return value
  }
  const single = choice.columns === null
  const head: ReportColumn[] = [
    { key: 'no', title: 'No', kind: 'text' },
    { key: 'name', title: 'Uraian', kind: 'text' },
    ...columns.map(({ label }, index): ReportColumn => ({ key: `c${index}`, title: label, kind })),
    ...(single ? [] : [{ key: 'total', title: 'Jumlah', kind: share ? 'percent' : kind } as ReportColumn]),
  ]
  const body = rows.map(
    (row, index): ReportRow => ({
      kind: 'row',
      cells: {
        no: String(index + 1),
        name: row.label,
        ...Object.fromEntries(
          row.cells.map((value, column) => [`c${column}`, cell(value, row.total, table.columnTotals[column] ?? null)]),
        ),
        total: cell(row.total, row.total, table.total),
      },
      filters: { [choice.rows]: [row.key] },
    }),
  )
  const total: ReportRow = {
    kind: 'total',
    cells: {
      name: 'JUMLAH',
      ...Object.fromEntries(table.columnTotals.map((value, column) => [`c${column}`, cell(value, table.total, value)])),
      total: cell(table.total, table.total, table.total),
    },
    filters: {},
  }
  return {
    key: 'laporan-sendiri',
    title: name,
    period: choice.period,
    asOf: at,
    fundingSource: null,
    countedBy: formatCountedBy(getReportSetting(db).countedBy),
    tables: [{ title: '', columns: head, rows: rows.length === 0 ? [] : [...body, total] }],
    definitions: [`${measures[choice.measure].label}: ${table.definition}`],
    notes: [
      ...(table.hidden > 0 ? ['“–” pada sel kecil: kurang dari 3 orang atau dapat dihitung dari yang lain.'] : []),
      ...(table.additive
        ? []
        : ['Bagian-bagiannya dapat berjumlah lebih dari keseluruhan: seorang dapat berada di beberapa bagian.']),
    ],
  }
}
