import type { LeaveKind } from '../../../../shared/features/cohort/cohort.ts'
import type { CohortTrainee } from '../../../../shared/features/cohort/contract.ts'
import { maskNik } from '../../../../shared/features/trainee/nik/nik.ts'
import { openGroups } from '../../../../shared/features/trainee/target-evidence.ts'
import type { Training } from '../../../../shared/features/trainee/trained-before.ts'
import type { ReadDatabase, WriteDatabase } from '../../database/connection.ts'
import { foundIn } from '../../domain-error.ts'
import { findVillage } from '../../region/villages.ts'
import type { AdmissionTarget } from '../trainee/target-store.ts'

export type EnrolmentRecord = CohortTrainee & { nik: string }

/** Members of a class, including those who left. */
export function peopleOfCohort(db: ReadDatabase, cohortId: number): number[] {
  return db.values<number>('SELECT trainee_id FROM enrolment WHERE cohort_id = ? ORDER BY id', [cohortId])
}

export function peopleOfEnrolments(db: ReadDatabase, enrolmentIds: readonly number[]): number[] {
  return db.values<number>('SELECT trainee_id FROM enrolment WHERE id IN (SELECT value FROM json_each(?))', [
    JSON.stringify(enrolmentIds),
  ])
}

export function traineesOfCohort(db: ReadDatabase, cohortId: number): EnrolmentRecord[] {
  type Row = AdmissionTarget &
    Omit<EnrolmentRecord, 'maskedNik' | 'village' | 'left' | 'target'> & {
      villageCode: string | null
      leftAfterDay: number | null
      leftKind: LeaveKind | null
      leftReason: string
    }
  const rows = db.all<Row>(
    `SELECT enrolment.id AS enrolmentId, trainee.id AS traineeId, position, trainee.name, nik, sex, village_code AS villageCode, phone,
       joined_day AS joinedDay, left_after_day AS leftAfterDay, left_kind AS leftKind, left_reason AS leftReason, repeat_reason AS repeatReason,
       source, poor, extreme_poor AS extremePoor, data_date AS dataDate
     FROM enrolment JOIN trainee ON trainee.id = enrolment.trainee_id
     LEFT JOIN enrolment_target ON enrolment_target.enrolment_id = enrolment.id
     WHERE cohort_id = ? ORDER BY position`,
    [cohortId],
  )
  return rows.map(
    ({ villageCode, leftAfterDay, leftKind, leftReason, source, poor, extremePoor, dataDate, ...row }) => ({
      ...row,
      maskedNik: maskNik(row.nik),
      village: findVillage(villageCode)?.village ?? null,
      left:
        leftAfterDay !== null && leftKind !== null
          ? { afterDay: leftAfterDay, kind: leftKind, reason: leftReason }
          : null,
      target: source === null ? null : { source, groups: openGroups(poor, extremePoor), dataDate },
    }),
  )
}

/** Classes in which a person has or had a place to the end. */
export function trainingsOf(db: ReadDatabase, traineeId: number, exceptCohort: number | null): Training[] {
  return db.all<Training>(
    `SELECT cohort.code, cohort.title, min(cohort_day.date) AS start, max(cohort_day.date) AS end
     FROM enrolment JOIN cohort ON cohort.id = enrolment.cohort_id JOIN cohort_day ON cohort_day.cohort_id = cohort.id
     WHERE enrolment.trainee_id = @traineeId AND enrolment.left_after_day IS NULL AND cohort.cancelled_at IS NULL
       AND cohort.id IS NOT @exceptCohort
     GROUP BY cohort.id ORDER BY start`,
    { traineeId, exceptCohort },
  )
}

export function enrolmentIn(db: ReadDatabase, cohort: { id: number }, enrolmentId: number): EnrolmentRecord {
  return foundIn(traineesOfCohort(db, cohort.id), row => row.enrolmentId === enrolmentId, 'enrolment')
}

export function insertEnrolment(
  db: WriteDatabase,
  row: { cohortId: number; traineeId: number; position: number; joinedDay: number; repeatReason: string },
): number {
  return db.insert('enrolment', 'cohort_id, trainee_id, position, joined_day, repeat_reason', row)
}

/** True if the enrolment has marks, corrections or a competence test. */
export function hasRecords(db: ReadDatabase, enrolmentId: number): boolean {
  const records = `SELECT 1 FROM attendance WHERE enrolment_id = @enrolmentId
    UNION ALL SELECT 1 FROM attendance_correction WHERE enrolment_id = @enrolmentId
    UNION ALL SELECT 1 FROM score_correction WHERE enrolment_id = @enrolmentId
    UNION ALL SELECT 1 FROM competence_test WHERE enrolment_id = @enrolmentId`
  return db.get(records, { enrolmentId }) !== undefined
}

/** Who closed the scores of a class; null while open. */
export function scoresClosedBy(db: ReadDatabase, cohortId: number): string | null {
  const row = db.get<{ by: string }>(
    'SELECT closed_by AS "by" FROM score_closing WHERE cohort_id = ? AND reopened_at IS NULL',
    [cohortId],
  )
  return row?.by ?? null
}

/** Deletes it with its scores; later ones move up. */
export function deleteEnrolment(db: WriteDatabase, cohortId: number, enrolment: EnrolmentRecord): void {
  const { enrolmentId, position } = enrolment
  db.run('DELETE FROM score WHERE enrolment_id = ?', [enrolmentId])
  db.run('DELETE FROM element_result WHERE enrolment_id = ?', [enrolmentId])
  db.run('DELETE FROM unit_result WHERE enrolment_id = ?', [enrolmentId])
  db.run('DELETE FROM enrolment WHERE id = ?', [enrolmentId])
  for (const row of traineesOfCohort(db, cohortId)) {
    if (row.position > position) db.run('UPDATE enrolment SET position = position - 1 WHERE id = ?', [row.enrolmentId])
  }
}

/** Number of the last day with a mark after `afterDay`; null if none. */
export function lastMarkAfter(db: ReadDatabase, enrolmentId: number, afterDay: number): number | null {
  const row = db.get<{ n: number }>(
    `SELECT cohort_day.n FROM attendance JOIN cohort_day ON cohort_day.id = attendance.day_id
     WHERE attendance.enrolment_id = ? AND cohort_day.n > ? ORDER BY cohort_day.n DESC LIMIT 1`,
    [enrolmentId, afterDay],
  )
  return row?.n ?? null
}

/** null removes the leaving. */
export function writeLeaving(db: WriteDatabase, enrolmentId: number, left: EnrolmentRecord['left']): void {
  db.update('enrolment', 'left_after_day, left_kind, left_reason', {
    leftAfterDay: left?.afterDay ?? null,
    leftKind: left?.kind ?? null,
    leftReason: left?.reason ?? '',
    id: enrolmentId,
  })
}
