import type { ScoreGrid, ScoreRow } from '../../../shared/features/score/contract.ts'
import { type CohortElementId, type CohortUnitId, cohortElementId, cohortUnitId } from '../../../shared/ids.ts'

/** The content of a column. */
export type ScoreColumn =
  | { kind: 'theory' }
  | { kind: 'practice' }
  | { kind: 'final' }
  | { kind: 'result'; unitId: CohortUnitId }
  | { kind: 'unitScore'; unitId: CohortUnitId }
  | { kind: 'element'; elementId: CohortElementId }
  | { kind: 'elementScore'; elementId: CohortElementId }

export function columnKey(column: ScoreColumn): string {
  if ('unitId' in column) return `${column.kind} ${column.unitId}`
  return 'elementId' in column ? `${column.kind} ${column.elementId}` : column.kind
}

/** The inverse of columnKey; null for an unknown key. */
export function readColumn(key: string): ScoreColumn | null {
  const [kind, id] = key.split(' ')
  if (kind === 'theory' || kind === 'practice' || kind === 'final') return { kind }
  if (kind === 'result' || kind === 'unitScore') {
    const unitId = cohortUnitId.safeParse(Number(id))
    return unitId.success ? { kind, unitId: unitId.data } : null
  }
  const elementId = cohortElementId.safeParse(Number(id))
  return (kind === 'element' || kind === 'elementScore') && elementId.success
    ? { kind, elementId: elementId.data }
    : null
}

export interface ShownColumns {
  /** Shows the score of each unit and element beside K or BK. */
  withScores: boolean
  /** Units whose elements are shown as columns. */
  opened: ReadonlySet<CohortUnitId>
}

/** The columns from left to right. */
export function scoreColumns({ units }: Pick<ScoreGrid, 'units'>, { withScores, opened }: ShownColumns): ScoreColumn[] {
  return [
    { kind: 'theory' },
    { kind: 'practice' },
    { kind: 'final' },
    ...units.flatMap((unit): ScoreColumn[] => [
      { kind: 'result', unitId: unit.id },
      ...(withScores ? [{ kind: 'unitScore' as const, unitId: unit.id }] : []),
      ...(opened.has(unit.id)
        ? unit.elements.flatMap(({ id }): ScoreColumn[] => [
            { kind: 'element', elementId: id },
            ...(withScores ? [{ kind: 'elementScore' as const, elementId: id }] : []),
          ])
        : []),
    ]),
  ]
}

/** Label of a column in a question: 'Teori', 'Unit 3', 'Unit 3 nilai', 'Unit 3 elemen 2'. */
export function askedColumn(field: string, grid: Pick<ScoreGrid, 'units'>, shown: ShownColumns): string | undefined {
  const [, unitNumber, elementNumber, score] = /^Unit (\d+)(?: elemen (\d+))?( nilai)?$/.exec(field) ?? []
  const unit = grid.units[Number(unitNumber) - 1]
  const element = unit?.elements[Number(elementNumber) - 1]
  const column: ScoreColumn | undefined =
    field === 'Teori'
      ? { kind: 'theory' }
      : field === 'Praktik'
        ? { kind: 'practice' }
        : element
          ? { kind: score ? 'elementScore' : 'element', elementId: element.id }
          : unit && { kind: score ? 'unitScore' : 'result', unitId: unit.id }
  const key = column && columnKey(column)
  return scoreColumns(grid, shown).some(one => columnKey(one) === key) ? key : undefined
}

/** True if the panel needs this cell. Elements are not needed, because a unit is judged as a whole or by its elements. */
export function isMissing(row: ScoreRow, column: ScoreColumn): boolean {
  if (row.left) return false
  if (column.kind === 'theory' || column.kind === 'practice') return row[column.kind] === null
  if (column.kind !== 'result') return false
  return row.units.find(unit => unit.unitId === column.unitId)?.result == null
}
