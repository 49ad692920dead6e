import { fitsBudgetYear } from '../../../../shared/features/activity/activity.ts'
import type {
  ShiftAnswer,
  ShiftProblem,
  ShiftProblemCode,
} from '../../../../shared/features/calendar/day-off-change.ts'
import { dayTimes } from '../../../../shared/features/cohort/day-clock.ts'
import { dayNumberWords } from '../../../../shared/features/cohort/day-number-words.ts'
import { overlaps, type Session } from '../../../../shared/features/cohort/overlap.ts'
import { uncoveredDays } from '../../../../shared/features/instructor/credential.ts'
import { uncoveredWords } from '../../../../shared/features/instructor/credential-words.ts'
import type { InstructorId } from '../../../../shared/ids.ts'
import { shortDate, shortDay } from '../../../../shared/kernel/date-words.ts'
import { type PlainDate, yearOf } from '../../../../shared/kernel/plain-date.ts'
import type { ClassShift } from './class-shifts.ts'
import type { ShiftClass, ShiftClassDay, ShiftInstructor, ShiftTeacher, ShiftWorld } from './shift-world.ts'

/** A class meeting on a day, as it will be after the change. */
type Meeting = Session & { cohort: ShiftClass; day: ShiftClassDay }

export type CheckedShift = {
  shift: ClassShift
  problems: ShiftProblem[]
  answered: { instructorId: InstructorId; substituteId: InstructorId | null; days: number[]; words: string }[]
}

/** Who teaches each day (by its row) after the answers taken so far. */
type TeachersAfter = Map<number, Set<number>>

/** Every affected class against the calendar as it will be, other moved classes included; answers are taken where they hold. */
export function checkShifts(
  world: ShiftWorld,
  shifts: readonly ClassShift[],
  answers: readonly ShiftAnswer[],
): CheckedShift[] {
  const meetings = meetingsAfter(world, shifts)
  const teachersAfter: TeachersAfter = new Map(
    world.classes.flatMap(cohort => cohort.days.map(day => [day.id, new Set(day.teachers.map(row => row.id))])),
  )
  return shifts.map(shift => {
    const check = new ShiftCheck(world, shift, meetings, teachersAfter)
    const problems: ShiftProblem[] = []
    const answered: CheckedShift['answered'] = []
    for (const teacher of check.teachers()) {
      const found = check.ofInstructor(teacher, check.taughtBy(teacher.id))
      const answer = answers.find(row => row.cohort === shift.cohort.code && row.instructorId === teacher.id)
      if (found.length === 0 || !answer) {
        problems.push(...found)
        continue
      }
      const days = [...new Set(found.flatMap(problem => problem.days))].toSorted((a, b) => a - b)
      const substitute = answer.substituteId === null ? null : world.instructors.get(answer.substituteId)
      const still = substitute ? check.ofSubstitute(substitute, days) : []
      problems.push(...still)
      if (still.length > 0) continue
      // The next class must see it: one substitute cannot stand in for two people at once.
      check.replace(teacher.id, substitute?.id ?? null, days)
      const words = substitute
        ? `${dayNumberWords(days, true)} diajar ${substitute.name}`
        : `${dayNumberWords(days, true)} belum ada pengajar`
      answered.push({ instructorId: teacher.id, substituteId: substitute?.id ?? null, days, words })
    }
    problems.push(...check.ofRoom(), ...check.ofTrainees(), ...check.ofYears(), ...check.ofStuckDays())
    return { shift, problems, answered }
  })
}

function meetingsAfter(world: ShiftWorld, shifts: readonly ClassShift[]): Map<PlainDate, Meeting[]> {
  const moved = new Map(shifts.map(({ cohort, replan }) => [cohort.id, replan.days]))
  const meetings = world.classes.flatMap(cohort =>
    cohort.days.map((day, index): Meeting => {
      const date = moved.get(cohort.id)?.[index]?.date ?? day.date
      return { cohort, day, ...sessionOn(cohort, day, date) }
    }),
  )
  return Map.groupBy(meetings, meeting => meeting.date)
}

/** A day that moves takes the times of its new date: a Friday lasts longer, a day of the fasting month is over earlier. */
export function sessionOn({ clock, hours, endTime }: ShiftClass, day: ShiftClassDay, date: PlainDate): Session {
  if (date === day.date) return { date, start: day.startTime, end: day.endTime }
  const times = dayTimes(day.hours, clock, date, { hours, endTime })
  return { date, start: times.startTime, end: times.endTime }
}

