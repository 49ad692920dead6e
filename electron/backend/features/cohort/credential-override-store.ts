import type { TeachingOverride } from '../../../../shared/features/cohort/contract.ts'
import type { PlainDate } from '../../../../shared/kernel/plain-date.ts'
import type { ReadDatabase, WriteDatabase } from '../../database/connection.ts'

/** Permissions to teach without a credential, by day id. */
export function credentialOverridesOf(db: ReadDatabase, cohortIds: readonly number[]): Map<number, TeachingOverride[]> {
  const rows = db.all<TeachingOverride & { dayId: number }>(
    `SELECT day_id AS dayId, instructor_id AS instructorId, instructor.name, official, reason
     FROM json_each(?) AS asked CROSS JOIN cohort_day ON cohort_day.cohort_id = asked.value
     CROSS JOIN credential_override AS allowed ON allowed.day_id = cohort_day.id
     CROSS JOIN instructor ON instructor.id = allowed.instructor_id ORDER BY allowed.recorded_at, instructor.name`,
    [JSON.stringify(cohortIds)],
  )
  return new Map(
    [...Map.groupBy(rows, row => row.dayId)].map(([dayId, rows]) => [
      dayId,
      rows.map(({ dayId: _, ...override }) => override),
    ]),
  )
}

/** Numbers of the days of a class on which an official permits this person to teach. */
export function overriddenDays(db: ReadDatabase, cohortId: number | null, instructorId: number): Set<number> {
  const rows = db.all<{ n: number }>(
    `SELECT cohort_day.n FROM credential_override AS allowed JOIN cohort_day ON cohort_day.id = allowed.day_id
     WHERE cohort_day.cohort_id = ? AND allowed.instructor_id = ?`,
    [cohortId ?? 0, instructorId],
  )
  return new Set(rows.map(row => row.n))
}

/** The row contains the date of the day; when the day moves, the override moves too. */
export function insertOverride(
  db: WriteDatabase,
  row: { dayId: number; instructorId: number; date: PlainDate; official: string; reason: string; at: string },
): void {
  db.insert('credential_override', 'day_id, instructor_id, date, official, reason, recorded_at: at', row)
}

export function deleteOverride(db: WriteDatabase, dayId: number, instructorId: number): void {
  db.run('DELETE FROM credential_override WHERE day_id = ? AND instructor_id = ?', [dayId, instructorId])
}
