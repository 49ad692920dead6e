import { addDays, addMonths, type PlainDate, yearOf } from '../../kernel/plain-date.ts'
import { type FollowUpMonth, followUpMonths } from '../alumni/follow-up.ts'
import { type DimensionKey, dimensions } from './dimension.ts'
import type { FactColumn } from './fact.ts'
import { type MeasureKey, measures } from './measure.ts'
import type { Measure } from './measure-type.ts'
import type { Period } from './period.ts'
import type { CountedBy } from './report-setting.ts'

// Builds the SQL of a measure. A store defines where the rows of a fact are (FactSource); the statement is the same in every database, so that
// figures of centre and hub cannot differ.

/** The rows of a fact in a database: the joins, and the date by which a row belongs to a period. */
export type FactSource = {
  from: string
  /** Null: all rows of `from` are in the period. */
  date: string | null
  where?: string
  columns: Partial<Record<FactColumn, string>>
  /** Number of rows of the fact that one row stands for; default 1. */
  weight?: string
  /** Measures stored as precomputed sums in a column. */
  kept?: Partial<Record<MeasureKey, string>>
}

export type Filters = Partial<Record<DimensionKey, readonly (string | number)[]>>

/** Period, filters, the day for follow-up turns, and the date of classes. */
export type Scope = { period: Period; filters: Filters; today: PlainDate; countedBy: CountedBy }

/** Measures m0, m1, … by dimensions d0, d1, …; use the parameters of `parametersOf`. */
export function statementOf(
  source: FactSource,
  keys: readonly MeasureKey[],
  by: readonly DimensionKey[],
  scope: Pick<Scope, 'filters'>,
): string {
  const parts = by.map(
    (dimension, index) =>
      `${columnOf(source, dimensions[dimension]?.column ?? (dimension as FactColumn))} AS d${index}`,
  )
  const figures = keys.map((key, index) => `${figureOf(source, key)} AS m${index}`)
  const groups = by.length === 0 ? '' : `GROUP BY ${by.map((_, index) => index + 1).join(', ')}`
  return `SELECT ${[...parts, ...figures].join(', ')} FROM ${source.from} WHERE ${conditionsOf(source, scope)} ${groups}`
}

function figureOf(source: FactSource, key: MeasureKey): string {
  const measure = measures[key]
  const kept = source.kept?.[key]
  if (kept !== undefined) return `coalesce(sum(CASE WHEN ${dueOf(measure)} THEN ${kept} ELSE 0 END), 0)`
  const condition = conditionOf(source, measure)
  if (measure.distinct) return `count(DISTINCT CASE WHEN ${condition} THEN ${columnOf(source, measure.distinct)} END)`
  const one = measure.sum ? columnOf(source, measure.sum) : '1'
  const value = source.weight ? `${one} * ${source.weight}` : one
  return `coalesce(sum(CASE WHEN ${condition} THEN ${value} ELSE 0 END), 0)`
}

/** Condition for a row to count in a measure. */
export function conditionOf(source: FactSource, { where = {}, due }: Measure): string {
  const conditions = Object.entries(where).map(
    ([column, values]) => `${columnOf(source, column as FactColumn)} IN (${values.map(literal).join(', ')})`,
  )
  if (due) conditions.push(dueOf({ due }))
  return conditions.length === 0 ? '1 = 1' : conditions.join(' AND ')
}

/** Whether graduates of a class are due to be asked. */
function dueOf({ due }: Pick<Measure, 'due'>): string {
  return due ? `class.panel_day <> '' AND class.panel_day <= @due${due === 'any' ? 3 : due}` : '1 = 1'
}

export function conditionsOf(source: FactSource, { filters }: Pick<Scope, 'filters'>): string {
  const { date, where } = source
  const conditions = [
    ...(date ? [`${date} BETWEEN @from AND @to`] : []),
    ...(where ? [where] : []),
    ...filtersOf(filters).map(
      ([dimension, values]) =>
        `${columnOf(source, dimensions[dimension]?.column ?? (dimension as FactColumn))} IN (${values.map((_, index) => `@${dimension}${index}`).join(', ')})`,
    ),
  ]
  return conditions.length === 0 ? '1 = 1' : conditions.join(' AND ')
}

export function parametersOf({ period, filters, today }: Scope): Record<string, string | number> {
  return {
    from: period.from,
    to: period.to,
    fromYear: yearOf(period.from),
    toYear: yearOf(period.to),
    ...Object.fromEntries(followUpMonths.map(month => [`due${month}`, lastDue(today, month)])),
    ...Object.fromEntries(
      filtersOf(filters).flatMap(([dimension, values]) =>
        values.map((value, index) => [`${dimension}${index}`, value] as const),
      ),
    ),
  }
}

/** The latest date of a panel whose graduates are due today; adding months is monotonic. */
export function lastDue(today: PlainDate, month: FollowUpMonth): PlainDate {
  let day = addMonths(today, -month)
  while (addMonths(addDays(day, 1), month) <= today) day = addDays(day, 1)
  while (addMonths(day, month) > today) day = addDays(day, -1)
  return day
}

function filtersOf(filters: Filters): [DimensionKey, readonly (string | number)[]][] {
  return (Object.entries(filters) as [DimensionKey, readonly (string | number)[]][]).filter(
    ([, values]) => values.length > 0,
  )
}

export function columnOf({ columns }: FactSource, column: FactColumn): string {
  const sql = columns[column]
  if (sql === undefined) throw new RangeError(`no column ${column}`)
  return sql
}

/** Only for constants of declarations; values chosen by people are parameters. */
function literal(value: string | number): string {
  return typeof value === 'number' ? String(value) : `'${value.replaceAll("'", "''")}'`
}

// Columns with the same names in every database. Uses only text dates, substr, CASE and ordinary joins, which both SQLite and PostgreSQL support.

export const timeParts = (date: string): Partial<Record<FactColumn, string>> => ({
  year: `substr(${date}, 1, 4)`,
  month: `substr(${date}, 1, 7)`,
  quarter: `substr(${date}, 1, 5) || CASE WHEN substr(${date}, 6, 2) <= '03' THEN '1' WHEN substr(${date}, 6, 2) <= '06' THEN '2'
    WHEN substr(${date}, 6, 2) <= '09' THEN '3' ELSE '4' END`,
  semester: `substr(${date}, 1, 5) || CASE WHEN substr(${date}, 6, 2) <= '06' THEN '1' ELSE '2' END`,
})

/** Columns of the table of classes that a statement starts with. */
export const classParts: Partial<Record<FactColumn, string>> = Object.fromEntries(
  ['class', 'trade', 'program', 'source', 'activity', 'account', 'state', 'instructor'].map(column => [
    column,
    `class.${column}`,
  ]),
)

/** Columns of an application; its class may be undecided, so trade and program come from its registration. */
export const applicationParts = (
  counted: string,
  trade: string,
  program: string,
): Partial<Record<FactColumn, string>> => ({
  ...timeParts(counted),
  class: `coalesce(class.class, '')`,
  trade,
  program,
  source: `coalesce(class.source, '')`,
  activity: 'coalesce(class.activity, 0)',
  account: `coalesce(class.account, '')`,
  state: `coalesce(class.state, 'open')`,
  instructor: 'coalesce(class.instructor, 0)',
})
