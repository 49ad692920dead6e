import type { DayFacts } from '../../../../../shared/facts/cohort-facts.ts'
import { dayOf, monthName, monthOf, shortDate, weekdayName } from '../../../../../shared/kernel/plain-date.ts'
import { weekEnds } from '../../../paper-kit/cohort-format.ts'
import type { Column } from '../../../pdf/table/table.ts'

/** One narrow column for each day, with a thick line at the end of a calendar week. Dates come from the plan, never from counting. */
export function dayColumns(days: readonly DayFacts[], width: number, form: 'weekday' | 'date'): Column[] {
  const ends = weekEnds(days)
  return days.map((day, index) => ({
    title: [{ text: String(day.n), face: 'arimo-bold' as const, size: 9 }, ...dateLines(day, form, width)],
    width,
    align: 'center' as const,
    heavyAfter: ends.has(index),
  }))
}

function dateLines({ date }: DayFacts, form: 'weekday' | 'date', width: number) {
  const lines =
    form === 'weekday'
      ? [weekdayName(date).slice(0, width < 10.5 ? 3 : undefined), shortDate(date)]
      : [String(dayOf(date)), monthName(monthOf(date)).slice(0, 3)]
  return lines.map(text => ({ text, face: 'arimo' as const, size: 7.5 }))
}
