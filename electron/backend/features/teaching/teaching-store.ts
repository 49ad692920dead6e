import type { LessonDraft, TaughtCorrection } from '../../../../shared/features/teaching/contract.ts'
import { inOrder } from '../../../../shared/features/teaching/lesson.ts'
import type { ReadDatabase } from '../../database/connection.ts'
import type { CommandScope } from '../../scope.ts'

type TaughtDayRecord = {
  closed: { by: string; at: string } | null
  lessons: LessonDraft[]
}

type Scope = Pick<CommandScope, 'db' | 'at' | 'operator'>

/** The days of a class whose teaching is written down, by the row of the day. */
export function taughtDaysOf(db: ReadDatabase, cohortId: number): Map<number, TaughtDayRecord> {
  const lessons = Map.groupBy(
    db.all<LessonDraft & { dayId: number }>(
      `SELECT day_id AS dayId, instructor_id AS instructorId, unit_id AS unitId, kind, first_hour AS firstHour,
         taught_lesson.hours, note
       FROM taught_lesson JOIN cohort_day ON cohort_day.id = day_id WHERE cohort_id = ? ORDER BY day_id, position`,
      [cohortId],
    ),
    row => row.dayId,
  )
  const days = db.all<{ dayId: number; closedAt: string | null; closedBy: string | null }>(
    `SELECT day_id AS dayId, taught_day.closed_at AS closedAt, taught_day.closed_by AS closedBy
     FROM taught_day JOIN cohort_day ON cohort_day.id = day_id WHERE cohort_id = ?`,
    [cohortId],
  )
  return new Map(
    days.map(({ dayId, closedAt, closedBy }) => [
      dayId,
      {
        closed: closedAt !== null && closedBy !== null ? { by: closedBy, at: closedAt } : null,
        lessons: (lessons.get(dayId) ?? []).map(({ dayId: _, ...lesson }) => lesson),
      },
    ]),
  )
}

/** In place of what was written down before. */
export function writeLessons({ db, at, operator }: Scope, dayId: number, lessons: readonly LessonDraft[]): void {
  db.run('INSERT OR IGNORE INTO taught_day (day_id, recorded_at, recorded_by) VALUES (?, ?, ?)', [
    dayId,
    at,
    operator.name,
  ])
  db.run('UPDATE taught_day SET recorded_at = ?, recorded_by = ? WHERE day_id = ?', [at, operator.name, dayId])
  db.run('DELETE FROM taught_lesson WHERE day_id = ?', [dayId])
  inOrder(lessons).forEach((lesson, index) => {
    db.run(
      `INSERT INTO taught_lesson (day_id, position, instructor_id, unit_id, kind, first_hour, hours, note)
       VALUES (@dayId, @position, @instructorId, @unitId, @kind, @firstHour, @hours, @note)`,
      { ...lesson, dayId, position: index + 1 },
    )
  })
}

export function closeTaughtDay({ db, at, operator }: Scope, dayId: number): void {
  db.run('UPDATE taught_day SET closed_at = ?, closed_by = ? WHERE day_id = ?', [at, operator.name, dayId])
}

export function insertCorrection(
  { db, at, operator }: Scope,
  dayId: number,
  change: { before: readonly string[]; after: readonly string[]; reason: string },
): void {
  db.run(
    `INSERT INTO taught_correction (day_id, before, after, reason, operator, recorded_at)
     VALUES (?, ?, ?, ?, ?, ?)`,
    [dayId, JSON.stringify(change.before), JSON.stringify(change.after), change.reason, operator.name, at],
  )
}

/** The newest first, by the row of the day. */
export function correctionsOf(db: ReadDatabase, cohortId: number): Map<number, TaughtCorrection[]> {
  const rows = db.all<{
    dayId: number
    at: string
    operator: string
    reason: string
    before: string
    after: string
  }>(
    `SELECT day_id AS dayId, recorded_at AS at, operator, reason, before, after
     FROM taught_correction JOIN cohort_day ON cohort_day.id = day_id WHERE cohort_id = ? ORDER BY taught_correction.id DESC`,
    [cohortId],
  )
  return new Map(
    [...Map.groupBy(rows, row => row.dayId)].map(([dayId, changes]) => [
      dayId,
      changes.map(({ at, operator, reason, before, after }) => ({
        at,
        operator,
        reason,
        before: JSON.parse(before) as string[],
        after: JSON.parse(after) as string[],
      })),
    ]),
  )
}
