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
  /** The valid input; null while something is wrong. */
  clock: ClockInput | null
  /** By path of the field: 'friday.breaks.0.minutes'. */
  errors: ReadonlyMap<string, string>
  /** Why a whole day is not possible, as text. */
  refused: string | null
}

/** The typed values checked by the schema of the command, and each day by its rules. */
export function readClock(values: ClockValues, days: readonly ClockDay[]): ClockReading {
  const { from, until } = values.fasting
  // Sorted by time for the draft only; the fields keep their places.
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

/** The times of a day of this kind while typing; null while they cannot be calculated. */
export function previewRows({ startTime, minutesPerHour, breaks }: DayClockValues, hours: number): ClockRow[] | null {
  try {
    const known = breaks.flatMap(({ after, minutes, name }) =>
      after === null || minutes === null ? [] : [{ after, minutes, name: name.trim() || 'Istirahat' }],
    )
    if (minutesPerHour === null || known.length < breaks.length) return null
    return clockRows(hours, { startTime, minutesPerHour, breaks: known })
  } catch {
    return null
  }
}

/** Hours of the longest day of this kind in the class, else of its longest day. */
export function hoursOfKind(days: readonly ClockDay[], kind: ClockKind): number {
  const fridays = days.filter(day => (weekdayOf(day.date) === 5) === (kind === 'friday'))
  return Math.max(1, ...(fridays.length > 0 ? fridays : days).map(day => day.hours))
}

/**
 * The fasting month before Idul Fitri in the calendar, where it overlaps the class. Its start assumes thirty days; both ends may move by one day
 * after the sighting of the moon.
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
