import { clockProblem } from '../../../../shared/features/cohort/day-clock.ts'
import { cohortClock, type timetableContract } from '../../../../shared/features/timetable/contract.ts'
import { type Block, hoursByPart, practiceBeforeTheory } from '../../../../shared/features/timetable/timetable.ts'
import { DomainError, found } from '../../domain-error.ts'
import type { Handlers } from '../../scope.ts'
import { assertFreeDays } from '../cohort/check-free-days.ts'
import { assertMayTeach, teachingProblems } from '../cohort/check-teaching.ts'
import { clockOfCohort, keepClockOfHeldDays, saveClock } from '../cohort/cohort-clock-store.ts'
import { type DayRecord, dayNumbered, writeTeachers } from '../cohort/cohort-day-store.ts'
import { getCohort, getOpenCohort, writeStatedTimes } from '../cohort/cohort-store.ts'
import {
  type LaidTimetable,
  layOverOpenDays,
  openBlocks,
  readLaidTimetable,
  storeTimetable,
} from '../cohort/lay-timetable.ts'
import { handOverSessions, insertSubstitution, sessionsOfCohort } from '../cohort/session-store.ts'
import { statedTimes, timed, writeDayTimes } from '../cohort/time-days.ts'
import { joinForm, resolveCells } from '../desk/join-record.ts'
import { findTeacher, listTeachers } from '../instructor/instructor-store.ts'
import { readTimetable } from './read-timetable.ts'
import { updateDays } from './update-days.ts'

export const timetableHandlers: Handlers<typeof timetableContract> = {
  get: ({ db }, { code }) => readTimetable(db, getCohort(db, code)),

  arrange(scope, { code, blocks, seen, chosen }) {
    const { db, record } = scope
    const cohort = getOpenCohort(db, code)
    const laid = readLaidTimetable(db, cohort.id)
    const present = laid.blocks.filter((_, index) => laid.days[index]?.held === false).flat()
    if (!sameHours(present, blocks)) throw new DomainError({ code: 'timetable_changed' })
    const history = [{ entity: 'timetable', id: code }]
    const [before, theirs, mine] = [seen ?? [], present, blocks].map(orderOf)
    const cell = {
      row: 'Susunan jam pelajaran',
      field: 'blocks',
      before,
      theirs,
      mine,
      history,
      valueIn: (facts: unknown) => facts,
    }
    if (seen !== null && resolveCells(scope, [cell], chosen)(cell.row, cell.field)) return
    const next = layOverOpenDays(laid, blocks)
    assertTheoryFirst(laid, next)
    storeTimetable(db, laid, next)
    record('timetable', code, rowsOf(laid, laid.blocks), rowsOf(laid, next))
  },

  layAgain({ db, record }, { code }) {
    const cohort = getOpenCohort(db, code)
    const before = readLaidTimetable(db, cohort.id)
    const held = before.blocks.map((blocks, index) => (before.days[index]?.held ? blocks : []))
    const next = layOverOpenDays(before, openBlocks({ ...before, blocks: held }))
    storeTimetable(db, before, next)
    record('timetable', code, rowsOf(before, before.blocks), rowsOf(before, next))
  },

  updateDays,

  substitutes({ db }, { code }) {
    const cohort = getCohort(db, code)
    const open = readLaidTimetable(db, cohort.id).days.filter(day => !day.held)
    return listTeachers(db)
      .filter(instructor => instructor.active)
      .map(instructor => ({
        id: instructor.id,
        name: instructor.name,
        detail: instructor.institution,
        problems: teachingProblems(db, instructor, open, { ...cohort, cohortId: cohort.id }),
      }))
  },

  substitute({ db, at, operator, record }, { code, days: numbers, outId, inId, reason }) {
    const cohort = getOpenCohort(db, code)
    const { days } = readLaidTimetable(db, cohort.id)
    const outgoing = found(findTeacher(db, outId), 'instructor')
    const incoming = found(findTeacher(db, inId), 'instructor')
    const taught = numbers.map(n => dayTaughtBy(days, n, outgoing))
    assertMayTeach(db, inId, taught, { trade: cohort.trade, cohortId: cohort.id })
    const stored = sessionsOfCohort(db, cohort.id)
    for (const day of taught) {
      const before = day.instructors.map(teacher => teacher.id)
      const after = before.includes(incoming.id)
        ? before.filter(id => id !== outgoing.id)
        : before.map(id => (id === outgoing.id ? incoming.id : id))
      const theirs = (stored.get(day.id) ?? []).flatMap((block, index) =>
        block.instructorId === outgoing.id ? [index + 1] : [],
      )
      writeTeachers(db, day.id, after)
      handOverSessions(db, day.id, theirs, incoming.id)
      insertSubstitution(db, { dayId: day.id, outId, inId, reason, at, by: operator.name })
      record('cohort_day', `${code} ${day.n}`, { instructorIds: before }, { instructorIds: after, reason })
    }
  },

  setClock({ db, record }, { code, clock: mine, seen, chosen }) {
    const cohort = getOpenCohort(db, code)
    const { days } = readLaidTimetable(db, cohort.id)
    const before = clockOfCohort(db, cohort)
    const form = { entity: 'cohort_clock', id: code, schema: cohortClock, seen, stored: before, mine, chosen }
    const { values: clock, joined } = joinForm(db, form)
    const open = days.filter(day => !day.held)
    const stated = statedTimes(cohort.hours, clock)
    const timedDays = timed(open, clock, { hours: cohort.hours, endTime: stated.endTime })
    for (const day of open) {
      const domainError = clockProblem(day, clock)
      if (domainError) throw new DomainError(domainError)
    }
    assertFreeDays(db, cohort.id, timedDays)
    keepClockOfHeldDays(db, cohort)
    saveClock(db, cohort.id, clock)
    writeStatedTimes(db, cohort.id, stated.startTime, stated.endTime)
    writeDayTimes(db, getCohort(db, code))
    record('cohort_clock', code, before, clock)
    return { joined }
  },
}

