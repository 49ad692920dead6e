import { fitsBudgetYear } from '../../../../shared/features/activity/activity.ts'
import { formatDayNumber } from '../../../../shared/features/cohort/day-number-format.ts'
import type {
  ReplanAnswer,
  ReplanProblem,
  ReplanProblemCode,
  SuggestedAnswer,
} from '../../../../shared/features/replan/day-off-change.ts'
import { shortDay, yearOf } from '../../../../shared/kernel/plain-date.ts'
import { found } from '../../domain-error.ts'
import { byTitle, type Cause, ClashFinder } from './find-clashes.ts'
import { type Clash, movedDays, type ReplanBookings } from './replan-bookings.ts'
import { type CohortReplan, pausesOf } from './replan-cohorts.ts'
import type { ReplanDay, ReplanInstructor, Teacher } from './replan-context-store.ts'
import { pauseOthers, pauseUntilFree, type ReplanCase } from './suggest-answers.ts'

/** An accepted answer with its training days. */
type TakenAnswer = { answer: ReplanAnswer; days: number[]; label: string }

export type CheckedReplan = CohortReplan & { problems: ReplanProblem[]; answered: TakenAnswer[] }

/** Checks every affected class against the future calendar, including other moved classes; valid answers are applied. */
export function checkReplans(
  given: ReplanCase,
  replans: readonly CohortReplan[],
  bookings: ReplanBookings,
): CheckedReplan[] {
  return replans.map(replan => new ReplanCheck(given, replan, bookings).check())
}

class ReplanCheck {
  readonly #given: ReplanCase
  readonly #replan: CohortReplan
  readonly #bookings: ReplanBookings
  readonly #answers: readonly ReplanAnswer[]
  /** The moved days with their new dates. */
  readonly #days: ReplanDay[]
  readonly #clashes: ClashFinder
  readonly #problems: ReplanProblem[] = []
  readonly #taken: TakenAnswer[] = []

  constructor(given: ReplanCase, replan: CohortReplan, bookings: ReplanBookings) {
    this.#given = given
    this.#replan = replan
    this.#bookings = bookings
    this.#answers = given.change.answers.filter(answer => answer.cohort === replan.cohort.code)
    this.#clashes = new ClashFinder(given.context, replan, bookings)
    this.#days = movedDays(replan.cohort, replan.replan)
  }

