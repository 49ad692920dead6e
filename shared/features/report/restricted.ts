import { keysOf } from '../../kernel/keys-of.ts'
import { reachOf } from '../access/access-matrix.ts'
import type { Role } from '../access/roles.ts'
import { type DimensionKey, dimensions, isRestricted } from './dimension.ts'
import { type MeasureKey, measures } from './measure.ts'

const columns: readonly string[] = keysOf(dimensions)
  .filter(isRestricted)
  .map(key => dimensions[key].column)

/** Whether a figure, or what it is filtered by, says specific data (UU 27/2022) of whom it counts: their decile, a child with stunting. */
export function tellsRestricted(measure: MeasureKey, filters: Partial<Record<DimensionKey, unknown>>): boolean {
  return (
    Object.keys(measures[measure].where ?? {}).some(column => columns.includes(column)) ||
    (Object.keys(filters) as DimensionKey[]).some(isRestricted)
  )
}

/** Whether somebody may see whom such a figure counts. */
export function mayOpenRestricted(person: { roles: readonly Role[] } | null): boolean {
  return reachOf(person?.roles ?? [], 'restricted.open') !== null
}
