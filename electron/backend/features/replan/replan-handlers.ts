import type { calendarContract } from '../../../../shared/features/calendar/contract.ts'
import type { DayOff } from '../../../../shared/features/calendar/day-off.ts'
import type { AffectedCohort, DayOffChange, DayOffReading } from '../../../../shared/features/replan/day-off-change.ts'
import { addDays, type PlainDate } from '../../../../shared/kernel/plain-date.ts'
import type { ReadDatabase } from '../../database/connection.ts'
import { DomainError } from '../../domain-error.ts'
import type { Handlers } from '../../scope.ts'
import { dayOffOn, deleteDayOff, insertDayOff } from '../calendar/calendar-store.ts'
import { closuresOfCohort, deleteClosure, insertClosure } from '../calendar/closure-store.ts'
import { getCohort } from '../cohort/cohort-store.ts'
import { ShiftMeetings } from './book-replans.ts'
import { type CheckedShift, checkShifts } from './check-replans.ts'
import { type CohortShifts, shiftCohorts } from './replan-cohorts.ts'
import { type ReplanContext, readReplanContext, type ShiftCohort } from './replan-context-store.ts'
import { writeShifts } from './write-replans.ts'

type DayOffOperations = Pick<typeof calendarContract, 'previewDayOff' | 'applyDayOff'>

export const dayOffHandlers: Handlers<DayOffOperations> = {
  previewDayOff({ db, today }, change) {
    const { world, shifts, checked, known } = readChange(db, change, today)
    return {
      known,
      affected: checked.map(affectedCohort),
      kept: shifts.kept.map(({ cohort, n }) => ({ cohort: cohort.code, title: cohort.title, n })),
      unaffected: shifts.unaffected.map(({ code, title, days }) => ({
        cohort: code,
        title,
        start: days[0]?.date ?? today,
        end: days.at(-1)?.date ?? today,
      })),
      daysOff: axisDaysOff(world, change, checked),
      blocking: blockingProblems(checked).length,
    } satisfies DayOffReading
  },

  applyDayOff(scope, change) {
    const { db, today, record } = scope
    const { day, cohort: code } = change
    const { checked, known } = readChange(db, change, today)
    const blocking = blockingProblems(checked)
    if (blocking.length > 0) throw new DomainError({ code: 'shift_blocked', problems: blocking })
    if (change.action === 'add' && known && checked.length === 0) {
      throw new DomainError({ code: 'day_off_taken', date: day.date, name: known.name })
    }
    const only = code === null ? null : getCohort(db, code)
    if (change.action === 'withdraw') {
      if (only) deleteClosure(db, only.id, day.date)
      else deleteDayOff(db, dayOffOn(db, day.date)?.id ?? 0)
    } else if (!known) {
      if (only) insertClosure(db, only.id, day)
      else insertDayOff(db, day)
    }
    if (change.action === 'withdraw')
      record('day_off', code ?? day.date, known, { withdrawn: day.date, source: day.source })
    else record('day_off', code ?? day.date, known, day)
    const told = known && change.action === 'add' ? { ...day, ...known } : day
    writeShifts(scope, { ...change, day: told }, checked)
    return { cohorts: checked.filter(row => row.shift.replan.moved.length > 0).map(row => row.shift.cohort.code) }
  },
}

type ReadChange = { world: ReplanContext; shifts: CohortShifts; checked: CheckedShift[]; known: DayOffReading['known'] }

/** @throws DomainError not_found: a withdrawal of what is no day off, or a class that is not there */
function readChange(db: ReadDatabase, change: DayOffChange, today: PlainDate): ReadChange {
  const { date } = change.day
  const known = knownDayOff(db, change)
  if (change.action === 'withdraw' && !known) throw new DomainError({ code: 'not_found', entity: 'day_off' })
  const world = readReplanContext(db, date < today ? date : today, today)
  const shifts = shiftCohorts(world, change, today)
  const meetings = new ShiftMeetings(world, shifts.affected, change.answers)
  const given = { world, change, today }
  return { world, shifts, checked: checkShifts(given, shifts.affected, meetings), known }
}

function knownDayOff(db: ReadDatabase, { day, cohort }: DayOffChange): DayOffReading['known'] {
  const known =
    cohort === null
      ? dayOffOn(db, day.date)
      : closuresOfCohort(db, getCohort(db, cohort).id).find(row => row.date === day.date)
  return known ? { kind: known.kind, name: known.name, source: known.source } : null
}

function blockingProblems(checked: readonly CheckedShift[]): { cohort: string; message: string }[] {
  return checked.flatMap(({ shift, problems }) =>
    problems.filter(row => row.blocking).map(({ message }) => ({ cohort: shift.cohort.title, message })),
  )
}

function affectedCohort({ shift, problems, answered }: CheckedShift): AffectedCohort {
  const { cohort, replan } = shift
  const asDay = ({ n, held, closed }: ShiftCohort['days'][number], date: PlainDate) => ({ n, date, held, closed })
  return {
    cohort: cohort.code,
    title: cohort.title,
    oldEnd: cohort.days.at(-1)?.date ?? replan.end,
    newEnd: replan.end,
    before: cohort.days.map(day => asDay(day, day.date)),
    after: cohort.days.map((day, index) => asDay(day, replan.days[index]?.date ?? day.date)),
    skipped: replan.skipped,
    moved: replan.moved,
    problems,
    answered: answered.map(({ answer, words }) => ({ answer, words })),
  }
}

/** Days off over all affected classes, some days more at both ends. */
function axisDaysOff(world: ReplanContext, change: DayOffChange, checked: readonly CheckedShift[]): DayOff[] {
  const dates = checked.flatMap(({ shift }) => [...shift.cohort.days, ...shift.replan.days].map(day => day.date))
  const [first] = dates.toSorted()
  const last = dates.toSorted().at(-1)
  if (!first || !last) return []
  const { date, kind, name } = change.day
  const within = (off: DayOff) => off.date >= addDays(first, -7) && off.date <= addDays(last, 7)
  const others = world.daysOff.filter(off => off.date !== date && within(off))
  return change.action === 'withdraw' ? others : [...others, { date, kind, name }]
}