  check(): CheckedReplan {
    const teachers = new Map(this.#days.flatMap(day => day.teachers.map(row => [row.id, row] as const)))
    for (const teacher of teachers.values()) this.#checkTeacher(teacher)
    this.#checkRoom()
    this.#checkTrainees()
    this.#checkYears()
    this.#checkStuckDays()
    this.#notePause()
    return { ...this.#replan, problems: this.#problems, answered: this.#taken }
  }

  #checkTeacher(teacher: Teacher): void {
    const instructor = this.#given.context.instructors.get(teacher.id)
    if (!instructor) return
    const taught = this.#days.filter(day => day.teachers.some(row => row.id === teacher.id))
    const causes = this.#withoutAllowed(teacher, this.#clashes.causes(instructor, taught))
    if (causes.length === 0) return
    const days = daysOf(causes)
    const answer = this.#answers.find(row => row.kind === 'substitute' && row.instructorId === teacher.id)
    if (answer?.kind !== 'substitute') {
      this.#addTeacherProblems(teacher, causes)
      return
    }
    const { substituteId } = answer
    const substitute =
      substituteId === null ? null : found(this.#given.context.instructors.get(substituteId), 'instructor')
    const still = substitute ? this.#againstSubstitute(substitute, days) : []
    if (still.length > 0) {
      this.#addTeacherProblems(teacher, still, substitute?.id)
      return
    }
    for (const day of this.#numbered(days)) {
      this.#bookings.replaceTeacher(day, teacher.id, substitute?.id ?? null)
    }
    const who = substitute ? `diajar ${substitute.name}` : 'belum ada pengajar'
    this.#take(answer, days, `${formatDayNumber(days, true)} ${who}`)
  }

  /** An official can permit a missing credential only; people who are away or teach elsewhere are still unavailable. */
  #withoutAllowed({ id, name }: Teacher, causes: Cause[]): Cause[] {
    const answer = this.#answers.find(row => row.kind === 'allow' && row.instructorId === id)
    const unlicensed = causes.filter(cause => cause.code === 'instructor_not_permitted')
    if (answer?.kind !== 'allow' || unlicensed.length === 0) return causes
    const days = daysOf(unlicensed)
    this.#take(answer, days, `${answer.official} mengizinkan ${name} mengajar ${formatDayNumber(days)}`)
    return causes.filter(cause => cause.code !== 'instructor_not_permitted')
  }

  /** Problems of a substitute; to be answered by choosing another one. */
  #againstSubstitute(instructor: ReplanInstructor, numbers: readonly number[]): Cause[] {
    const days = this.#numbered(numbers)
    const present = days.filter(day => this.#bookings.teachesOn(day, instructor.id)).map(day => day.n)
    const message = `${instructor.name} sudah mengajar ${formatDayNumber(present)}`
    const already: Cause = { code: 'instructor_busy', message, days: present, clashes: [] }
    return [...(present.length > 0 ? [already] : []), ...this.#clashes.causes(instructor, days)]
  }

  #addTeacherProblems(teacher: Teacher, causes: readonly Cause[], rejectedId?: number): void {
    const { cohort } = this.#replan
    const days = this.#numbered(daysOf(causes))
    const substitute = (label: string, substituteId: Teacher['id'] | null): SuggestedAnswer => ({
      label,
      answer: { kind: 'substitute', cohort: cohort.code, instructorId: teacher.id, substituteId },
    })
    const people = this.#candidates([teacher.id, rejectedId], days).map(({ id, name }) =>
      substitute(`Diajar ${name}`, id),
    )
    const none = substitute('Belum ada pengajar', null)
    for (const { clashes, why = '', ...cause } of causes) {
      const unlicensed = cause.code === 'instructor_not_permitted'
      this.#problems.push({
        ...cause,
        blocking: true,
        suggestions: [...people, ...(unlicensed ? [] : this.#pauses(clashes)), none],
        allow:
          unlicensed && rejectedId === undefined
            ? { instructorId: teacher.id, name: teacher.name, days: cause.days, why }
            : null,
      })
    }
  }

