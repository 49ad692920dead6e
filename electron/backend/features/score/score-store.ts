import type { UnitJudgement } from '../../../../shared/features/score/score.ts'
import type { CohortElementId, CohortUnitId } from '../../../../shared/ids.ts'
import type { ReadDatabase, WriteDatabase } from '../../database/connection.ts'

type Judged = { result: UnitJudgement; score: number | null }
export type UnitScore = Judged & { unitId: CohortUnitId }
export type ElementScore = Judged & { elementId: CohortElementId }
export type Scores = {
  theory: number | null
  practice: number | null
  units: Map<number, UnitScore>
  elements: Map<number, ElementScore>
}

export function noScores(): Scores {
  return { theory: null, practice: null, units: new Map(), elements: new Map() }
}

/** Scores of a class by enrolment; people without any are absent. */
export function scoresOfCohort(db: ReadDatabase, cohortId: number): Map<number, Scores> {
  const scores = new Map<number, Scores>()
  const of = (enrolmentId: number): Scores => {
    const present = scores.get(enrolmentId) ?? noScores()
    scores.set(enrolmentId, present)
    return present
  }
  for (const row of db.all<{ id: number; theory: number | null; practice: number | null }>(
    'SELECT enrolment_id AS id, theory, practice FROM score JOIN enrolment ON enrolment.id = score.enrolment_id WHERE cohort_id = ?',
    [cohortId],
  )) {
    Object.assign(of(row.id), { theory: row.theory, practice: row.practice })
  }
  for (const { id, ...unit } of db.all<UnitScore & { id: number }>(
    `SELECT enrolment_id AS id, unit_id AS unitId, result, unit_result.score FROM unit_result
     JOIN enrolment ON enrolment.id = unit_result.enrolment_id WHERE cohort_id = ?`,
    [cohortId],
  )) {
    of(id).units.set(unit.unitId, unit)
  }
  for (const { id, ...element } of db.all<ElementScore & { id: number }>(
    `SELECT enrolment_id AS id, element_id AS elementId, result, element_result.score FROM element_result
     JOIN enrolment ON enrolment.id = element_result.enrolment_id WHERE cohort_id = ?`,
    [cohortId],
  )) {
    of(id).elements.set(element.elementId, element)
  }
  return scores
}

/** Writes all scores of a person; units and elements without result and score have no row. */
export function saveScores(
  db: WriteDatabase,
  enrolmentId: number,
  { theory, practice, units, elements }: Scores,
): void {
  db.upsert('score', 'enrolment_id', 'theory, practice', { enrolmentId, theory, practice })
  for (const { unitId, ...judged } of units.values())
    saveJudged(db, { table: 'unit_result', key: 'unit_id' }, enrolmentId, unitId, judged)
  for (const { elementId, ...judged } of elements.values())
    saveJudged(db, { table: 'element_result', key: 'element_id' }, enrolmentId, elementId, judged)
}

type JudgedTable = { table: 'unit_result'; key: 'unit_id' } | { table: 'element_result'; key: 'element_id' }

function saveJudged(
  db: WriteDatabase,
  { table, key }: JudgedTable,
  enrolmentId: number,
  id: number,
  { result, score }: Judged,
): void {
  if (result === null && score === null)
    db.run(`DELETE FROM ${table} WHERE enrolment_id = ? AND ${key} = ?`, [enrolmentId, id])
  else
    db.run(
      `INSERT INTO ${table} (enrolment_id, ${key}, result, score) VALUES (?, ?, ?, ?)
       ON CONFLICT (enrolment_id, ${key}) DO UPDATE SET result = excluded.result, score = excluded.score`,
      [enrolmentId, id, result, score],
    )
}

/** True if anybody in the class has a score or result. */
export function hasScores(db: ReadDatabase, cohortId: number): boolean {
  const scored = `SELECT 1 FROM enrolment WHERE cohort_id = @cohortId AND (
      EXISTS (SELECT 1 FROM score WHERE enrolment_id = enrolment.id AND (theory IS NOT NULL OR practice IS NOT NULL))
      OR EXISTS (SELECT 1 FROM unit_result WHERE enrolment_id = enrolment.id)
      OR EXISTS (SELECT 1 FROM element_result WHERE enrolment_id = enrolment.id)) LIMIT 1`
  return db.get(scored, { cohortId }) !== undefined
}
