import type { DimensionKey } from '../../../../../shared/features/report/dimension.ts'
import type { FactColumn, FactKey } from '../../../../../shared/features/report/fact.ts'
import * as figures from '../../../../../shared/features/report/figure-sql.ts'
import { parametersOf, type Scope } from '../../../../../shared/features/report/figure-sql.ts'
import { isAdditive, type MeasureKey, measures } from '../../../../../shared/features/report/measure.ts'
import type { Measure } from '../../../../../shared/features/report/measure-type.ts'
import type { ReadDatabase } from '../../../database/connection.ts'
import { factSources, withClasses } from './fact-store.ts'

export { type Filters, lastDue, parametersOf, type Scope } from '../../../../../shared/features/report/figure-sql.ts'

export type CountedRow<Key extends MeasureKey = MeasureKey> = {
  /** One for each dimension, as stored. */
  keys: (string | number)[]
  values: Record<Key, number>
}

/**
 * Figures divided by dimensions, one statement for each fact, without rows where every figure is 0. RangeError if a measure does not support a
 * dimension or filter.
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

/** Figures divided as finely as needed: coarser ones and the total are sums of it. */
export type Counting<Key extends MeasureKey = MeasureKey> = {
  wanted: readonly Key[]
  by: readonly DimensionKey[]
  rows: CountedRow<Key>[]
}

export function countFinely<Key extends MeasureKey>(
  db: ReadDatabase,
  wanted: readonly Key[],
  by: readonly DimensionKey[],
  scope: Scope,
): Counting<Key> {
  return { wanted, by, rows: countMeasures(db, wanted, by, scope) }
}

/** The figures of `fine` by some of its dimensions. Additive ones are summed; distinct people and days are counted again. */
export function countCoarser<Key extends MeasureKey>(
  db: ReadDatabase,
  fine: Counting<Key>,
  by: readonly DimensionKey[],
  scope: Scope,
): CountedRow<Key>[] {
  const { wanted } = fine
  if (by.length === fine.by.length && by.every((dimension, index) => dimension === fine.by[index])) return fine.rows
  const places = by.map(dimension => fine.by.indexOf(dimension))
  const added = wanted.filter(isAdditive)
  const rows = new Map<string, CountedRow<Key>>()
  const rowAt = (keys: CountedRow['keys']) => {
    const id = JSON.stringify(keys)
    const known = rows.get(id) ?? { keys, values: zeros(wanted) }
    rows.set(id, known)
    return known.values
  }
  for (const { keys, values } of fine.rows) {
    const sums = rowAt(places.map(place => keys[place] ?? ''))
    for (const key of added) sums[key] += values[key]
  }
  const again = wanted.filter(key => !isAdditive(key))
  if (again.length > 0)
    for (const { keys, values } of countMeasures(db, again, by, scope))
      for (const key of again) rowAt(keys)[key] = values[key]
  return [...rows.values()].filter(row => by.length === 0 || wanted.some(key => row.values[key] !== 0))
}

/** The total of what was counted in parts. */
export function wholeOf<Key extends MeasureKey>(
  db: ReadDatabase,
  fine: Counting<Key>,
  scope: Scope,
): Record<Key, number> {
  return countCoarser(db, fine, [], scope)[0]?.values ?? zeros(fine.wanted)
}

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

export function conditionOf(measure: Measure): string {
  return figures.conditionOf(factSources[measure.fact], measure)
}

export function conditionsOf(fact: FactKey, scope: Pick<Scope, 'filters'>): string {
  return figures.conditionsOf(factSources[fact], scope)
}

export function columnOf(fact: FactKey, column: FactColumn): string {
  return figures.columnOf(factSources[fact], column)
}
