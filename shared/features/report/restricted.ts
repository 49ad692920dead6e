import { keysOf } from '../../kernel/keys-of.ts'
import { reachOf } from '../access/access-matrix.ts'
import type { Role } from '../access/roles.ts'
import { type DimensionKey, dimensions, isRestricted } from './dimension.ts'
import { type MeasureKey, measures } from './measure.ts'

const columns: readonly string[] = keysOf(dimensions)
  .filter(isRestricted)
  .map(key => dimensions[key].column)

/** True if a figure or its filters reveal sensitive data (UU 27/2022) about the people counted: decile, a child with stunting. */
export function tellsRestricted(measure: MeasureKey, filters: Partial<Record<DimensionKey, unknown>>): boolean {
  return (
    Object.keys(measures[measure].where ?? {}).some(column => columns.includes(column)) ||
    (Object.keys(filters) as DimensionKey[]).some(isRestricted)
  )
}

/** Whether a person may see who is counted in such a figure. */
export function mayOpenRestricted(person: { roles: readonly Role[] } | null): boolean {
  return reachOf(person?.roles ?? [], 'restricted.open') !== null
}
