import type { CohortDay } from '../../../../shared/features/cohort/contract.ts'
import type { Times } from '../../../../shared/features/cohort/day-clock.ts'
import type { Plan, Skipped } from '../../../../shared/features/cohort/working-days.ts'
import type { PlainDate } from '../../../../shared/kernel/plain-date.ts'
import type { ReadDatabase, WriteDatabase } from '../../database/connection.ts'
import { foundIn } from '../../domain-error.ts'
import { credentialOverridesOf } from './credential-override-store.ts'

/** A day for rules; `id` is the row, `n` the number for people. */
export type DayRecord = CohortDay & { id: number; roomId: number | null }

export function daysOfCohort(db: ReadDatabase, cohortId: number): DayRecord[] {
  return daysOfCohorts(db, [cohortId]).get(cohortId) ?? []
}

type DayRow = {
  id: number
  cohortId: number
  n: number
  date: PlainDate
  startTime: string
  endTime: string
  hours: number
  topic: string
  roomId: number | null
  closedAt: string | null
  closedBy: string | null
  marks: number
  taught: number
  members: number
}

/** Days of several cohorts, by cohort row; three statements in total. */
export function daysOfCohorts(db: ReadDatabase, cohortIds: readonly number[]): Map<number, DayRecord[]> {
  const ids = JSON.stringify(cohortIds)
  const instructors = Map.groupBy(
    db.all<{ dayId: number; id: CohortDay['instructors'][number]['id']; name: string }>(
      `SELECT day_id AS dayId, instructor.id, instructor.name FROM ${daysAsked}
       CROSS JOIN teaching ON teaching.day_id = cohort_day.id CROSS JOIN instructor ON instructor.id = teaching.instructor_id
       ORDER BY day_id, teaching.position`,
      { ids },
    ),
    row => row.dayId,
  )
  const overrides = credentialOverridesOf(db, cohortIds)
  const rows = db.all<DayRow>(
    `SELECT cohort_day.id, cohort_day.cohort_id AS cohortId, n, date, coalesce(cohort_day.start_time, cohort.start_time) AS startTime,
       coalesce(cohort_day.end_time, cohort.end_time) AS endTime, cohort_day.hours, topic, cohort_day.room_id AS roomId, closed_at AS closedAt, closed_by AS closedBy,
       marks,
       EXISTS (SELECT 1 FROM taught_day WHERE day_id = cohort_day.id) AS taught,
       (SELECT count(*) FROM enrolment WHERE enrolment.cohort_id = cohort_day.cohort_id AND joined_day <= cohort_day.n
          AND (left_after_day IS NULL OR cohort_day.n <= left_after_day)) AS members
     FROM ${daysAsked} CROSS JOIN cohort ON cohort.id = cohort_day.cohort_id ORDER BY cohort_day.cohort_id, n`,
    { ids },
  )
  const days = rows.map(row => [row.cohortId, dayOf(row, instructors, overrides)] as const)
  return new Map([...Map.groupBy(days, ([cohortId]) => cohortId)].map(([id, own]) => [id, own.map(([, day]) => day)]))
}

/** CROSS JOIN fixes the order, from the requested cohorts to their days, independent of statistics. */
const daysAsked = 'json_each(@ids) AS asked CROSS JOIN cohort_day ON cohort_day.cohort_id = asked.value'

function dayOf(
  row: DayRow,
  instructors: ReadonlyMap<number, CohortDay['instructors']>,
  overrides: ReadonlyMap<number, CohortDay['overrides']>,
): DayRecord {
  const { cohortId: _, closedAt, closedBy, marks, taught, members, ...day } = row
  return {
    ...day,
    instructors: (instructors.get(day.id) ?? []).map(({ id, name }) => ({ id, name })),
    overrides: overrides.get(day.id) ?? [],
    held: marks > 0 || closedAt !== null || taught === 1,
    complete: members > 0 && marks >= members,
    closed: closedAt !== null && closedBy !== null ? { by: closedBy, at: closedAt } : null,
  }
}

/** @throws DomainError not_found */
export function dayNumbered<Day extends { n: number }>(days: readonly Day[], n: number): Day {
  return foundIn(days, day => day.n === n, 'day')
}

export function lastDayOf(db: ReadDatabase, cohortId: number): PlainDate {
  return db.value('SELECT max(date) FROM cohort_day WHERE cohort_id = ?', [cohortId])
}

