import { addDays, daysBetween, monthOf, type PlainDate, plainDate, yearOf } from '../../../shared/kernel/plain-date.ts'

/** Left edge of a day as a share of the scale: '50%'. Days outside are placed at the nearer edge. */
export function sharePlace(first: PlainDate, last: PlainDate, date: PlainDate): string {
  const total = daysBetween(first, last) + 1
  return percent(Math.max(0, Math.min(total, daysBetween(first, date))) / total)
}

interface SpanPlace {
  left: string
  width: string
  /** Starts before the scale, or continues after it. */
  cutStart: boolean
  cutEnd: boolean
}

/** Position of the days `from` to `to` (both included) on the scale; null if none is on it. */
export function spanPlace(first: PlainDate, last: PlainDate, from: PlainDate, to: PlainDate): SpanPlace | null {
  if (to < first || from > last || to < from) return null
  const total = daysBetween(first, last) + 1
  const start = Math.max(0, daysBetween(first, from))
  const end = Math.min(total, daysBetween(first, to) + 1)
  return {
    left: percent(start / total),
    width: percent((end - start) / total),
    cutStart: from < first,
    cutEnd: to > last,
  }
}

/** The months of the scale with their position; the first may be partial. */
export function monthStarts(first: PlainDate, last: PlainDate): { date: PlainDate; left: string; width: string }[] {
  const months: { date: PlainDate; left: string; width: string }[] = []
  for (let date = first; date <= last; date = nextMonth(date)) {
    const place = spanPlace(first, last, date, addDays(nextMonth(date), -1))
    if (place) months.push({ date, left: place.left, width: place.width })
  }
  return months
}

function nextMonth(date: PlainDate): PlainDate {
  const month = monthOf(date)
  return month === 12 ? plainDate(yearOf(date) + 1, 1, 1) : plainDate(yearOf(date), month + 1, 1)
}

function percent(share: number): string {
  return `${Math.round(share * 1_000_000) / 10_000}%`
}
