import { daysBetween, type PlainDate, plainDate, yearOf } from '../../kernel/plain-date.ts'
import { percentOf } from './report.ts'

/** Elapsed part of a year at the end of a day, in hundredths of a percent. */
export function elapsedShare(year: number, today: PlainDate): number {
  if (yearOf(today) !== year) return yearOf(today) > year ? 10_000 : 0
  const first = plainDate(year, 1, 1)
  return percentOf(daysBetween(first, today) + 1, daysBetween(first, plainDate(year + 1, 1, 1))) ?? 0
}
