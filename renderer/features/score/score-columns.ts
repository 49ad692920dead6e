import { type CohortUnitId, cohortUnitId } from '../../../shared/ids.ts'

/** What a column of the grid of scores holds. */
export type ScoreColumn =
  | { kind: 'theory' }
  | { kind: 'practice' }
  | { kind: 'final' }
  | { kind: 'result'; unitId: CohortUnitId }
  | { kind: 'unitScore'; unitId: CohortUnitId }

export function columnKey(column: ScoreColumn): string {
  return 'unitId' in column ? `${column.kind} ${column.unitId}` : column.kind
}

/** The inverse of columnKey; null for a key that is none. */
export function readColumn(key: string): ScoreColumn | null {
  const [kind, id] = key.split(' ')
  if (kind === 'theory' || kind === 'practice' || kind === 'final') return { kind }
  const unitId = cohortUnitId.safeParse(Number(id))
  return (kind === 'result' || kind === 'unitScore') && unitId.success ? { kind, unitId: unitId.data } : null
}
