import { formatDayNumber } from '../../../../shared/features/cohort/day-number-format.ts'
import { uncoveredDays } from '../../../../shared/features/instructor/credential.ts'
import { formatUncovered } from '../../../../shared/features/instructor/credential-format.ts'
import type { ReplanProblem } from '../../../../shared/features/replan/day-off-change.ts'
import { shortDate } from '../../../../shared/kernel/date-format.ts'
import type { PlainDate } from '../../../../shared/kernel/plain-date.ts'
import { type Clash, dayOn, type ReplanBookings } from './book-replans.ts'
import type { CohortReplan } from './replan-cohorts.ts'
import type { ReplanContext, ReplanDay, ReplanInstructor } from './replan-context-store.ts'

/** What speaks against somebody on days of a class; `clashes` where it is another class. */
export type Cause = Pick<ReplanProblem, 'code' | 'message' | 'days'> & {
  clashes: Clash[]
  /** Of a missing credential: the same without the name. */
  why?: string
}

/** What the new dates of one class run into. */
export class ClashFinder {
  readonly #context: ReplanContext
  readonly #shift: CohortReplan
  readonly #meetings: ReplanBookings

  constructor(context: ReplanContext, shift: CohortReplan, meetings: ReplanBookings) {
    this.#context = context
    this.#shift = shift
    this.#meetings = meetings
  }

  /** Every day that is not held, with its date after the change. */
  openDays(): ReplanDay[] {
    const { cohort, replan } = this.#shift
    return cohort.days.flatMap((day, index) =>
      day.held ? [] : [dayOn(cohort, day, replan.days[index]?.date ?? day.date)],
    )
  }

  causes(instructor: ReplanInstructor, days: readonly ReplanDay[]): Cause[] {
    const { id, name } = instructor
    const { trade } = this.#shift.cohort
    const { allowed, requiredKinds } = this.#context
    const unlicensed = uncoveredDays(instructor.credentials, requiredKinds, trade, days).filter(
      ({ n }) => !allowed.has(`${days.find(day => day.n === n)?.id} ${id}`),
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

  /** Dates on which the class lacks its room, one of its teachers or one of its people; credentials no waiting can mend. */
  busyDates(days: readonly ReplanDay[]): PlainDate[] {
    const [day] = days
    const roomId = day ? this.#meetings.roomOf(this.#shift.cohort, day) : null
    const clashes = [
      ...(roomId === null ? [] : this.roomClashes(days, roomId)),
      ...this.traineeClashes(days).flatMap(([, rows]) => rows),
      ...this.#meetings.clashes(this.#shift.cohort, days, (other, own) =>
        [...this.#meetings.teachersOn(own)].some(id => this.#meetings.teachesOn(other.day, id)),
      ),
    ]
    const away = days.filter(row =>
      this.#context.leaves.some(
        leave => leave.from <= row.date && row.date <= leave.until && this.#meetings.teachesOn(row, leave.instructorId),
      ),
    )
    return [...clashes, ...away].map(row => row.date)
  }

  teacherClashes(id: number, days: readonly ReplanDay[]): Clash[] {
    return this.#meetings.clashes(this.#shift.cohort, days, other => this.#meetings.teachesOn(other.day, id))
  }

  roomClashes(days: readonly ReplanDay[], roomId: number): Clash[] {
    return this.#meetings.clashes(
      this.#shift.cohort,
      days,
      other => this.#meetings.roomOf(other.cohort, other.day) === roomId,
    )
  }

  traineeClashes(days: readonly ReplanDay[]): [name: string, clashes: Clash[]][] {
    const { sharedMembers } = this.#context
    const present = (n: number, row: { joinedDay: number; leftAfterDay: number | null }) =>
      n >= row.joinedDay && (row.leftAfterDay === null || n <= row.leftAfterDay)
    return (sharedMembers.get(this.#shift.cohort.id) ?? []).map(member => [
      member.name,
      this.#meetings.clashes(
        this.#shift.cohort,
        days.filter(day => present(day.n, member)),
        other =>
          (sharedMembers.get(other.cohort.id) ?? []).some(
            row => row.traineeId === member.traineeId && present(other.day.n, row),
          ),
      ),
    ])
  }
}

/** One entry for each class that is in the way. */
export function byTitle(clashes: readonly Clash[]): [title: string, clashes: Clash[]][] {
  return [...Map.groupBy(clashes, clash => clash.other.cohort.title)]
}
