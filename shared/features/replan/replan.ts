import { dateOfDayNumber, dayNumber, type PlainDate } from '../../kernel/plain-date.ts'
import { offReader, type Skipped, type TrainingDay, type WorkCalendar } from '../cohort/working-days.ts'

export type NumberedDay = TrainingDay & {
  /** Has a mark or is closed: it took place and keeps its date. */
  held: boolean
}

export type Move = { n: number; from: PlainDate; to: PlainDate }

export type Replan = {
  days: NumberedDay[]
  moved: Move[]
  end: PlainDate
  /** Every calendar day without training between first and last, as planDays writes them. */
  skipped: Skipped[]
  /** Days not held on a day off that cannot move because a later day was held. */
  stuck: number[]
}

type ReplanRequest = {
  /** Sorted by n. */
  days: readonly NumberedDay[]
  /** Including the changed days off. */
  calendar: WorkCalendar
  /** The requested start, to which a first day that was moved by a holiday returns. Without it the present day 1. */
  wantedStart?: PlainDate | null
  /** No day is moved to a date before this one. */
  notBefore?: PlainDate
  /**
   * Why days were skipped so far. Entries before the last held day stay; a later day that no calendar keeps free any more and that cannot be used
   * again keeps its reason.
   */
  skipped?: readonly Skipped[]
}

/**
 * The dates of a class after its calendar changed. Days up to the last held one stay; each later day gets the first working day after the previous
 * one, so a new holiday pushes the rest and a withdrawn one pulls it back. Adding and withdrawing a holiday with nothing held in between restores the
 * old plan, unless `notBefore` has passed the withdrawn day. Throws RangeError for a class without days.
 */
export function replanDays({ days, calendar, wantedStart = null, notBefore, skipped = [] }: ReplanRequest): Replan {
  const [first] = days
  if (!first) throw new RangeError('a class has days')
  const whyOff = offReader(calendar)
  const kept = days.findLastIndex(day => day.held) + 1
  const lastKept = days[kept - 1]
  const earliest = notBefore === undefined ? Number.NEGATIVE_INFINITY : dayNumber(notBefore)
  let next = lastKept ? dayNumber(lastKept.date) + 1 : dayNumber(wantedStart ?? first.date)

  const replanned = days.map((day, index) => {
    if (index < kept) return day
    next = Math.max(next, Math.min(dayNumber(day.date), earliest))
    while (whyOff(next)) next += 1
    const date = dateOfDayNumber(next)
    next += 1
    return { ...day, date }
  })
  const moved = days.flatMap(({ n, date }, index): Move[] => {
    const to = replanned[index]?.date ?? date
    return to === date ? [] : [{ n, from: date, to }]
  })
  const dates = replanned.map(day => day.date)
  return {
    days: replanned,
    moved,
    end: dates.at(-1) ?? first.date,
    skipped: skippedBetween(dates, whyOff, skipped, lastKept?.date ?? null),
    stuck: days.slice(0, kept).flatMap(day => (!day.held && whyOff(dayNumber(day.date)) ? [day.n] : [])),
  }
}

function skippedBetween(
  dates: readonly PlainDate[],
  whyOff: (day: number) => Skipped | null,
  before: readonly Skipped[],
  historyUntil: PlainDate | null,
): Skipped[] {
  const training = new Set(dates)
  const history = new Map(before.map(entry => [entry.date, entry]))
  const [first = ''] = dates
  const last = dates.at(-1)
  if (!first || !last) return []
  const result: Skipped[] = []
  for (let day = dayNumber(first); day <= dayNumber(last); day += 1) {
    const date = dateOfDayNumber(day)
    if (training.has(date)) continue
    const passed = historyUntil !== null && date < historyUntil ? history.get(date) : undefined
    result.push(
      passed ?? whyOff(day) ?? history.get(date) ?? { date, kind: 'centre_closure', reason: 'Tidak berlatih' },
    )
  }
  return result
}
