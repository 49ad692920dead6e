import type { CohortUnitId } from '../../../../shared/ids.ts'
import type { ReadDatabase, WriteDatabase } from '../../database/connection.ts'

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

/** All scores of one person; a unit without result and score keeps no row. */
export function saveScores(db: WriteDatabase, enrolmentId: number, { theory, practice, units }: Scores): void {
  db.run(
    `INSERT INTO score (enrolment_id, theory, practice) VALUES (?, ?, ?)
     ON CONFLICT (enrolment_id) DO UPDATE SET theory = excluded.theory, practice = excluded.practice`,
    [enrolmentId, theory, practice],
  )
  for (const { unitId, result, score } of units.values()) {
    if (result === null && score === null) {
      db.run('DELETE FROM unit_result WHERE enrolment_id = ? AND unit_id = ?', [enrolmentId, unitId])
    } else {
      db.run(
        `INSERT INTO unit_result (enrolment_id, unit_id, result, score) VALUES (?, ?, ?, ?)
         ON CONFLICT (enrolment_id, unit_id) DO UPDATE SET result = excluded.result, score = excluded.score`,
        [enrolmentId, unitId, result, score],
      )
    }
  }
}
