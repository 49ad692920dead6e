import type { Move } from '../features/replan/replan.ts'
import type { PlainDate } from '../kernel/plain-date.ts'
import type { CohortFacts } from './cohort-facts.ts'

/** Why and how the days of a class were moved, as it was written down when it was done. */
export type ScheduleChange = {
  planVersion: number
  /** 'move': somebody gave the class another first day. */
  action: 'add' | 'withdraw' | 'move'
  /** The day that became a day off, or is none any more; for a move the new first day. */
  date: PlainDate
  /** Of the day off; for a move its reason. */
  name: string
  /** Decree; '' where none was given. */
  source: string
  decidedOn: PlainDate
  moves: Move[]
}

/** Without a change: a form to be filled in by hand. */
export type ScheduleChangeFacts = CohortFacts & { change: ScheduleChange | null }
