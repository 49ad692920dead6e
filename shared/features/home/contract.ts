import { z } from 'zod'
import type { PlainDate } from '../../kernel/plain-date.ts'
import { line, nothing } from '../../kernel/schema.ts'
import { output, query } from '../../operation.ts'

/** Something that waits to be finished, with the page where it is done (path inside the program). */
export type OpenTask = {
  kind: 'panel' | 'certificates' | 'attendance' | 'instructor' | 'calendar'
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
  budget: { words: string } | null
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
