import { daysBetween, type PlainDate } from '../../../shared/kernel/plain-date.ts'

/** Days that follow one another without a gap; `from` counts from the first day of the axis, which is 0. */
export interface DayRun {
  from: number
  length: number
  first: PlainDate
  last: PlainDate
}

/** Dates in order as runs on an axis that begins at `origin`. */
export function dayRuns(origin: PlainDate, dates: readonly PlainDate[]): DayRun[] {
  const runs: DayRun[] = []
  for (const date of dates) {
    const place = daysBetween(origin, date)
    const last = runs.at(-1)
    if (last && last.from + last.length === place) {
      runs[runs.length - 1] = { ...last, length: last.length + 1, last: date }
    } else runs.push({ from: place, length: 1, first: date, last: date })
  }
  return runs
}
