import {
  type ClassClock,
  type ClockKind,
  clockKinds,
  usualClock,
} from '../../../../shared/features/cohort/day-clock.ts'
import type { PlainDate } from '../../../../shared/kernel/plain-date.ts'
import type { ReadDatabase, WriteDatabase } from '../../database/connection.ts'
import { getRules } from '../centre/centre-store.ts'

/** The clock that a class keeps: the usual one of the centre until it was set. */
export function clockOfCohort(db: ReadDatabase, cohort: { id: number; startTime: string }): ClassClock {
  const clock = usualClock(cohort.startTime, getRules(db).minutesPerHour)
  const kept = db.all<{ kind: ClockKind; startTime: string; minutesPerHour: number }>(
    'SELECT kind, start_time AS startTime, minutes_per_hour AS minutesPerHour FROM class_clock WHERE cohort_id = ?',
    [cohort.id],
  )
  const breaks = Map.groupBy(
    db.all<{ kind: ClockKind; after: number; minutes: number; name: string }>(
      'SELECT kind, after_hour AS after, minutes, name FROM class_break WHERE cohort_id = ? ORDER BY position',
      [cohort.id],
    ),
    row => row.kind,
  )
  for (const { kind, ...times } of kept)
    clock[kind] = { ...times, breaks: (breaks.get(kind) ?? []).map(({ kind: _, ...pause }) => pause) }
  const fasting = db.get<{ from: PlainDate; until: PlainDate }>(
    'SELECT from_date AS "from", until_date AS until FROM class_fasting WHERE cohort_id = ?',
    [cohort.id],
  )
  return { ...clock, fasting: fasting ?? null }
}

export function saveClock(db: WriteDatabase, cohortId: number, clock: ClassClock): void {
  db.run('DELETE FROM class_clock WHERE cohort_id = ?', [cohortId])
  for (const kind of clockKinds) {
    const { startTime, minutesPerHour, breaks } = clock[kind]
    db.run('INSERT INTO class_clock (cohort_id, kind, start_time, minutes_per_hour) VALUES (?, ?, ?, ?)', [
      cohortId,
      kind,
      startTime,
      minutesPerHour,
    ])
    breaks.forEach(({ after, minutes, name }, index) => {
      db.run(
        'INSERT INTO class_break (cohort_id, kind, position, after_hour, minutes, name) VALUES (?, ?, ?, ?, ?, ?)',
        [cohortId, kind, index + 1, after, minutes, name],
      )
    })
  }
  db.run('DELETE FROM class_fasting WHERE cohort_id = ?', [cohortId])
  if (clock.fasting)
    db.run('INSERT INTO class_fasting (cohort_id, from_date, until_date) VALUES (?, ?, ?)', [
      cohortId,
      clock.fasting.from,
      clock.fasting.until,
    ])
}