class ShiftCheck {
  readonly #world: ShiftWorld
  readonly #shift: ClassShift
  readonly #meetings: ReadonlyMap<PlainDate, Meeting[]>
  readonly #teachersAfter: TeachersAfter
  /** The moved days with their new dates. */
  readonly #days: ShiftClassDay[]

  constructor(
    world: ShiftWorld,
    shift: ClassShift,
    meetings: ReadonlyMap<PlainDate, Meeting[]>,
    teachersAfter: TeachersAfter,
  ) {
    const dates = new Map(shift.replan.moved.map(move => [move.n, move.to]))
    this.#world = world
    this.#shift = shift
    this.#meetings = meetings
    this.#teachersAfter = teachersAfter
    this.#days = shift.cohort.days.flatMap(day => {
      const date = dates.get(day.n)
      if (date === undefined) return []
      const { start, end } = sessionOn(shift.cohort, day, date)
      return [{ ...day, date, startTime: start, endTime: end }]
    })
  }

  teachers(): ShiftTeacher[] {
    return [...new Map(this.#days.flatMap(day => day.teachers.map(row => [row.id, row] as const))).values()]
  }

  taughtBy(id: number): ShiftClassDay[] {
    return this.#days.filter(day => day.teachers.some(row => row.id === id))
  }

  ofInstructor(teacher: ShiftTeacher, days: readonly ShiftClassDay[]): ShiftProblem[] {
    const instructor = this.#world.instructors.get(teacher.id)
    if (!instructor) return []
    const causes = this.#causes(instructor, days)
    if (causes.length === 0) return []
    const all = [...new Set(causes.flatMap(cause => cause.days))]
    const candidates = this.#candidates(
      teacher.id,
      days.filter(day => all.includes(day.n)),
    )
    return causes.map(cause => ({ ...cause, blocking: true, instructor: { ...teacher, candidates } }))
  }

  replace(outId: number, inId: number | null, numbers: readonly number[]): void {
    for (const day of this.#days.filter(row => numbers.includes(row.n))) {
      const teachers = this.#teachersAfter.get(day.id)
      teachers?.delete(outId)
      if (inId !== null) teachers?.add(inId)
    }
  }

  /** What speaks against a substitute; the answer is to choose another one. */
  ofSubstitute(instructor: ShiftInstructor, numbers: readonly number[]): ShiftProblem[] {
    const days = this.#days.filter(day => numbers.includes(day.n))
    const { id, name } = instructor
    const present = days.filter(day => this.#teachesAfter(day, id)).map(day => day.n)
    const already = {
      code: 'instructor_busy' as const,
      message: `${name} sudah mengajar ${dayNumberWords(present)}`,
      days: present,
    }
    return [...(present.length > 0 ? [already] : []), ...this.#causes(instructor, days)].map(cause => ({
      ...cause,
      blocking: true,
      instructor: { id, name, candidates: this.#candidates(id, days) },
    }))
  }

  ofRoom(): ShiftProblem[] {
    const { roomId, room } = this.#shift.cohort
    if (roomId === null) return []
    return this.#clashes(this.#days, other => other.cohort.roomId === roomId).map(({ title, days }) =>
      problem('room_busy', `${room} dipakai ${title} pada ${dayNumberWords(days)}`, days),
    )
  }

  ofTrainees(): ShiftProblem[] {
    const { sharedMembers } = this.#world
    return (sharedMembers.get(this.#shift.cohort.id) ?? []).flatMap(member => {
      const present = (n: number, row: { joinedDay: number; leftAfterDay: number | null }) =>
        n >= row.joinedDay && (row.leftAfterDay === null || n <= row.leftAfterDay)
      const days = this.#days.filter(day => present(day.n, member))
      return this.#clashes(days, other =>
        (sharedMembers.get(other.cohort.id) ?? []).some(
          row => row.traineeId === member.traineeId && present(other.day.n, row),
        ),
      ).map(({ title, days: busy }) =>
        problem('trainee_busy', `${member.name} mengikuti ${title} pada ${dayNumberWords(busy)}`, busy),
      )
    })
  }

  ofYears(): ShiftProblem[] {
    const { cohort, replan } = this.#shift
    const oldEnd = cohort.days.at(-1)?.date ?? replan.end
    const start = replan.days[0]?.date ?? replan.end
    const last = [cohort.days.length]
    const problems: ShiftProblem[] = []
    const missing = [yearOf(start), yearOf(replan.end)].find(year => !this.#world.years.has(year))
    if (missing !== undefined) {
      problems.push(problem('no_holiday_table', `Kalender ${missing} belum ada, isi kalender tahun itu dulu`, last))
    }
    if (cohort.budgetYear !== null && !fitsBudgetYear(start, cohort.budgetYear)) {
      const message = `Kelas kini mulai ${shortDay(start, { year: true })}, di luar tahun anggaran ${cohort.budgetYear} kegiatannya`
      problems.push(problem('activity_of_other_year', message, [1]))
    }
    if (yearOf(oldEnd) < yearOf(replan.end)) {
      const message = `Kelas kini melewati tahun anggaran ${yearOf(oldEnd)}, selesai ${shortDay(replan.end, { year: true })}`
      problems.push({ ...problem('crosses_budget_year', message, last), blocking: false })
    }
    return problems
  }

  ofStuckDays(): ShiftProblem[] {
    const { stuck } = this.#shift.replan
    if (stuck.length === 0) return []
    const message = `${dayNumberWords(stuck, true)} belum diisi dan tidak dapat dipindah, karena hari sesudahnya sudah dijalani`
    return [{ ...problem('day_shut_in', message, stuck), blocking: false }]
  }

  #causes(
    instructor: ShiftInstructor,
    days: readonly ShiftClassDay[],
  ): Pick<ShiftProblem, 'code' | 'message' | 'days'>[] {
    const { id, name } = instructor
    const { trade } = this.#shift.cohort
    const unlicensed = uncoveredDays(instructor.credentials, this.#world.requiredKinds, trade, days).filter(
      ({ n }) => !this.#world.allowed.has(`${days.find(day => day.n === n)?.id} ${id}`),
    )
    const gaps = [...Map.groupBy(unlicensed, row => JSON.stringify(row.reason)).values()].flatMap(rows => {
      const reason = rows[0]?.reason
      if (!reason) return []
      const numbers = rows.map(row => row.n)
      const message =
        reason.code === 'expired'
          ? `Sertifikat ${name} berakhir ${shortDate(reason.date)}, tidak sah pada ${dayNumberWords(numbers)}`
          : `${name} tidak sah pada ${dayNumberWords(numbers)}: ${uncoveredWords(reason, trade)}`
      return [{ code: 'instructor_not_permitted' as const, message, days: numbers }]
    })
    const busy = this.#clashes(days, other => this.#teachesAfter(other.day, id)).map(clash => ({
      code: 'instructor_busy' as const,
      message: `${name} mengajar ${clash.title} pada ${dayNumberWords(clash.days)}`,
      days: clash.days,
    }))
    const away = this.#world.leaves.flatMap(leave => {
      if (leave.instructorId !== id) return []
      const numbers = days.filter(day => leave.from <= day.date && day.date <= leave.until).map(day => day.n)
      const message = `${name} tidak dapat mengajar ${dayNumberWords(numbers)}: ${leave.reason}`
      return numbers.length === 0 ? [] : [{ code: 'instructor_away' as const, message, days: numbers }]
    })
    return [...gaps, ...busy, ...away]
  }

  #teachesAfter(day: ShiftClassDay, id: number): boolean {
    return this.#teachersAfter.get(day.id)?.has(id) === true
  }

  #candidates(except: number, days: readonly ShiftClassDay[]): ShiftTeacher[] {
    return [...this.#world.instructors.values()]
      .filter(row => row.active && row.id !== except && !days.some(day => this.#teachesAfter(day, row.id)))
      .filter(row => this.#causes(row, days).length === 0)
      .map(({ id, name }) => ({ id, name }))
  }

  #clashes(days: readonly ShiftClassDay[], shares: (other: Meeting) => boolean): { title: string; days: number[] }[] {
    const { cohort } = this.#shift
    const found = days.flatMap(day => {
      const session = { date: day.date, start: day.startTime, end: day.endTime }
      return (this.#meetings.get(day.date) ?? [])
        .filter(other => other.cohort.id !== cohort.id && overlaps(session, other) && shares(other))
        .map(other => ({ title: other.cohort.title, n: day.n }))
    })
    return [...Map.groupBy(found, row => row.title)].map(([title, rows]) => ({ title, days: rows.map(row => row.n) }))
  }
}

function problem(code: ShiftProblemCode, message: string, days: number[]): ShiftProblem {
  return { code, message, days, blocking: true, instructor: null }
}