  #checkRoom(): void {
    const { cohort } = this.#replan
    const answer = this.#answers.find(row => row.kind === 'room')
    const rooms = this.#given.context.rooms
    if (answer?.kind === 'room') {
      const { name } = found(
        rooms.find(row => row.id === answer.roomId),
        'room',
      )
      const days = cohort.days.filter(day => !day.held).map(day => day.n)
      this.#take(answer, days, `${formatDayNumber(days, true)} di ${name}`)
    }
    // Another room applies to all days not held, also those that keep their date.
    const days = answer?.kind === 'room' ? this.#clashes.openDays() : this.#days
    for (const [roomId, used] of Map.groupBy(days, day => this.#bookings.roomOf(cohort, day))) {
      if (roomId === null) continue
      const room = rooms.find(row => row.id === roomId)?.name ?? ''
      for (const [title, clashes] of byTitle(this.#clashes.roomClashes(used, roomId))) {
        const numbers = clashes.map(row => row.n)
        this.#add('room_busy', `${room} dipakai ${title} pada ${formatDayNumber(numbers)}`, numbers, [
          ...this.#freeRooms(roomId),
          ...this.#pauses(clashes),
        ])
      }
    }
  }

  #checkTrainees(): void {
    for (const [member, clashes] of this.#clashes.traineeClashes(this.#days)) {
      for (const [title, rows] of byTitle(clashes)) {
        const numbers = rows.map(row => row.n)
        const message = `${member} mengikuti ${title} pada ${formatDayNumber(numbers)}`
        this.#add('trainee_busy', message, numbers, this.#pauses(rows))
      }
    }
  }

  #checkYears(): void {
    const { cohort, replan } = this.#replan
    const oldEnd = cohort.days.at(-1)?.date ?? replan.end
    const start = replan.days[0]?.date ?? replan.end
    const last = [cohort.days.length]
    const missing = [yearOf(start), yearOf(replan.end)].find(year => !this.#given.context.years.has(year))
    if (missing !== undefined) {
      this.#add('no_holiday_table', `Kalender ${missing} belum ada, isi kalender tahun itu dulu`, last)
    }
    if (cohort.budgetYear !== null && !fitsBudgetYear(start, cohort.budgetYear)) {
      const message = `Kelas kini mulai ${shortDay(start, { year: true })}, di luar tahun anggaran ${cohort.budgetYear} kegiatannya`
      this.#add('activity_of_other_year', message, [1])
    }
    if (yearOf(oldEnd) < yearOf(replan.end)) {
      const message = `Kelas kini melewati tahun anggaran ${yearOf(oldEnd)}, selesai ${shortDay(replan.end, { year: true })}`
      this.#add('crosses_budget_year', message, last, [], false)
    }
  }

  #checkStuckDays(): void {
    const { stuck } = this.#replan.replan
    if (stuck.length === 0) return
    const message = `${formatDayNumber(stuck, true)} belum diisi dan tidak dapat dipindah, karena hari sesudahnya sudah dijalani`
    // A class cannot be closed on a day that cannot move; for a day off of the whole centre this is only a notice.
    this.#add('day_shut_in', message, stuck, [], this.#given.change.cohort !== null)
  }

  #notePause(): void {
    const { change } = this.#given
    const { cohort, replan } = this.#replan
    const answers = this.#answers.filter(row => row.kind === 'pause')
    const meets = new Set(replan.days.map(day => day.date))
    const dates = pausesOf(change, cohort.code).filter(date => date <= replan.end && !meets.has(date))
    const [answer] = answers
    if (!answer || dates.length === 0) return
    const label = dates.length === 1 ? shortDay(dates[0] ?? replan.end) : `${dates.length} hari`
    this.#take({ kind: 'pause', cohort: cohort.code, dates }, [], `Diundur: tidak berlatih ${label}`)
  }

  #take(answer: ReplanAnswer, days: number[], label: string): void {
    this.#taken.push({ answer, days, label })
  }

  #add(
    code: ReplanProblemCode,
    message: string,
    days: number[],
    suggestions: SuggestedAnswer[] = [],
    blocking = true,
  ): void {
    this.#problems.push({ code, message, days, blocking, suggestions, allow: null })
  }

  #numbered(numbers: readonly number[]): ReplanDay[] {
    return this.#days.filter(day => numbers.includes(day.n))
  }

  #candidates(except: readonly (number | undefined)[], days: readonly ReplanDay[]): Teacher[] {
    return [...this.#given.context.instructors.values()]
      .filter(row => row.active && !except.includes(row.id))
      .filter(row => !days.some(day => this.#bookings.teachesOn(day, row.id)))
      .filter(row => this.#clashes.causes(row, days).length === 0)
  }

  #freeRooms(except: number): SuggestedAnswer[] {
    const { cohort } = this.#replan
    const days = this.#clashes.openDays()
    return this.#given.context.rooms
      .filter(room => room.id !== except && room.active)
      .filter(room => room.trades.length === 0 || room.trades.some(trade => trade === cohort.trade))
      .filter(room => this.#clashes.roomClashes(days, room.id).length === 0)
      .map(({ id, name }) => ({
        label: `Pindah ke ${name}`,
        answer: { kind: 'room', cohort: cohort.code, roomId: id },
      }))
  }

  #pauses(clashes: readonly Clash[]): SuggestedAnswer[] {
    const own = pauseUntilFree(this.#given, this.#replan.cohort, days => this.#clashes.busyDates(days))
    return [...pauseOthers(this.#given, clashes), ...own]
  }
}

function daysOf(causes: readonly { days: number[] }[]): number[] {
  return [...new Set(causes.flatMap(cause => cause.days))].toSorted((a, b) => a - b)
}
