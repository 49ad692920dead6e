import type { DimensionKey } from '../../../../../shared/features/report/dimension.ts'
import { byOrder } from '../../../../../shared/features/report/dimension-value.ts'
import { type MeasureKey, measures } from '../../../../../shared/features/report/measure.ts'
import {
  type CellRule,
  type CellValue,
  percentOf,
  type ReportColumn,
  type ReportRow,
  type ReportTable,
  type RowFilters,
} from '../../../../../shared/features/report/report.ts'
import type { ReadDatabase } from '../../../database/connection.ts'
import { labelsOf } from '../measure/label-store.ts'
import {
  type CountedRow,
  type Counting,
  countCoarser,
  countFinely,
  type Scope,
  wholeOf,
} from '../measure/measure-store.ts'

/** A column of figures: counted, or calculated from others of its row. */
export type Figure = {
  key: string
  title?: string
  measure?: MeasureKey
  follows?: CellRule
  /** Left out if no row has a value. */
  onlyIfAny?: boolean
}

export type Built = {
  tables: ReportTable[]
  definitions: string[]
  notes: string[]
  /** Ids of people in it, for a list; recorded in the history. */
  people?: readonly number[]
}

type TableRequest = {
  title?: string
  by: DimensionKey
  /** Groups rows under headings with subtotals. */
  groupBy?: DimensionKey
  head: string
  figures: readonly Figure[]
  /** Keys that are shown even with zeros, in this order. */
  always?: readonly { key: string | number; group?: string | number; label: string }[]
  /** Further cells after the name. */
  texts?: {
    columns: ReportColumn[]
    cellsOf: (keys: readonly (string | number)[]) => (key: string | number) => Record<string, CellValue>
  }
  subtotal?: (group: string) => string
  /** Shows the heading in the rows, as a column after the name. */
  groupColumn?: string
  total?: string
  /** Figures by this and other dimensions, counted once for several tables. */
  counting?: Counting
}

type Line = {
  key: string | number
  group: string | number
  label: string
  order: { label: string; order: string | number }
  counted: Counted
}
type Counted = Partial<Record<MeasureKey, number>>

/** A table of figures with numbered rows, subtotals for headings, and the total. */
export function buildTable(db: ReadDatabase, scope: Scope, request: TableRequest): ReportTable {
  const keys = measuresOf(request.figures)
  const divided: DimensionKey[] = request.groupBy ? [request.by, request.groupBy] : [request.by]
  const counting = request.counting ?? countFinely(db, keys, divided, scope)
  const lines = linesOf(db, request, countCoarser(db, counting, divided, scope))
  const columns: ReportColumn[] = [
    { key: 'no', title: 'No', kind: 'text' },
    { key: 'name', title: request.head, kind: 'text' },
    ...(request.groupColumn ? [{ key: 'group', title: request.groupColumn, kind: 'text' } as const] : []),
    ...(request.texts?.columns ?? []),
    ...request.figures.map(columnOf),
  ]
  const { groupBy } = request
  const groups = groupBy ? [...Map.groupBy(lines, line => line.group)] : [['', lines] as const]
  const groupLabels = groupBy
    ? labelsOf(
        db,
        groupBy,
        groups.map(([key]) => key),
      )
    : new Map()
  const ordered = groups.toSorted((a, b) => byOrder(groupLabels.get(a[0]) ?? nowhere, groupLabels.get(b[0]) ?? nowhere))
  const groupSums = new Map<string | number | undefined, Counted>(
    groupBy ? countCoarser(db, counting, [groupBy], scope).map(row => [row.keys[0], row.values] as const) : [],
  )
  const texts = request.texts?.cellsOf(lines.map(line => line.key))
  let number = 0
  const rows: ReportRow[] = ordered.flatMap(([group, own]) => {
    const name = groupLabels.get(group)?.label ?? ''
    const body = own.map((line): ReportRow => {
      number += 1
      const filters: RowFilters = {
        [request.by]: [line.key],
        ...(groupBy && groupBy !== request.by ? { [groupBy]: [group] } : {}),
      }
      return {
        kind: 'row',
        cells: {
          no: String(number),
          name: line.label,
          ...(request.groupColumn ? { group: name } : {}),
          ...texts?.(line.key),
          ...figureCells(request.figures, line.counted),
        },
        filters,
      }
    })
    if (!groupBy) return body
    const sums = groupSums.get(group) ?? {}
    const subtotal: ReportRow = {
      kind: 'subtotal',
      cells: { name: request.subtotal?.(name) ?? `Jumlah ${name}`, ...figureCells(request.figures, sums) },
      filters: { [groupBy]: [group] },
    }
    return request.groupColumn ? [...body, subtotal] : [heading(name), ...body, subtotal]
  })
  const total: ReportRow = {
    kind: 'total',
    cells: { name: request.total ?? 'JUMLAH', ...figureCells(request.figures, wholeOf(db, counting, scope)) },
    filters: {},
  }
  return withoutEmpty(
    { title: request.title ?? '', columns, rows: lines.length === 0 ? [] : [...rows, total] },
    request.figures,
  )
}

