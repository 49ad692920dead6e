import { type CohortClock, dayTimes, type Times, taughtTimes } from '../../../../shared/features/cohort/day-clock.ts'
import type { PlainDate } from '../../../../shared/kernel/plain-date.ts'
import type { WriteDatabase } from '../../database/connection.ts'
import { DomainError } from '../../domain-error.ts'
import { clockOfCohort } from './cohort-clock-store.ts'
import { daysOfCohort, writeTimes } from './cohort-day-store.ts'
import type { CohortRecord } from './cohort-store.ts'

type Stated = { hours: number; endTime: string }

/** The days with their times. @throws DomainError clock_past_midnight */
export function timed<Day extends { date: PlainDate; hours: number }>(
  days: readonly Day[],
  clock: CohortClock,
  stated: Stated,
): (Day & Times)[] {
  return days.map(day => ({ ...day, ...timesOn(day, clock, stated) }))
}

/** Call after clock, hours or stated times of a class changed. Held days keep their times. */
export function writeDayTimes(db: WriteDatabase, cohort: CohortRecord): void {
  const open = daysOfCohort(db, cohort.id).filter(day => !day.held)
  for (const day of timed(open, clockOfCohort(db, cohort), cohort)) writeTimes(db, day)
}

/** Stated times of a class with a set clock: those of an ordinary day. @throws DomainError clock_past_midnight */
export function statedTimes(hours: number, { ordinary }: CohortClock): Times {
  return withinTheDay(() => taughtTimes(hours, ordinary))
}

function timesOn({ date, hours }: { date: PlainDate; hours: number }, clock: CohortClock, stated: Stated): Times {
  return withinTheDay(() => dayTimes(hours, clock, date, stated))
}

function withinTheDay(read: () => Times): Times {
  try {
    return read()
  } catch (error) {
    if (error instanceof RangeError) throw new DomainError({ code: 'clock_past_midnight' })
    throw error
  }
}
