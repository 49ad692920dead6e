import type { DimensionKey } from '../../../../../shared/features/report/dimension.ts'
import type { FactColumn, FactKey } from '../../../../../shared/features/report/fact.ts'
import * as figures from '../../../../../shared/features/report/figure-sql.ts'
import { parametersOf, type Scope } from '../../../../../shared/features/report/figure-sql.ts'
import { type MeasureKey, measures } from '../../../../../shared/features/report/measure.ts'
import type { Measure } from '../../../../../shared/features/report/measure-type.ts'
import type { ReadDatabase } from '../../../database/connection.ts'
import { factSources, withClasses } from './fact-store.ts'

export { type Filters, lastDue, parametersOf, type Scope } from '../../../../../shared/features/report/figure-sql.ts'

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
      withClasses(fact, scope.countedBy, figures.statementOf(factSources[fact], keys, by, scope)),
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

/** What a row must fulfil to count in a figure. */
export function conditionOf(measure: Measure): string {
  return figures.conditionOf(factSources[measure.fact], measure)
}

/** The period and the filters. */
export function conditionsOf(fact: FactKey, scope: Pick<Scope, 'filters'>): string {
  return figures.conditionsOf(factSources[fact], scope)
}

export function columnOf(fact: FactKey, column: FactColumn): string {
  return figures.columnOf(factSources[fact], column)
}
