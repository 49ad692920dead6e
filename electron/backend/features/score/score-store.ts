import type { CohortUnitId } from '../../../../shared/ids.ts'
import type { ReadDatabase } from '../../database/connection.ts'

export type UnitScore = { unitId: CohortUnitId; result: 'K' | 'BK' | null; score: number | null }
export type Scores = { theory: number | null; practice: number | null; units: Map<number, UnitScore> }

/** Scores of a class by enrolment; somebody without any is absent. */
export function scoresOfCohort(db: ReadDatabase, cohortId: number): Map<number, Scores> {
  const scores = new Map<number, Scores>()
  const of = (enrolmentId: number): Scores => {
    const present = scores.get(enrolmentId) ?? { theory: null, practice: null, units: new Map() }
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
  return scores
}
