import type {
  LessonDraft,
  ReportPeriod,
  TaughtCorrection,
  TeachingReport,
} from '../../../../shared/features/teaching/contract.ts'
import { inOrder } from '../../../../shared/features/teaching/lesson.ts'
import type { SessionKind } from '../../../../shared/features/timetable/timetable.ts'
import type { InstructorId } from '../../../../shared/ids.ts'
import type { PlainDate } from '../../../../shared/kernel/plain-date.ts'
import type { ReadDatabase } from '../../database/connection.ts'
import type { CommandScope } from '../../scope.ts'

type TaughtDayRecord = {
  closed: { by: string; at: string } | null
  lessons: LessonDraft[]
}

type Scope = Pick<CommandScope, 'db' | 'at' | 'operator'>

/** Days of a class with recorded teaching, by day row. */
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

/** Replaces recorded lessons. */
export function writeLessons({ db, at, operator }: Scope, dayId: number, lessons: readonly LessonDraft[]): void {
  db.run('INSERT OR IGNORE INTO taught_day (day_id, recorded_at, recorded_by) VALUES (?, ?, ?)', [
    dayId,
    at,
    operator.name,
  ])
  db.update('taught_day', 'recorded_at, recorded_by', { recordedAt: at, recordedBy: operator.name, dayId }, 'day_id')
  db.run('DELETE FROM taught_lesson WHERE day_id = ?', [dayId])
  inOrder(lessons).forEach((lesson, index) => {
    db.insert('taught_lesson', 'day_id, position, instructor_id, unit_id, kind, first_hour, hours, note', {
      ...lesson,
      dayId,
      position: index + 1,
    })
  })
}

export function closeTaughtDay({ db, at, operator }: Scope, dayId: number): void {
  db.update('taught_day', 'closed_at, closed_by', { closedAt: at, closedBy: operator.name, dayId }, 'day_id')
}

export function insertCorrection(
  { db, at, operator }: Scope,
  dayId: number,
  change: { before: readonly string[]; after: readonly string[]; reason: string },
): void {
  db.insert('taught_correction', 'day_id, before, after, reason, operator, recorded_at', {
    dayId,
    ...change,
    operator: operator.name,
    recordedAt: at,
  })
}

/** Newest first, by day row. */
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

export type LessonRow = {
  instructorId: InstructorId
  date: PlainDate
  cohortId: number
  n: number
  dayHours: number
  unitId: number | null
  kind: SessionKind
  firstHour: number
  hours: number
  note: string
}
/** Stated start and length of hours of a class, which determine its clock. */
type TaughtCohort = { id: number; code: string; title: string; startTime: string; minutesPerHour: number }

const inPeriod = `cohort_day.date BETWEEN @from AND @until AND (@code IS NULL OR cohort.code = @code)`

/** Lessons of closed days in the period by date and hour, including classes cancelled later. */
export function lessonsInPeriod(db: ReadDatabase, period: ReportPeriod): LessonRow[] {
  return db.all<LessonRow>(
    `SELECT instructor_id AS instructorId, date, cohort_id AS cohortId, n, cohort_day.hours AS dayHours, unit_id AS unitId, kind,
       first_hour AS firstHour, taught_lesson.hours, note
     FROM cohort_day CROSS JOIN taught_day ON taught_day.day_id = cohort_day.id AND taught_day.closed_at IS NOT NULL
     CROSS JOIN taught_lesson ON taught_lesson.day_id = cohort_day.id
     WHERE date BETWEEN @from AND @until AND (@code IS NULL OR cohort_id = (SELECT id FROM cohort WHERE code = @code))
     ORDER BY date, first_hour, cohort_id`,
    period,
  )
}

/** Shared data of many lessons, read once: classes and units by id. */
export function taughtCohorts(db: ReadDatabase): Map<number, TaughtCohort> {
  const rows = db.all<TaughtCohort>(
    'SELECT id, code, title, start_time AS startTime, minutes_per_hour AS minutesPerHour FROM cohort',
  )
  return new Map(rows.map(row => [row.id, row]))
}

export function namesOfUnits(db: ReadDatabase): Map<number, string> {
  const rows = db.all<{ id: number; name: string }>("SELECT id, code || ' ' || title AS name FROM cohort_unit")
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** Days of the period until today whose teaching is not closed. */
export function openDaysInPeriod(db: ReadDatabase, today: PlainDate, period: ReportPeriod): TeachingReport['open'] {
  return db.all(
    `SELECT cohort.code AS cohort, cohort.title, cohort_day.n, cohort_day.date
       FROM cohort_day JOIN cohort ON cohort.id = cohort_day.cohort_id LEFT JOIN taught_day ON taught_day.day_id = cohort_day.id
       WHERE ${inPeriod} AND cohort.cancelled_at IS NULL AND cohort_day.date <= @today AND taught_day.closed_at IS NULL
       ORDER BY cohort_day.date, cohort.code`,
    { ...period, today },
  )
}

/** Codes of other classes in which this instructor taught on that date. */
export function cohortsTaughtOn(db: ReadDatabase, date: PlainDate, instructorId: number, except: number): string[] {
  return db.values<string>(
    `SELECT DISTINCT cohort.code FROM cohort_day JOIN taught_lesson ON taught_lesson.day_id = cohort_day.id
       JOIN cohort ON cohort.id = cohort_day.cohort_id
       WHERE cohort_day.date = ? AND instructor_id = ? AND cohort.id <> ?`,
    [date, instructorId, except],
  )
}

export function namesOfInstructors(db: ReadDatabase): Map<number, { name: string; nip: string }> {
  const rows = db.all<{ id: number; name: string; nip: string }>('SELECT id, name, nip FROM instructor')
  return new Map(rows.map(({ id, name, nip }) => [id, { name, nip }]))
}