export function skippedOfCohort(db: ReadDatabase, cohortId: number): Skipped[] {
  return skippedOfCohorts(db, [cohortId]).get(cohortId) ?? []
}

export function skippedOfCohorts(db: ReadDatabase, cohortIds: readonly number[]): Map<number, Skipped[]> {
  const rows = db.all<Skipped & { cohortId: number }>(
    `SELECT cohort_id AS cohortId, date, kind, reason FROM json_each(?) AS asked
     CROSS JOIN cohort_skip ON cohort_skip.cohort_id = asked.value ORDER BY cohort_id, date`,
    [JSON.stringify(cohortIds)],
  )
  const skipped = rows.map(({ cohortId, ...day }) => [cohortId, day] as const)
  return new Map([...Map.groupBy(skipped, ([id]) => id)].map(([id, own]) => [id, own.map(([, day]) => day)]))
}

export function writeSkipped(db: WriteDatabase, cohortId: number, plan: Pick<Plan, 'skipped'>): void {
  db.run('DELETE FROM cohort_skip WHERE cohort_id = ?', [cohortId])
  for (const day of plan.skipped) {
    db.insert('cohort_skip', 'cohort_id, date, kind, reason', { ...day, cohortId })
  }
}

export type DayMove = { from: PlainDate; day: Pick<DayRecord, 'id' | 'date' | 'startTime' | 'endTime'> }

/**
 * Moves days of classes, each with the times of its new date. The schema checks them after all are moved. The order avoids equal dates within a
 * class: later-moving days from the last, then earlier-moving ones from the first.
 */
export function moveDays(db: WriteDatabase, moves: readonly DayMove[]): void {
  const later = moves.filter(({ from, day }) => day.date > from).toSorted((a, b) => (a.from < b.from ? 1 : -1))
  const earlier = moves.filter(({ from, day }) => day.date < from).toSorted((a, b) => (a.from < b.from ? -1 : 1))
  const ordered = [...later, ...earlier].map(move => move.day)
  for (const { id } of ordered) db.insert('moving_day', 'day_id', { dayId: id })
  for (const { id, date, startTime, endTime } of ordered)
    db.update('cohort_day', 'date, start_time, end_time, kept_clock', { date, startTime, endTime, keptClock: null, id })
  for (const { id } of ordered) db.run('DELETE FROM moving_day WHERE day_id = ?', [id])
}

/** Writes the instructors of a day in order. Existing rows are kept, because blocks of the timetable refer to them. */
export function writeTeachers(db: WriteDatabase, dayId: number, instructorIds: readonly number[]): void {
  db.run('DELETE FROM teaching WHERE day_id = ? AND instructor_id NOT IN (SELECT value FROM json_each(?))', [
    dayId,
    JSON.stringify(instructorIds),
  ])
  // First moved away, because two people may swap positions.
  db.run('UPDATE teaching SET position = position + 100 WHERE day_id = ?', [dayId])
  instructorIds.forEach((instructorId, index) => {
    db.upsert('teaching', 'day_id, instructor_id', 'position', { dayId, instructorId, position: index + 1 })
  })
}

export function deleteTeacher(db: WriteDatabase, dayId: number, instructorId: number): void {
  db.run('DELETE FROM teaching WHERE day_id = ? AND instructor_id = ?', [dayId, instructorId])
}

export function writeHours(db: WriteDatabase, dayId: number, { hours, topic }: { hours: number; topic: string }): void {
  db.update('cohort_day', 'hours, topic', { hours, topic, id: dayId })
}

export function writeTopic(db: WriteDatabase, dayId: number, topic: string): void {
  db.update('cohort_day', 'topic', { topic, id: dayId })
}

export function writeTimes(db: WriteDatabase, { id, startTime, endTime }: Times & { id: number }): void {
  db.update('cohort_day', 'start_time, end_time, kept_clock', { startTime, endTime, keptClock: null, id })
}

/** null reopens the day. */
export function writeClosing(db: WriteDatabase, dayId: number, closed: { at: string; by: string } | null): void {
  db.update('cohort_day', 'closed_at, closed_by', {
    closedAt: closed?.at ?? null,
    closedBy: closed?.by ?? null,
    id: dayId,
  })
}
