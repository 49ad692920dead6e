import { formatDayNumber } from '../../../../shared/features/cohort/day-number-format.ts'
import { isMemberOn } from '../../../../shared/features/cohort/membership.ts'
import { uncoveredDays } from '../../../../shared/features/instructor/credential.ts'
import { formatUncovered } from '../../../../shared/features/instructor/credential-format.ts'
import type { ReplanProblem } from '../../../../shared/features/replan/day-off-change.ts'
import { type PlainDate, shortDate } from '../../../../shared/kernel/plain-date.ts'
import { type Clash, dayOn, type ReplanBookings } from './replan-bookings.ts'
import type { CohortReplan } from './replan-cohorts.ts'
import type { ReplanContext, ReplanDay, ReplanInstructor } from './replan-context-store.ts'

/** Why a person cannot teach on days of a class; `clashes` if another class is the reason. */
export type Cause = Pick<ReplanProblem, 'code' | 'message' | 'days'> & {
  clashes: Clash[]
  /** For a missing credential: the reason without the name. */
  why?: string
}

/** Finds conflicts of the new dates of a class. */
export class ClashFinder {
  readonly #context: ReplanContext
  readonly #replan: CohortReplan
  readonly #bookings: ReplanBookings

  constructor(context: ReplanContext, replan: CohortReplan, bookings: ReplanBookings) {
    this.#context = context
    this.#replan = replan
    this.#bookings = bookings
  }

  /** Days not held, with their dates after the change. */
  openDays(): ReplanDay[] {
    const { cohort, replan } = this.#replan
    return cohort.days.flatMap((day, index) =>
      day.held ? [] : [dayOn(cohort, day, replan.days[index]?.date ?? day.date)],
    )
  }

  causes(instructor: ReplanInstructor, days: readonly ReplanDay[]): Cause[] {
    const { id, name } = instructor
    const { trade } = this.#replan.cohort
    const { overridden, requiredKinds } = this.#context
    const unlicensed = uncoveredDays(instructor.credentials, requiredKinds, trade, days).filter(
      ({ n }) => !overridden.has(`${days.find(day => day.n === n)?.id} ${id}`),
    )
    const gaps = [...Map.groupBy(unlicensed, row => JSON.stringify(row.reason)).values()].flatMap((rows): Cause[] => {
      const reason = rows[0]?.reason
      if (!reason) return []
      const numbers = rows.map(row => row.n)
      const message =
        reason.code === 'expired'
          ? `Sertifikat ${name} berakhir ${shortDate(reason.date)}, tidak sah pada ${formatDayNumber(numbers)}`
          : `${name} tidak sah pada ${formatDayNumber(numbers)}: ${formatUncovered(reason, trade)}`
      return [
        { code: 'instructor_not_permitted', message, days: numbers, clashes: [], why: formatUncovered(reason, trade) },
      ]
    })
    const busy = byTitle(this.teacherClashes(id, days)).map(([title, clashes]): Cause => {
      const numbers = clashes.map(row => row.n)
      const message = `${name} mengajar ${title} pada ${formatDayNumber(numbers)}`
      return { code: 'instructor_busy', message, days: numbers, clashes }
    })
    const away = this.#context.leaves.flatMap((leave): Cause[] => {
      if (leave.instructorId !== id) return []
      const numbers = days.filter(day => leave.from <= day.date && day.date <= leave.until).map(day => day.n)
      const message = `${name} tidak dapat mengajar ${formatDayNumber(numbers)}: ${leave.reason}`
      return numbers.length === 0 ? [] : [{ code: 'instructor_away', message, days: numbers, clashes: [] }]
    })
    return [...gaps, ...busy, ...away]
  }

  /** Dates on which room, instructors or members are busy; not missing credentials, because waiting does not help. */
  busyDates(days: readonly ReplanDay[]): PlainDate[] {
    const clashes = [
      ...this.#bookings.clashes(this.#replan.cohort, days, (other, own) => {
        const roomId = this.#bookings.roomOf(this.#replan.cohort, own)
        return roomId !== null && this.#bookings.roomOf(other.cohort, other.day) === roomId
      }),
      ...this.traineeClashes(days).flatMap(([, rows]) => rows),
      ...this.#bookings.clashes(this.#replan.cohort, days, (other, own) =>
        [...this.#bookings.teachersOn(own)].some(id => this.#bookings.teachesOn(other.day, id)),
      ),
    ]
    const away = days.filter(row =>
      this.#context.leaves.some(
        leave => leave.from <= row.date && row.date <= leave.until && this.#bookings.teachesOn(row, leave.instructorId),
      ),
    )
    return [...clashes, ...away].map(row => row.date)
  }

  teacherClashes(id: number, days: readonly ReplanDay[]): Clash[] {
    return this.#bookings.clashes(this.#replan.cohort, days, other => this.#bookings.teachesOn(other.day, id))
  }

  roomClashes(days: readonly ReplanDay[], roomId: number): Clash[] {
    return this.#bookings.clashes(
      this.#replan.cohort,
      days,
      other => this.#bookings.roomOf(other.cohort, other.day) === roomId,
    )
  }

  traineeClashes(days: readonly ReplanDay[]): [name: string, clashes: Clash[]][] {
    const { sharedMembers } = this.#context
    return (sharedMembers.get(this.#replan.cohort.id) ?? []).map(member => [
      member.name,
      this.#bookings.clashes(
        this.#replan.cohort,
        days.filter(day => isMemberOn(member, day.n)),
        other =>
          (sharedMembers.get(other.cohort.id) ?? []).some(
            row => row.traineeId === member.traineeId && isMemberOn(row, other.day.n),
          ),
      ),
    ])
  }
}

/** One entry for each conflicting class. */
export function byTitle(clashes: readonly Clash[]): [title: string, clashes: Clash[]][] {
  return [...Map.groupBy(clashes, clash => clash.other.cohort.title)]
}
