import {
  type ClockKind,
  type CohortClock,
  clockKinds,
  clockOf,
  type DayClock,
  usualClock,
} from '../../../../shared/features/cohort/day-clock.ts'
import type { PlainDate } from '../../../../shared/kernel/plain-date.ts'
import type { ReadDatabase, WriteDatabase } from '../../database/connection.ts'

const ofCohort = '(@only IS NULL OR cohort_id = @only)'

type Planned = { id: number; startTime: string; minutesPerHour: number }
type ClockRecord = { cohortId: number; kind: ClockKind; startTime: string; minutesPerHour: number }
type BreakRecord = { cohortId: number; kind: ClockKind; after: number; minutes: number; name: string }
type FastingRecord = { cohortId: number; from: PlainDate; until: PlainDate }

/** The clock of a class; the usual one unless set. */
export function clockOfCohort(db: ReadDatabase, cohort: Planned): CohortClock {
  return clocks(db, cohort.id)(cohort)
}

/** Reads the clocks of one class or all, once for many lookups. */
export function clocks(db: ReadDatabase, only: number | null = null): (cohort: Planned) => CohortClock {
  const kept = Map.groupBy(
    db.all<ClockRecord>(
      `SELECT cohort_id AS cohortId, kind, start_time AS startTime, minutes_per_hour AS minutesPerHour
       FROM cohort_clock WHERE ${ofCohort}`,
      { only },
    ),
    row => row.cohortId,
  )
  const breaks = Map.groupBy(
    db.all<BreakRecord>(
      `SELECT cohort_id AS cohortId, kind, after_hour AS after, minutes, name FROM cohort_break
       WHERE ${ofCohort} ORDER BY cohort_id, kind, position`,
      { only },
    ),
    row => `${row.cohortId} ${row.kind}`,
  )
  const fasting = new Map(
    db
      .all<FastingRecord>(
        `SELECT cohort_id AS cohortId, from_date AS "from", until_date AS until FROM cohort_fasting WHERE ${ofCohort}`,
        { only },
      )
      .map(({ cohortId, ...month }) => [cohortId, month]),
  )
  return ({ id, startTime, minutesPerHour }) => {
    const clock = { ...usualClock(startTime, minutesPerHour), fasting: fasting.get(id) ?? null }
    for (const { kind, cohortId: _, ...times } of kept.get(id) ?? []) {
      const pauses = breaks.get(`${id} ${kind}`) ?? []
      clock[kind] = { ...times, breaks: pauses.map(({ after, minutes, name }) => ({ after, minutes, name })) }
    }
    return clock
  }
}

/** The clock of each day: that of its class, or the one it was held with. */
export function dayClocks(
  db: ReadDatabase,
  only: number | null = null,
): (cohort: Planned, date: PlainDate) => DayClock {
  const rows = db.all<{ cohortId: number; date: PlainDate; clock: string }>(
    `SELECT cohort_id AS cohortId, date, kept_clock AS clock FROM cohort_day WHERE kept_clock IS NOT NULL AND ${ofCohort}`,
    { only },
  )
  const kept = new Map(rows.map(row => [`${row.cohortId} ${row.date}`, JSON.parse(row.clock) as DayClock]))
  const clockOfCohort = clocks(db, only)
  const known = new Map<number, CohortClock>()
  return (cohort, date) => {
    const own = kept.size > 0 && kept.get(`${cohort.id} ${date}`)
    if (own) return own
    const clock = known.get(cohort.id) ?? clockOfCohort(cohort)
    known.set(cohort.id, clock)
    return clockOf(clock, date)
  }
}

/** Call before changing times: held days keep their clock. */
export function keepClockOfHeldDays(db: WriteDatabase, cohort: Planned): void {
  const clock = clockOfCohort(db, cohort)
  const days = db.all<{ id: number; date: PlainDate }>(
    `SELECT day_id AS id, held_day.date FROM held_day JOIN cohort_day ON cohort_day.id = day_id
     WHERE held_day.cohort_id = ? AND kept_clock IS NULL`,
    [cohort.id],
  )
  for (const { id, date } of days) db.update('cohort_day', 'kept_clock', { keptClock: clockOf(clock, date), id })
}

export function saveClock(db: WriteDatabase, cohortId: number, clock: CohortClock): void {
  db.run('DELETE FROM cohort_clock WHERE cohort_id = ?', [cohortId])
  for (const kind of clockKinds) {
    db.insert('cohort_clock', 'cohort_id, kind, start_time, minutes_per_hour', { ...clock[kind], cohortId, kind })
    clock[kind].breaks.forEach((pause, index) => {
      db.insert('cohort_break', 'cohort_id, kind, position, after_hour: after, minutes, name', {
        ...pause,
        cohortId,
        kind,
        position: index + 1,
      })
    })
  }
  db.run('DELETE FROM cohort_fasting WHERE cohort_id = ?', [cohortId])
  if (clock.fasting)
    db.insert('cohort_fasting', 'cohort_id, from_date: from, until_date: until', { ...clock.fasting, cohortId })
}
