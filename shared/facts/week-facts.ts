import type { ClockRow } from '../features/cohort/day-clock.ts'
import type { SessionKind } from '../features/timetable/timetable.ts'
import { addDays, type PlainDate, weekdayOf } from '../kernel/plain-date.ts'
import type { CohortFacts } from './cohort-facts.ts'

export type WeekBlock = { code: string; title: string; kind: SessionKind; hours: number; teachers: string[] }

/** A training day in the weekly timetable. */
export type WeekDay = { n: number; date: PlainDate; blocks: WeekBlock[]; clock: ClockRow[] }

export type ScheduleWeekFacts = CohortFacts & { timetable: WeekDay[] }

/** The days grouped by calendar week, starting on Monday. */
export function byWeek<Day extends { date: PlainDate }>(days: readonly Day[]): { monday: PlainDate; days: Day[] }[] {
  const weeks = Map.groupBy(days, day => addDays(day.date, 1 - weekdayOf(day.date)))
  return [...weeks].map(([monday, inWeek]) => ({ monday, days: inWeek }))
}
