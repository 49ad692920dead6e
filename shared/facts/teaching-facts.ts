import type { SessionKind } from '../features/timetable/timetable.ts'
import type { PlainDate } from '../kernel/plain-date.ts'
import type { CohortFacts, InstructorFacts } from './cohort-facts.ts'

export type LessonFacts = {
  instructor: InstructorFacts
  /** Code of the unit, '' without one. */
  code: string
  /** Title of the unit, or what was taught instead, with the note. */
  unit: string
  kind: SessionKind
  /** 'HH:MM' */
  start: string
  end: string
  firstHour: number
  hours: number
}

export type TaughtDayFacts = {
  n: number
  date: PlainDate
  /** Confirmed by an instructor; otherwise taken from the timetable. */
  closed: boolean
  lessons: LessonFacts[]
}

export type TeachingFacts = CohortFacts & { teaching: TaughtDayFacts[] }

/** Last of the days closed without a gap from the first, up to which totals are reliable; 0 if none. */
export function taughtUntilDay(teaching: readonly TaughtDayFacts[]): number {
  const open = teaching.findIndex(day => !day.closed)
  return open === -1 ? (teaching.at(-1)?.n ?? 0) : (teaching[open - 1]?.n ?? 0)
}