/** A report of one table, with the definitions of the shown figures. */
export function oneTable(db: ReadDatabase, scope: Scope, request: TableRequest, notes: string[] = []): Built {
  const table = buildTable(db, scope, request)
  return { tables: [table], definitions: definitionsOf(request.figures, table), notes }
}

/** Figures with the labels of their measures. */
export function figuresOf(...keys: MeasureKey[]): Figure[] {
  return keys.map(key => ({ key, measure: key }))
}

const nowhere = { label: '', order: '' }

function heading(name: string): ReportRow {
  return { kind: 'group', cells: { name }, filters: null }
}

function linesOf(
  db: ReadDatabase,
  { by, always = [] }: Pick<TableRequest, 'by' | 'always'>,
  counted: readonly CountedRow[],
): Line[] {
  const present = new Set(counted.map(row => row.keys[0]))
  const labels = labelsOf(
    db,
    by,
    [...present].filter(key => key !== undefined),
  )
  const lines = counted.map((row: CountedRow): Line => {
    const [key = '', group = ''] = row.keys
    const order = labels.get(key) ?? nowhere
    return { key, group, label: order.label, order, counted: row.values }
  })
  const missing = always
    .filter(one => !present.has(one.key))
    .map((one): Line => ({ ...one, group: one.group ?? '', order: { label: one.label, order: one.key }, counted: {} }))
  return [...lines, ...missing].toSorted((a, b) => byOrder(a.order, b.order))
}

/** Counts the figures of several tables together. */
export function countTogether(
  db: ReadDatabase,
  scope: Scope,
  figures: readonly Figure[],
  by: readonly DimensionKey[],
): Counting {
  return countFinely(db, measuresOf(figures), by, scope)
}

function measuresOf(figures: readonly Figure[]): MeasureKey[] {
  return [...new Set(figures.flatMap(figure => (figure.measure ? [figure.measure] : [])))]
}

/** Cells of figures; calculated ones last. */
function figureCells(figures: readonly Figure[], counted: Counted): Record<string, CellValue> {
  const cells: Record<string, CellValue> = {}
  for (const { key, measure } of figures) if (measure) cells[key] = counted[measure] ?? 0
  for (const { key, follows } of figures) if (follows) cells[key] = followingCell(follows, cells)
  return cells
}

function followingCell(rule: CellRule, cells: Record<string, CellValue>): number | null {
  const at = (key: string) => Number(cells[key] ?? 0)
  if (rule.rule === 'share') return percentOf(at(rule.part), at(rule.whole))
  if (rule.rule === 'difference') return at(rule.from) - at(rule.take)
  return rule.of.reduce((sum, key) => sum + at(key), 0)
}

export function columnOf({ key, title, measure, follows }: Figure): ReportColumn {
  const kind =
    follows?.rule === 'share'
      ? 'percent'
      : measure && measures[measure].unit === 'Rp'
        ? 'rupiah'
        : follows?.rule === 'difference'
          ? 'rupiah'
          : 'count'
  return {
    key,
    title: title ?? (measure ? measures[measure].label : key),
    kind,
    ...(measure ? { measure } : {}),
    ...(follows ? { follows } : {}),
  }
}

function withoutEmpty(table: ReportTable, figures: readonly Figure[]): ReportTable {
  const gone = new Set(
    figures
      .filter(figure => figure.onlyIfAny && table.rows.every(row => !row.cells[figure.key]))
      .map(figure => figure.key),
  )
  return { ...table, columns: table.columns.filter(column => !gone.has(column.key)) }
}

/** Definitions without duplicates; for a table only those it shows. */
export function definitionsOf(figures: readonly Figure[], table?: ReportTable): string[] {
  const isThere = ({ key }: Figure) => table === undefined || table.columns.some(column => column.key === key)
  return [
    ...new Set(
      figures.filter(isThere).flatMap(({ title, measure, follows, key }) => {
        if (measure) return [`${title ?? measures[measure].label}: ${measures[measure].definition}`]
        if (follows?.rule !== 'share') return []
        const name = (of: string) => figures.find(figure => figure.key === of)
        const label = (of: string) =>
          name(of)?.title ?? (name(of)?.measure ? measures[name(of)?.measure as MeasureKey].label : of)
        return [
          `${title ?? key}: ${label(follows.part)} ÷ ${label(follows.whole)} × 100, dua desimal; pada jumlah dihitung dari jumlahnya.`,
        ]
      }),
    ),
  ]
}
