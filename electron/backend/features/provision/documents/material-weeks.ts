import type { PlainDate } from '../../../../../shared/kernel/plain-date.ts'
import { weekEnds } from '../../../paper-kit/cohort-format.ts'

/** First and last training day of each calendar week of the class. */
export function weeksOf(days: readonly { date: PlainDate }[]): { from: PlainDate; to: PlainDate }[] {
  const ends = weekEnds(days)
  const weeks: { from: PlainDate; to: PlainDate }[] = []
  days.forEach(({ date }, index) => {
    const last = weeks.at(-1)
    if (last && !ends.has(index - 1)) last.to = date
    else weeks.push({ from: date, to: date })
  })
  return weeks
}
