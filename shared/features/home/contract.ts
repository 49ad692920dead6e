import type { PlainDate } from '../../kernel/plain-date.ts'
import { line, nothing } from '../../kernel/schema.ts'
import { output, query, task } from '../../operation.ts'
import type { OperationGroup } from '../access/access-matrix.ts'
import type { Sums } from '../activity/activity.ts'
import type { FollowUpRow } from '../alumni/contract.ts'
import type { TraineeState } from '../trainee/trainee-filter.ts'
import type { FirstSteps } from './first-steps.ts'

/** Unfinished work, with the page where it is done. */
export type OpenTask = {
  kind:
    | 'panel'
    | 'certificates'
    | 'correction'
    | 'attendance'
    | 'absence'
    | 'instructor'
    | 'calendar'
    | 'activity'
    | 'notice'
  /** Deadline; in the past if late, null if there is none. */
  due: PlainDate | null
  title: string
  detail: string
  /** The next action, a verb with its object: "Tutup hari ke-7". */
  action: string
  /** The right needed; others only see that it waits. */
  needs: OperationGroup
  path: string
}

export type HomeOverview = {
  today: PlainDate
  dayOff: string | null
  /** The next day with a class. */
  nextCohortDay: PlainDate | null
  /** All classes not cancelled, and those that the list of classes shows the person as running, waiting for the panel, and planned. */
  counts: { cohorts: number; running: number; waitingPanel: number; planned: number }
  /** Eight weeks from this Monday: every day, and the classes in them. */
  weeks: {
    days: { date: PlainDate; off: { kind: string; name: string } | null }[]
    classes: {
      code: string
      title: string
      end: PlainDate
      days: { n: number; date: PlainDate; closed: boolean; marked: boolean }[]
    }[]
  }
  openTasks: OpenTask[]
  /** `endangers`: a class has days after the end without another valid credential. */
  expiring: {
    name: string
    validUntil: PlainDate
    daysLeft: number
    detail: string
    endangers: boolean
    path: string
  }[]
  /** Null if there is nothing to show: no class continues past the end of the year, and there is no incentive budget. */
  budget: BudgetNote | null
}

export type BudgetNote = {
  year: number
  /** Titles of classes paid this year that end in the next. */
  crossing: string[]
  /** Dana insentif fiskal of both purposes together. */
  money: (Sums & { name: string }) | null
}

type SearchKind = 'trainee' | 'cohort' | 'instructor' | 'certificate' | 'room'

export type SearchHit = {
  kind: SearchKind
  title: string
  detail: string
  path: string
  /** Summary for the right pane. */
  person?: {
    sex: 'L' | 'P'
    birthDate: PlainDate
    village: string | null
    /** As stored, '62812…'; '' if unknown. */
    phone: string
    cohort: { code: string; title: string; state: TraineeState } | null
  }
}

export type SearchResult = {
  hits: SearchHit[]
  /** Number of all matches, counted up to `mostCounted`. */
  counts: Record<SearchKind, number>
  /** A name that differs by one letter if nothing matches; its matches may be among the hits. */
  suggestion: { text: string; count: number } | null
}

/** Nobody reads further, and counting everything that begins with 's' would take longer than searching. */
export const mostCounted = 100

export const homeContract = {
  firstSteps: task('everyone', 'Membaca langkah pertama', nothing, output<FirstSteps>()),
  overview: query('everyone', nothing, output<HomeOverview>()),
  /** A few, longest overdue first; `count` is the total. */
  overdueCalls: query('trainee.see', nothing, output<{ count: number; rows: FollowUpRow[]; centre: string }>()),
  search: query('everyone', { text: line(100) }, output<SearchResult>()),
}
