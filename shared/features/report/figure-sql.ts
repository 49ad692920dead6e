import { addDays, addMonths, type PlainDate, yearOf } from '../../kernel/plain-date.ts'
import { type FollowUpMonth, followUpMonths } from '../alumni/follow-up.ts'
import { type DimensionKey, dimensions } from './dimension.ts'
import type { FactColumn } from './fact.ts'
import { type MeasureKey, measures } from './measure.ts'
import type { Measure } from './measure-type.ts'
import type { Period } from './period.ts'
import type { CountedBy } from './report-setting.ts'

// The one way from a measure to SQL. A store says where the rows of a fact lie (FactSource); the statement over them is the same in every
// database, so that the figures of a centre and of a hub cannot differ by how they are asked.

/** Where the rows of a fact lie in a database: what the columns need joined, and the day by which a row falls into a period. */
export type FactSource = {
  from: string
  /** Null: the rows of `from` are in the period already. */
  date: string | null
  where?: string
  columns: Partial<Record<FactColumn, string>>
  /** How many rows of the fact one row stands for; left out, each is one. */
  weight?: string
  /** Measures that were counted before and lie here in a column: its rows are sums, not rows of the fact. */
  kept?: Partial<Record<MeasureKey, string>>
}

export type Filters = Partial<Record<DimensionKey, readonly (string | number)[]>>

/** What is asked about: a period, a part of the rows, and the day from which turns of graduates are reckoned. */
export type Scope = { period: Period; filters: Filters; today: PlainDate; countedBy: CountedBy }

/** Figures m0, m1, … of the measures by the dimensions d0, d1, …; its parameters are those of `parametersOf`. */
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

/** What a row must fulfil to count in a figure. */
export function conditionOf(source: FactSource, { where = {}, due }: Measure): string {
  const conditions = Object.entries(where).map(
    ([column, values]) => `${columnOf(source, column as FactColumn)} IN (${values.map(literal).join(', ')})`,
  )
  if (due) conditions.push(dueOf({ due }))
  return conditions.length === 0 ? '1 = 1' : conditions.join(' AND ')
}

/** Whether the graduates of a class have their turn. */
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

/** The last day of a panel whose graduates have their turn today: adding months never goes back. */
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

/** Of the declarations only; what somebody chose goes as a parameter. */
function literal(value: string | number): string {
  return typeof value === 'number' ? String(value) : `'${value.replaceAll("'", "''")}'`
}

// Columns that every database has under the same names. Texts of dates and substr, CASE and ordinary joins are what SQLite and PostgreSQL
// both know.

export const timeParts = (date: string): Partial<Record<FactColumn, string>> => ({
  year: `substr(${date}, 1, 4)`,
  month: `substr(${date}, 1, 7)`,
  quarter: `substr(${date}, 1, 5) || CASE WHEN substr(${date}, 6, 2) <= '03' THEN '1' WHEN substr(${date}, 6, 2) <= '06' THEN '2'
    WHEN substr(${date}, 6, 2) <= '09' THEN '3' ELSE '4' END`,
  semester: `substr(${date}, 1, 5) || CASE WHEN substr(${date}, 6, 2) <= '06' THEN '1' ELSE '2' END`,
})

/** Of the table of classes that a statement begins with. */
export const classParts: Partial<Record<FactColumn, string>> = Object.fromEntries(
  ['class', 'trade', 'program', 'source', 'activity', 'account', 'state', 'instructor'].map(column => [
    column,
    `class.${column}`,
  ]),
)

/** Of an application, whose class may not be chosen yet; it has its trade and program from its registration. */
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
