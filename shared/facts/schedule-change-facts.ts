import type { Move } from '../features/replan/replan.ts'
import type { PlainDate } from '../kernel/plain-date.ts'
import type { CohortFacts } from './cohort-facts.ts'

/** Why and how the days of a class moved, as recorded. */
export type ScheduleChange = {
  planVersion: number
  /** 'move': the class got another first day. */
  action: 'add' | 'withdraw' | 'move'
  /** The day that became or is no longer a day off; for a move the new first day. */
  date: PlainDate
  /** Name of the day off; for a move its reason. */
  name: string
  /** Decree; '' if none. */
  source: string
  decidedOn: PlainDate
  moves: Move[]
}

/** Without a change: a form to fill in by hand. */
export type ScheduleChangeFacts = CohortFacts & { change: ScheduleChange | null }
