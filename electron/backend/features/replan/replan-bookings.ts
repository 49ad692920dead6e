import { overlaps, type Session } from '../../../../shared/features/cohort/overlap.ts'
import type { DayOffChange } from '../../../../shared/features/replan/day-off-change.ts'
import type { Replan } from '../../../../shared/features/replan/replan.ts'
import type { PlainDate } from '../../../../shared/kernel/plain-date.ts'
import { timed } from '../cohort/time-days.ts'
import type { CohortReplan } from './replan-cohorts.ts'
import type { ReplanCohort, ReplanContext, ReplanDay } from './replan-context-store.ts'

/** A day of a class after the change. */
export type Booking = Session & { cohort: ReplanCohort; day: ReplanDay }

export type Clash = { other: Booking; n: number; date: PlainDate }

/** Bookings of people and rooms after the change, with the answers so far. */
export class ReplanBookings {
  readonly #byDate: ReadonlyMap<PlainDate, Booking[]>
  readonly #teachers: ReadonlyMap<number, Set<number>>
  readonly #rooms: ReadonlyMap<string, number>

  constructor(context: ReplanContext, replans: readonly CohortReplan[], answers: DayOffChange['answers']) {
    const moved = new Map(replans.map(({ cohort, replan }) => [cohort.id, replan.days]))
    const bookings = context.cohorts.flatMap(cohort =>
      cohort.days.map((day, index): Booking => {
        const after = dayOn(cohort, day, moved.get(cohort.id)?.[index]?.date ?? day.date)
        return { cohort, day, ...sessionOf(after) }
      }),
    )
    this.#byDate = Map.groupBy(bookings, booking => booking.date)
    this.#teachers = new Map(
      context.cohorts.flatMap(cohort => cohort.days.map(day => [day.id, new Set(day.teachers.map(row => row.id))])),
    )
    const affected = new Set(replans.map(row => row.cohort.code))
    this.#rooms = new Map(
      answers.flatMap(answer =>
        answer.kind === 'room' && affected.has(answer.cohort) ? [[answer.cohort, answer.roomId]] : [],
      ),
    )
  }

  teachesOn(day: ReplanDay, instructorId: number): boolean {
    return this.#teachers.get(day.id)?.has(instructorId) === true
  }

  teachersOn(day: ReplanDay): Iterable<number> {
    return this.#teachers.get(day.id) ?? []
  }

  /** Later classes must see it: a substitute cannot take two classes at once. */
  replaceTeacher(day: ReplanDay, outId: number, inId: number | null): void {
    const teachers = this.#teachers.get(day.id)
    teachers?.delete(outId)
    if (inId !== null) teachers?.add(inId)
  }

  /** Held days keep their room, whatever is answered. */
  roomOf(cohort: ReplanCohort, day: ReplanDay): number | null {
    return day.held ? day.roomId : (this.#rooms.get(cohort.code) ?? day.roomId)
  }

  /** Other classes that overlap with these days, filtered by `shares`. */
  clashes(
    cohort: ReplanCohort,
    days: readonly ReplanDay[],
    shares: (other: Booking, day: ReplanDay) => boolean,
  ): Clash[] {
    return days.flatMap(day => {
      const session = sessionOf(day)
      return (this.#byDate.get(day.date) ?? [])
        .filter(other => other.cohort.id !== cohort.id && overlaps(session, other) && shares(other, day))
        .map(other => ({ other, n: day.n, date: day.date }))
    })
  }
}

/** The days of a class that move, with their new dates. */
export function movedDays(cohort: ReplanCohort, replan: Replan): ReplanDay[] {
  const dates = new Map(replan.moved.map(move => [move.n, move.to]))
  return cohort.days.flatMap(day => {
    const date = dates.get(day.n)
    return date === undefined ? [] : [dayOn(cohort, day, date)]
  })
}

/** A moved day takes the times of its new date: a Friday is longer, a day in the fasting month shorter. @throws DomainError clock_past_midnight */
export function dayOn({ clock, hours, endTime }: ReplanCohort, day: ReplanDay, date: PlainDate): ReplanDay {
  if (date === day.date) return day
  const [moved = day] = timed([{ ...day, date }], clock, { hours, endTime })
  return moved
}

function sessionOf({ date, startTime, endTime }: ReplanDay): Session {
  return { date, start: startTime, end: endTime }
}
