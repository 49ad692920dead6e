import type { TimetableBlock } from '../../../../shared/features/timetable/contract.ts'
import type { ReadDatabase, WriteDatabase } from '../../database/connection.ts'

/** Stored blocks by day row; empty if none were ever stored. */
export function sessionsOfCohort(db: ReadDatabase, cohortId: number): Map<number, TimetableBlock[]> {
  const rows = db.all<TimetableBlock & { dayId: number }>(
    `SELECT day_id AS dayId, unit_id AS unitId, kind, session.hours, instructor_id AS instructorId
     FROM session JOIN cohort_day ON cohort_day.id = day_id WHERE cohort_day.cohort_id = ? ORDER BY cohort_day.n, position`,
    [cohortId],
  )
  return new Map(
    [...Map.groupBy(rows, row => row.dayId)].map(([dayId, blocks]) => [
      dayId,
      blocks.map(({ dayId: _, ...block }) => block),
    ]),
  )
}

export function writeSessions(db: WriteDatabase, dayId: number, blocks: readonly TimetableBlock[]): void {
  clearSessions(db, dayId)
  blocks.forEach((block, index) => {
    db.insert('session', 'day_id, position, unit_id, kind, hours, instructor_id', {
      ...block,
      dayId,
      position: index + 1,
    })
  })
}

/** Call before the hours of a day shrink, because the schema allows no more blocks than hours. */
export function clearSessions(db: WriteDatabase, dayId: number): void {
  db.run('DELETE FROM session WHERE day_id = ?', [dayId])
}

type Substitution = { n: number; out: string; in: string; reason: string; at: string; by: string }

export function substitutionsOfCohort(db: ReadDatabase, cohortId: number): Substitution[] {
  return db.all<Substitution>(
    `SELECT cohort_day.n, outgoing.name AS out, incoming.name AS "in", reason, recorded_at AS at, recorded_by AS by
     FROM substitution JOIN cohort_day ON cohort_day.id = substitution.day_id
     JOIN instructor AS outgoing ON outgoing.id = out_id JOIN instructor AS incoming ON incoming.id = in_id
     WHERE cohort_day.cohort_id = ? ORDER BY substitution.id DESC`,
    [cohortId],
  )
}

export function insertSubstitution(
  db: WriteDatabase,
  row: { dayId: number; outId: number; inId: number; reason: string; at: string; by: string },
): void {
  db.insert('substitution', 'day_id, out_id, in_id, reason, recorded_at: at, recorded_by: by', row)
}

/** Moves the blocks of one instructor on a day to another, who already teaches the day. */
export function handOverSessions(
  db: WriteDatabase,
  dayId: number,
  positions: readonly number[],
  instructorId: number,
): void {
  for (const position of positions)
    db.run('UPDATE session SET instructor_id = ? WHERE day_id = ? AND position = ?', [instructorId, dayId, position])
}
