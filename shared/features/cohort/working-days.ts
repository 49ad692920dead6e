import {
  dateOfDayNumber,
  dayNumber,
  daysFrom,
  type PlainDate,
  weekdayName,
  weekdayOfDayNumber,
  yearOf,
} from '../../kernel/plain-date.ts'
import { type DayOff, type DayOffKind, dayOffKinds } from '../calendar/day-off.ts'

export type WorkCalendar = {
  /** Training days a week: 5 is Monday to Friday, 6 is Monday to Saturday. */
  week: 5 | 6
  /** 'work' makes joint leave (cuti bersama) a training day. */
  jointLeave: 'off' | 'work'
  daysOff: readonly DayOff[]
}

/** A calendar day without training; `reason` is shown on the rail, e.g. 'Sabtu' or 'Minggu, Hari Paskah'. */
export type Skipped = { date: PlainDate; kind: 'weekend' | DayOffKind; reason: string }

export type PlanRequest = WorkCalendar & {
  /** Day 1; must be a working day. */
  start: PlainDate
  /** Training days, 1 to 60. */
  count: number
  /** Training hours (JP) of every day, 1 to 12. */
  hours: number
  /** Years with known holidays. */
  years: readonly number[]
}

export type TrainingDay = { n: number; date: PlainDate; hours: number }

/**
 * - crosses_budget_year: first and last day are in different calendar years.
 * - no_holiday_table: a year of the class has no holiday table, so only its weekends were skipped.
 * - lone_day: a training day is between two days off; see loneDays.
 */
export type PlanWarning = 'crosses_budget_year' | 'no_holiday_table' | 'lone_day'

export type Plan = {
  start: PlainDate
  end: PlainDate
  days: TrainingDay[]
  /** Every calendar day between start and end without training, in order. */
  skipped: Skipped[]
  totalHours: number
  warnings: PlanWarning[]
}

/**
 * Plans `count` training days from `start` on over the working days. Throws RangeError if the start is a day off (check whyOff first) or a number is
 * out of range.
 */
export function planDays(request: PlanRequest): Plan {
  const { start, count, hours, week } = request
  if (!Number.isInteger(count) || count < 1 || count > 60) throw new RangeError(`count ${count}`)
  if (!Number.isInteger(hours) || hours < 1 || hours > 12) throw new RangeError(`hours ${hours}`)
  const index = indexDaysOff(request)
  const first = dayNumber(start)
  if (whyOffIndexed(first, week, index)) throw new RangeError(`start ${start} is a day off`)

  const days: TrainingDay[] = []
  const skipped: Skipped[] = []
  let end = start
  for (let day = first; days.length < count; day += 1) {
    const off = whyOffIndexed(day, week, index)
    if (off) {
      skipped.push(off)
    } else {
      end = dateOfDayNumber(day)
      days.push({ n: days.length + 1, date: end, hours })
    }
  }

  return { start, end, days, skipped, totalHours: count * hours, warnings: planWarnings(days, request) }
}

/** Warnings of the planner and of the class page; the days must be sorted. */
export function planWarnings(
  days: readonly { date: PlainDate }[],
  calendar: WorkCalendar & { years: readonly number[] },
): PlanWarning[] {
  const [first, last] = [days[0]?.date, days.at(-1)?.date]
  if (!first || !last) return []
  const warnings: PlanWarning[] = []
  if (yearOf(first) !== yearOf(last)) warnings.push('crosses_budget_year')
  if (yearsBetween(first, last).some(year => !calendar.years.includes(year))) warnings.push('no_holiday_table')
  if (loneDays(days, calendar).length > 0) warnings.push('lone_day')
  return warnings
}

/** Every day from first to last without training, with the reason. */
export function skippedBetween(first: PlainDate, last: PlainDate, whyOff: (day: number) => Skipped | null): Skipped[] {
  return daysFrom(first, last).flatMap(date => whyOff(dayNumber(date)) ?? [])
}

/**
 * Training days with a day off before and after them, for any reason. For the first and the last day the neighbours outside of the class count too,
 * because people travel for that day.
 */
export function loneDays(days: readonly { date: PlainDate }[], calendar: WorkCalendar): PlainDate[] {
  const index = indexDaysOff(calendar)
  const isOff = (day: number) => whyOffIndexed(day, calendar.week, index) !== null
  return days.map(day => day.date).filter(date => isOff(dayNumber(date) - 1) && isOff(dayNumber(date) + 1))
}

/**
 * The latest day on which a class of `count` days can start to end by `finishBy`, for 'Mulai paling lambat …'. The calendar must include the holidays
 * of earlier years.
 */
export function latestStart(finishBy: PlainDate, count: number, calendar: WorkCalendar): PlainDate {
  if (!Number.isInteger(count) || count < 1 || count > 60) throw new RangeError(`count ${count}`)
  const index = indexDaysOff(calendar)
  let day = dayNumber(finishBy) + 1
  for (let left = count; left > 0; ) {
    day -= 1
    if (!whyOffIndexed(day, calendar.week, index)) left -= 1
  }
  return dateOfDayNumber(day)
}

/** Why a day is no training day, or null for a working day. */
export function whyOff(date: PlainDate, calendar: WorkCalendar): Skipped | null {
  return whyOffIndexed(dayNumber(date), calendar.week, indexDaysOff(calendar))
}

/** The first working day after the date. */
export function nextWorkingDay(date: PlainDate, calendar: WorkCalendar): PlainDate {
  const index = indexDaysOff(calendar)
  let day = dayNumber(date) + 1
  while (whyOffIndexed(day, calendar.week, index)) day += 1
  return dateOfDayNumber(day)
}

/** A function that returns, for a day number, why there is no training or null. Builds its index once, for many days. */
export function offReader(calendar: WorkCalendar): (day: number) => Skipped | null {
  const index = indexDaysOff(calendar)
  return day => whyOffIndexed(day, calendar.week, index)
}

/** Days off by date, built once for many lookups. */
type DaysOffIndex = ReadonlyMap<PlainDate, { kind: DayOffKind; name: string }>

function indexDaysOff({ daysOff, jointLeave }: WorkCalendar): DaysOffIndex {
  const index = new Map<PlainDate, { kind: DayOffKind; name: string }>()
  const strongestFirst = daysOff.toSorted((a, b) => dayOffKinds.indexOf(a.kind) - dayOffKinds.indexOf(b.kind))
  for (const { date, kind, name } of strongestFirst) {
    if (kind === 'joint_leave' && jointLeave === 'work') continue
    const known = index.get(date)
    index.set(date, known ? { kind: known.kind, name: `${known.name}, ${name}` } : { kind, name })
  }
  return index
}

function whyOffIndexed(day: number, week: 5 | 6, index: DaysOffIndex): Skipped | null {
  const date = dateOfDayNumber(day)
  const off = index.get(date)
  if (weekdayOfDayNumber(day) > week) {
    return { date, kind: 'weekend', reason: off ? `${weekdayName(date)}, ${off.name}` : weekdayName(date) }
  }
  return off ? { date, kind: off.kind, reason: off.name } : null
}

function yearsBetween(first: PlainDate, last: PlainDate): number[] {
  return Array.from({ length: yearOf(last) - yearOf(first) + 1 }, (_, index) => yearOf(first) + index)
}
