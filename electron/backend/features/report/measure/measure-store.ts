import { type FollowUpMonth, followUpMonths } from '../../../../../shared/features/alumni/follow-up.ts'
import { type DimensionKey, dimensions } from '../../../../../shared/features/report/dimension.ts'
import type { FactColumn, FactKey } from '../../../../../shared/features/report/fact.ts'
import { type MeasureKey, measures } from '../../../../../shared/features/report/measure.ts'
import type { Measure } from '../../../../../shared/features/report/measure-type.ts'
import type { Period } from '../../../../../shared/features/report/period.ts'
import type { CountedBy } from '../../../../../shared/features/report/report-setting.ts'
import { addDays, addMonths, type PlainDate, yearOf } from '../../../../../shared/kernel/plain-date.ts'
import type { ReadDatabase } from '../../../database/connection.ts'
import { factSources, withClasses } from './fact-store.ts'

export type Filters = Partial<Record<DimensionKey, readonly (string | number)[]>>

/** What is asked about: a period, a part of the rows, and the day from which turns of graduates are reckoned. */
export type Scope = { period: Period; filters: Filters; today: PlainDate; countedBy: CountedBy }

export type CountedRow<Key extends MeasureKey = MeasureKey> = {
  /** One for each dimension, as the database keeps it. */
  keys: (string | number)[]
  values: Record<Key, number>
}

/**
 * Figures divided by dimensions, one statement for each fact. Rows in which every figure is 0 are left out. Every measure must know every
 * dimension and every filter, else RangeError.
 */
export function countMeasures<Key extends MeasureKey>(
  db: ReadDatabase,
  wanted: readonly Key[],
  by: readonly DimensionKey[],
  scope: Scope,
): CountedRow<Key>[] {
  const rows = new Map<string, CountedRow<Key>>()
  for (const [fact, keys] of Map.groupBy(wanted, key => measures[key].fact)) {
    for (const row of db.all<Record<string, string | number>>(
      statementOf(fact, keys, by, scope),
      parametersOf(scope),
    )) {
      const place = by.map((_, index) => row[`d${index}`] ?? '')
      const id = JSON.stringify(place)
      const known = rows.get(id) ?? { keys: place, values: zeros(wanted) }
      for (const [index, key] of keys.entries()) known.values[key] = Number(row[`m${index}`] ?? 0)
      rows.set(id, known)
    }
  }
  return [...rows.values()].filter(row => by.length === 0 || wanted.some(key => row.values[key] !== 0))
}

/** Figures of all that is asked about. */
export function countTotals<Key extends MeasureKey>(
  db: ReadDatabase,
  wanted: readonly Key[],
  scope: Scope,
): Record<Key, number> {
  return countMeasures(db, wanted, [], scope)[0]?.values ?? zeros(wanted)
}

function zeros<Key extends MeasureKey>(wanted: readonly Key[]): Record<Key, number> {
  return Object.fromEntries(wanted.map(key => [key, 0])) as Record<Key, number>
}

function statementOf(fact: FactKey, keys: readonly MeasureKey[], by: readonly DimensionKey[], scope: Scope): string {
  const parts = by.map((dimension, index) => `${columnOf(fact, dimensions[dimension].column)} AS d${index}`)
  const figures = keys.map((key, index) => `${figureOf(measures[key])} AS m${index}`)
  const groups = by.length === 0 ? '' : `GROUP BY ${by.map((_, index) => index + 1).join(', ')}`
  const statement = `SELECT ${[...parts, ...figures].join(', ')} FROM ${factSources[fact].from}
    WHERE ${conditionsOf(fact, scope)} ${groups}`
  return withClasses(fact, scope.countedBy, statement)
}

function figureOf(measure: Measure): string {
  const condition = conditionOf(measure)
  if (measure.distinct)
    return `count(DISTINCT CASE WHEN ${condition} THEN ${columnOf(measure.fact, measure.distinct)} END)`
  const value = measure.sum ? columnOf(measure.fact, measure.sum) : '1'
  return `coalesce(sum(CASE WHEN ${condition} THEN ${value} ELSE 0 END), 0)`
}

/** What a row must fulfil to count in a figure. */
export function conditionOf({ fact, where = {}, due }: Measure): string {
  const conditions = Object.entries(where).map(
    ([column, values]) => `${columnOf(fact, column as FactColumn)} IN (${values.map(literal).join(', ')})`,
  )
  if (due) conditions.push(`class.panel_day <> '' AND class.panel_day <= @due${due === 'any' ? 3 : due}`)
  return conditions.length === 0 ? '1 = 1' : conditions.join(' AND ')
}

/** The period and the filters. */
export function conditionsOf(fact: FactKey, { filters }: Pick<Scope, 'filters'>): string {
  const { date, where } = factSources[fact]
  const conditions = [
    ...(date ? [`${date} BETWEEN @from AND @to`] : []),
    ...(where ? [where] : []),
    ...filtersOf(filters).map(
      ([dimension, values]) =>
        `${columnOf(fact, dimensions[dimension].column)} IN (${values.map((_, index) => `@${dimension}${index}`).join(', ')})`,
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

export function columnOf(fact: FactKey, column: FactColumn): string {
  const sql = factSources[fact].columns[column]
  if (sql === undefined) throw new RangeError(`${fact} has no ${column}`)
  return sql
}

/** Of the declarations only; what somebody chose goes as a parameter. */
function literal(value: string | number): string {
  return typeof value === 'number' ? String(value) : `'${value.replaceAll("'", "''")}'`
}