function dayTaughtBy(days: readonly DayRecord[], n: number, { id, name }: { id: number; name: string }): DayRecord {
  const day = dayNumbered(days, n)
  if (day.held) throw new DomainError({ code: 'day_held', n })
  if (!day.instructors.some(teacher => teacher.id === id)) throw new DomainError({ code: 'not_teaching', name, n })
  return day
}

/** Order of the hours of units, independent of days. */
function orderOf(blocks: readonly Block[]): string[] {
  const runs: { unit: string; hours: number }[] = []
  for (const { unitId, kind, hours } of blocks) {
    const unit = `${unitId} ${kind}`
    const last = runs.at(-1)
    if (last?.unit === unit) last.hours += hours
    else runs.push({ unit, hours })
  }
  return runs.map(({ unit, hours }) => `${unit} ${hours}`)
}

function sameHours(a: readonly Block[], b: readonly Block[]): boolean {
  const [before, after] = [hoursByPart(a), hoursByPart(b)]
  return before.size === after.size && [...before].every(([key, hours]) => after.get(key) === hours)
}

function assertTheoryFirst({ units, blocks: before }: LaidTimetable, blocks: readonly Block[][]): void {
  const wrong = practiceBeforeTheory(blocks.flat(), before.flat())
  if (wrong === null) return
  throw new DomainError({ code: 'practice_before_theory', unit: units.find(unit => unit.id === wrong)?.title ?? '' })
}

/** A short form for the audit: 'day: unit kind hours' of the days not held. */
function rowsOf({ days }: LaidTimetable, blocks: readonly Block[][]): string[] {
  return days.flatMap((day, index) =>
    day.held
      ? []
      : [
          `${day.n}: ${(blocks[index] ?? []).map(({ unitId, kind, hours }) => `${unitId} ${kind} ${hours}`).join(', ')}`,
        ],
  )
}
