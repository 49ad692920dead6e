import { domainErrorMessage } from '../../../../shared/domain-error.ts'
import {
  type ClockKind,
  type ClockRow,
  type CohortClock,
  clockKinds,
  clockProblem,
  clockRows,
} from '../../../../shared/features/cohort/day-clock.ts'
import { cohortClock } from '../../../../shared/features/timetable/contract.ts'
import { addDays, type PlainDate, weekdayOf } from '../../../../shared/kernel/plain-date.ts'

export type BreakValues = { key: number; after: number | null; minutes: number | null; name: string }
export type DayClockValues = { startTime: string; minutesPerHour: number | null; breaks: BreakValues[] }
export type ClockValues = Record<ClockKind, DayClockValues> & {
  fasting: { from: PlainDate | null; until: PlainDate | null }
}

type ClockInput = ReturnType<typeof cohortClock.parse>
type ClockDay = { date: PlainDate; hours: number }

export function clockValues(clock: CohortClock): ClockValues {
  const values = (kind: ClockKind): DayClockValues => {
    const { startTime, minutesPerHour, breaks } = clock[kind]
    return { startTime, minutesPerHour, breaks: breaks.map((pause, key) => ({ ...pause, key })) }
  }
  return {
    ordinary: values('ordinary'),
    friday: values('friday'),
    ramadan: values('ramadan'),
    fasting: clock.fasting ?? { from: null, until: null },
  }
}

export type ClockReading = {
  /** What can be sent; null while something is wrong. */
  clock: ClockInput | null
  /** By the path of the field: 'friday.breaks.0.minutes'. */
  errors: ReadonlyMap<string, string>
  /** A whole day that is not possible, in words. */
  refused: string | null
}

/** What was typed, held against the schema of the command and, day by day, against its rules. */
export function readClock(values: ClockValues, days: readonly ClockDay[]): ClockReading {
  const { from, until } = values.fasting
  // In the order of the day, whichever was typed first; the fields keep their places.
  const order = (kind: ClockKind) => values[kind].breaks.toSorted((a, b) => (a.after ?? 0) - (b.after ?? 0))
  const day = (kind: ClockKind) => ({
    startTime: values[kind].startTime,
    minutesPerHour: values[kind].minutesPerHour,
    breaks: order(kind).map(({ after, minutes, name }) => ({ after, minutes, name })),
  })
  const read = cohortClock.safeParse({
    ordinary: day('ordinary'),
    friday: day('friday'),
    ramadan: day('ramadan'),
    fasting: from === null && until === null ? null : { from, until },
  })
  if (!read.success) {
    const errors = new Map<string, string>()
    for (const { path, message } of read.error.issues) {
      const [kind, list, index, name] = path
      const known = clockKinds.find(one => one === kind)
      const pause = known && list === 'breaks' && typeof index === 'number' ? order(known)[index] : undefined
      const place = known && pause ? values[known].breaks.indexOf(pause) : index
      const key = [kind, list, ...(index === undefined ? [] : [place]), ...(name === undefined ? [] : [name])].join('.')
      if (!errors.has(key)) errors.set(key, message)
    }
    return { clock: null, errors, refused: null }
  }
  const domainError = days.map(one => clockProblem(one, read.data)).find(one => one !== null) ?? null
  const refused = domainError && domainErrorMessage(domainError)
  return { clock: refused === null ? read.data : null, errors: new Map(), refused }
}

/** The rows of a day of this kind while it is being typed; null while they cannot be reckoned. */
export function previewRows({ startTime, minutesPerHour, breaks }: DayClockValues, hours: number): ClockRow[] | null {
  try {
    const known = breaks.flatMap(({ after, minutes, name }) =>
      after === null || minutes === null ? [] : [{ after, minutes, name: name.trim() || 'Istirahat' }],
    )
    return minutesPerHour === null ? null : clockRows(hours, { startTime, minutesPerHour, breaks: known })
  } catch {
    return null
  }
}

/** Hours of the longest day of this kind in the class; of its longest day where it has none. */
export function hoursOfKind(days: readonly ClockDay[], kind: ClockKind): number {
  const fridays = days.filter(day => (weekdayOf(day.date) === 5) === (kind === 'friday'))
  return Math.max(1, ...(fridays.length > 0 ? fridays : days).map(day => day.hours))
}

/**
 * The fasting month before an Idul Fitri of the calendar, where it touches the class. Its first day is reckoned by thirty days, and
 * either end may move by one after the sighting of the moon.
 */
export function fastingOffer(
  holidays: readonly { date: PlainDate; name: string; kind: string }[],
  period: { start: PlainDate; end: PlainDate },
): { feast: PlainDate; from: PlainDate; until: PlainDate } | null {
  const feasts = holidays
    .filter(day => day.kind === 'national_holiday' && /idul fitri/i.test(day.name))
    .map(day => day.date)
    .toSorted()
  for (const feast of feasts) {
    const offer = { feast, from: addDays(feast, -30), until: addDays(feast, -1) }
    if (offer.from <= period.end && period.start <= offer.until) return offer
  }
  return null
}
