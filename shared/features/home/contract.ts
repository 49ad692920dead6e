import { z } from 'zod'
import type { PlainDate } from '../../kernel/plain-date.ts'
import { line, nothing } from '../../kernel/schema.ts'
import { output, query } from '../../operation.ts'
import type { Sums } from '../activity/activity.ts'

/** Something that waits to be finished, with the page where it is done (path inside the program). */
export type OpenTask = {
  kind: 'panel' | 'certificates' | 'attendance' | 'instructor' | 'calendar' | 'activity'
  title: string
  detail: string
  action: string
  path: string
}

export type HomeOverview = {
  today: PlainDate
  dayOff: string | null
  /** First day after today on which a class meets. */
  nextClassDay: PlainDate | null
  counts: { running: number; waitingPanel: number; startingSoon: number; cohorts: number }
  week: { date: PlainDate; off: { kind: string; name: string } | null; classes: number }[]
  openTasks: OpenTask[]
  expiring: { name: string; validUntil: PlainDate; daysLeft: number; detail: string; path: string }[]
  /** Null while there is nothing to say: no class runs over the end of the year, and the year has no incentive money. */
  budget: BudgetNote | null
}

export type BudgetNote = {
  year: number
  /** Titles of classes that are paid by this year and end in the next. */
  crossing: string[]
  /** The dana insentif fiskal of both purposes together. */
  money: (Sums & { name: string }) | null
}

export type SearchHit = {
  kind: 'trainee' | 'cohort' | 'instructor' | 'certificate'
  title: string
  detail: string
  path: string
}

export const homeContract = {
  overview: query(nothing, output<HomeOverview>()),
  search: query(z.strictObject({ text: line(100) }), output<SearchHit[]>()),
}
