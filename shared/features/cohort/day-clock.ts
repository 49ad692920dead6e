import type { DomainErrorData } from '../../domain-error.ts'
import { type PlainDate, weekdayOf } from '../../kernel/plain-date.ts'
import { minutesOf, timeOfMinutes } from '../../kernel/time.ts'

export const clockKinds = ['ordinary', 'friday', 'ramadan'] as const
export type ClockKind = (typeof clockKinds)[number]

/** A break after so many hours (JP) of the day. */
type Break = { after: number; minutes: number; name: string }
export type DayClock = { startTime: string; minutesPerHour: number; breaks: readonly Break[] }
export type CohortClock = Record<ClockKind, DayClock> & {
  /** `ramadan`: the shorter days of the fasting month. `fasting`: its dates; null if it does not overlap the class. */
  ramadan: DayClock
  fasting: { from: PlainDate; until: PlainDate } | null
}

export type Times = { startTime: string; endTime: string }

export type ClockRow = { hour: number | null; name: string; start: string; end: string }

/** No teaching during the Friday prayer. */
export const prayer = { start: '11:30', end: '13:00' }

/** The usual day of the centre for a start at `startTime`. */
export function usualClock(startTime: string, minutesPerHour: number): CohortClock {
  const morning = minutesOf(startTime) < minutesOf('10:00')
  const lunch = { after: 5, minutes: 60, name: 'ISHOMA' }
  const pause = { after: 3, minutes: 15, name: 'Istirahat' }
  return {
    ordinary: { startTime, minutesPerHour, breaks: morning ? [pause, lunch] : [{ ...pause, after: 4 }] },
    friday: { startTime, minutesPerHour, breaks: fridayBreaks(startTime, minutesPerHour) },
    ramadan: { startTime, minutesPerHour, breaks: [{ after: 5, minutes: 30, name: 'Istirahat' }] },
    fasting: null,
  }
}

/**
 * One break from the last whole hour before the prayer until its end. A class that would start during the prayer starts after it, with a break before
 * its first hour.
 */
export function fridayBreaks(startTime: string, minutesPerHour: number): Break[] {
  const [start, end] = [minutesOf(prayer.start), minutesOf(prayer.end)]
  const first = minutesOf(startTime)
  if (first >= end) return []
  const after = Math.max(0, Math.floor((start - first) / minutesPerHour))
  return [{ after, minutes: end - (first + after * minutesPerHour), name: 'Istirahat dan salat Jumat' }]
}

export function clockKindOf(clock: CohortClock, date: PlainDate): ClockKind {
  if (weekdayOf(date) === 5) return 'friday'
  return isFasting(clock, date) ? 'ramadan' : 'ordinary'
}

function isFasting({ fasting }: CohortClock, date: PlainDate): boolean {
  return fasting !== null && fasting.from <= date && date <= fasting.until
}

/** A Friday in the fasting month has the short hours of that month, and the prayer break. */
export function clockOf(clock: CohortClock, date: PlainDate): DayClock {
  const kind = clockKindOf(clock, date)
  if (kind !== 'friday' || !isFasting(clock, date)) return clock[kind]
  const { startTime, minutesPerHour } = clock.ramadan
  return { startTime, minutesPerHour, breaks: fridayBreaks(startTime, minutesPerHour) }
}

/** The rows of a day with so many hours and their breaks. Throws RangeError if the day would pass midnight. */
export function clockRows(hours: number, { startTime, minutesPerHour, breaks }: DayClock): ClockRow[] {
  const rows: ClockRow[] = []
  let now = minutesOf(startTime)
  const push = (hour: number | null, name: string, minutes: number) => {
    rows.push({ hour, name, start: timeOfMinutes(now), end: timeOfMinutes(now + minutes) })
    now += minutes
  }
  for (let hour = 1; hour <= hours; hour += 1) {
    // A break after the last hour is dropped.
    for (const pause of breaks) if (pause.after === hour - 1) push(null, pause.name, pause.minutes)
    push(hour, `JP ${hour}`, minutesPerHour)
  }
  return rows
}

/** For lists and reports: no rows if the clock of a day is invalid, so that one bad class does not break them. */
export function readableClockRows(hours: number, clock: DayClock): ClockRow[] {
  try {
    return clockRows(hours, clock)
  } catch (error) {
    if (error instanceof RangeError) return []
    throw error
  }
}

/**
 * Times during which a day needs its people and room: it ends earlier or later than the class states by the difference to an ordinary day in hours
 * and clock. Throws RangeError if the day would pass midnight.
 */
export function dayTimes(
  hours: number,
  cohortClock: CohortClock,
  date: PlainDate,
  stated: { hours: number; endTime: string },
): Times {
  const day = taughtTimes(hours, clockOf(cohortClock, date))
  const spare = minutesOf(stated.endTime) - minutesOf(taughtTimes(stated.hours, cohortClock.ordinary).endTime)
  // A class may state an end that its hours do not reach; a day still lasts at least its first hour.
  const shortest = minutesOf(day.startTime) + cohortClock.ordinary.minutesPerHour
  return { ...day, endTime: timeOfMinutes(Math.max(shortest, minutesOf(day.endTime) + spare)) }
}

/** From the start of the first hour to the end of the last. */
export function taughtTimes(hours: number, clock: DayClock): Times {
  const taught = clockRows(hours, clock).filter(row => row.hour !== null)
  const [first, last] = [taught[0], taught.at(-1)]
  if (!first || !last) throw new RangeError(`${hours} hours`)
  return { startTime: first.start, endTime: last.end }
}

/** True if an hour overlaps the Friday prayer. */
export function breaksPrayer(hours: number, clock: DayClock): boolean {
  return clockRows(hours, clock).some(row => row.hour !== null && row.start < prayer.end && prayer.start < row.end)
}

/** Why this clock is impossible on a day of the class, or null: it passes midnight, or teaches during the Friday prayer. */
export function clockProblem(
  { date, hours }: { date: PlainDate; hours: number },
  cohortClock: CohortClock,
): DomainErrorData | null {
  const clock = clockOf(cohortClock, date)
  try {
    clockRows(hours, clock)
  } catch {
    return { code: 'clock_past_midnight' }
  }
  return weekdayOf(date) === 5 && breaksPrayer(hours, clock) ? { code: 'teaching_in_prayer', date } : null
}
