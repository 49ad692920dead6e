import type { PlainDate } from '../../kernel/plain-date.ts'
import { line, nothing } from '../../kernel/schema.ts'
import { output, query, task } from '../../operation.ts'
import type { OperationGroup } from '../access/access-matrix.ts'
import type { Sums } from '../activity/activity.ts'
import type { FollowUpRow } from '../alumni/contract.ts'
import type { TraineeState } from '../trainee/trainee-filter.ts'
import type { FirstSteps } from './first-steps.ts'

/** Something that waits to be finished, with the page where it is done (path inside the program). */
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
  /** By when; past where it is late, null where no day presses. */
  due: PlainDate | null
  title: string
  detail: string
  /** The one next act, a verb with its object: "Tutup hari ke-7". */
  action: string
  /** Who may do it; others see that it waits. */
  needs: OperationGroup
  path: string
}

export type HomeOverview = {
  today: PlainDate
  dayOff: string | null
  /** First day after today on which a class meets. */
  nextCohortDay: PlainDate | null
  counts: { running: number; waitingPanel: number; startingSoon: number; cohorts: number }
  /** Eight weeks from the Monday of this one: every day, and the classes that meet in them. */
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
  /** `endangers`: days of a class lie after the end, and nothing else covers them. */
  expiring: {
    name: string
    validUntil: PlainDate
    daysLeft: number
    detail: string
    endangers: boolean
    path: string
  }[]
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

type SearchKind = 'trainee' | 'cohort' | 'instructor' | 'certificate' | 'room'

export type SearchHit = {
  kind: SearchKind
  title: string
  detail: string
  path: string
  /** What the right pane tells of a person. */
  person?: {
    sex: 'L' | 'P'
    birthDate: PlainDate
    village: string | null
    /** As it is stored, '62812…'; '' when not known. */
    phone: string
    cohort: { code: string; title: string; state: TraineeState } | null
  }
}

export type SearchResult = {
  hits: SearchHit[]
  /** All that fit, counted up to `mostCounted`. */
  counts: Record<SearchKind, number>
  /** Where nobody bears what was typed: a name one letter from it. People who bear that one may be among the hits. */
  suggestion: { text: string; count: number } | null
}

/** Nobody reads on so far; and counting all that begin with 's' would take longer than finding them. */
export const mostCounted = 100

export const homeContract = {
  firstSteps: task('everyone', 'Membaca langkah pertama', nothing, output<FirstSteps>()),
  overview: query('everyone', nothing, output<HomeOverview>()),
  /** The longest overdue first, few of them; `count` says how many there are. */
  overdueCalls: query('trainee.see', nothing, output<{ count: number; rows: FollowUpRow[]; centre: string }>()),
  search: query('everyone', { text: line(100) }, output<SearchResult>()),
}
