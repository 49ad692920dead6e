import type { Leave, LeaveDraft } from '../../../../shared/features/instructor/leave.ts'
import type { PlainDate } from '../../../../shared/kernel/plain-date.ts'
import type { ReadDatabase, WriteDatabase } from '../../database/connection.ts'

const columns = 'id, instructor_id AS instructorId, from_date AS "from", until_date AS until, reason'

type LeaveRow = Leave & { instructorId: number }

/** Of one person or all, latest first. */
export function leavesOf(db: ReadDatabase, only: number | null): LeaveRow[] {
  return db.all<LeaveRow>(
    `SELECT ${columns} FROM instructor_leave WHERE @only IS NULL OR instructor_id = @only ORDER BY from_date DESC, id DESC`,
    { only },
  )
}

export function findLeave(db: ReadDatabase, id: number): LeaveRow | undefined {
  return db.get<LeaveRow>(`SELECT ${columns} FROM instructor_leave WHERE id = ?`, [id])
}

/** The first day in the period that the person teaches, in classes that are not cancelled. */
export function taughtWithin(
  db: ReadDatabase,
  instructorId: number,
  { from, until }: Pick<LeaveDraft, 'from' | 'until'>,
): { n: number; date: PlainDate; cohort: string } | undefined {
  return db.get(
    `SELECT cohort_day.n, cohort_day.date, cohort.title AS cohort FROM teaching
     JOIN cohort_day ON cohort_day.id = teaching.day_id JOIN cohort ON cohort.id = cohort_day.cohort_id
     WHERE teaching.instructor_id = ? AND cohort_day.date BETWEEN ? AND ? AND cohort.cancelled_at IS NULL
     ORDER BY cohort_day.date LIMIT 1`,
    [instructorId, from, until],
  )
}

export function insertLeave(db: WriteDatabase, instructorId: number, leave: LeaveDraft): number {
  return db.insert('instructor_leave', 'instructor_id, from_date: from, until_date: until, reason', {
    ...leave,
    instructorId,
  })
}

export function updateLeave(db: WriteDatabase, id: number, leave: LeaveDraft): void {
  db.update('instructor_leave', 'from_date: from, until_date: until, reason', { ...leave, id })
}

export function deleteLeave(db: WriteDatabase, id: number): void {
  db.run('DELETE FROM instructor_leave WHERE id = ?', [id])
}
