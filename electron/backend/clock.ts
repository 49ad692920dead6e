import { Temporal } from 'temporal-polyfill'
import type { PlainDate } from '../../shared/kernel/plain-date.ts'

/** The only source of time. A host passes the real clock, a test or `--today` a fixed one. */
export type Clock = { now(): Date }

/** Dates are calendar days in the centre's zone, independent of the zone of the PC. */
export const centreZone = 'Asia/Jakarta'

export type Moment = {
  today: PlainDate
  /** 'YYYY-MM-DDTHH:MM:SS' in the zone of the centre. */
  at: string
}

export const systemClock: Clock = { now: () => new Date() }

/** Always 08.00 of the given day. */
export function fixedClock(day: PlainDate): Clock {
  const moment = new Date(startOfWork(day))
  return { now: () => moment }
}

/** Starts at 08.00 of the given day and runs. */
export function runningClock(day: PlainDate): Clock {
  const shift = startOfWork(day) - Date.now()
  return { now: () => new Date(Date.now() + shift) }
}

export function momentOf(clock: Clock): Moment {
  const local = Temporal.Instant.fromEpochMilliseconds(clock.now().getTime())
    .toZonedDateTimeISO(centreZone)
    .toPlainDateTime()
  return { today: local.toPlainDate().toString() as PlainDate, at: local.toString({ smallestUnit: 'second' }) }
}

/** True if this PC shows another hour at that wall time of the centre. */
export function isOtherZone(at: string): boolean {
  const there = Temporal.PlainDateTime.from(at).toZonedDateTime(centreZone)
  return there.withTimeZone(Temporal.Now.timeZoneId()).offsetNanoseconds !== there.offsetNanoseconds
}

function startOfWork(day: PlainDate): number {
  return Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: centreZone, plainTime: '08:00' }).epochMilliseconds
}
