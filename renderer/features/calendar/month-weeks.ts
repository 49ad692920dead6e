import type { CalendarYear } from '../../../shared/features/calendar/contract.ts'
import { addDays, daysInMonth, type PlainDate, plainDate, weekdayOf } from '../../../shared/kernel/plain-date.ts'

interface WeekBar {
  key: string
  code: string
  title: string
  /** Column of the first and the last training day, 1 = Monday. */
  from: number
  to: number
  /** Line below the days, from 0. A class keeps its line through the week; classes that follow each other share one. */
  lane: number
}

export interface MonthWeek {
  /** Monday to Sunday; the first and last week include days of the neighbouring months. */
  dates: PlainDate[]
  bars: WeekBar[]
  lanes: number
}

/** The weeks of a month with a bar for every run of consecutive training days, classes by their first day. */
export function monthWeeks(year: number, month: number, cohorts: CalendarYear['cohorts']): MonthWeek[] {
  const first = plainDate(year, month, 1)
  const last = plainDate(year, month, daysInMonth(year, month))
  const weeks: MonthWeek[] = []
  for (let monday = addDays(first, 1 - weekdayOf(first)); monday <= last; monday = addDays(monday, 7)) {
    const dates = Array.from({ length: 7 }, (_, index) => addDays(monday, index))
    const own = dates.map(date => (date >= first && date <= last ? date : null))
    weeks.push({ dates, ...barsOfWeek(own, cohorts) })
  }
  return weeks
}

function barsOfWeek(
  week: readonly (PlainDate | null)[],
  cohorts: CalendarYear['cohorts'],
): Pick<MonthWeek, 'bars' | 'lanes'> {
  /** Last occupied column, by line. */
  const taken: number[] = []
  const bars = cohorts.flatMap(cohort => {
    const own = barsOf(cohort, week)
    const [first] = own
    if (!first) return []
    const free = taken.findIndex(column => column < first.from)
    const lane = free < 0 ? taken.length : free
    taken[lane] = own.at(-1)?.to ?? first.to
    return own.map(bar => ({ ...bar, lane }))
  })
  return { bars, lanes: taken.length }
}

function barsOf(
  { code, title, dates }: CalendarYear['cohorts'][number],
  week: readonly (PlainDate | null)[],
): Omit<WeekBar, 'lane'>[] {
  const bars: Omit<WeekBar, 'lane'>[] = []
  week.forEach((date, index) => {
    if (date === null || !dates.includes(date)) return
    const bar = bars.at(-1)
    if (bar && bar.to === index) bar.to = index + 1
    else bars.push({ key: `${code} ${date}`, code, title, from: index + 1, to: index + 1 })
  })
  return bars
}
