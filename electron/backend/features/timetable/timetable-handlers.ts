import { clockKindOf, clockOf, clockProblem, clockRows } from '../../../../shared/features/cohort/day-clock.ts'
import type { Timetable, timetableContract } from '../../../../shared/features/timetable/contract.ts'
import { type Block, hoursByPart, practiceBeforeTheory } from '../../../../shared/features/timetable/timetable.ts'
import { cohortUnitId, instructorId } from '../../../../shared/ids.ts'
import type { ReadDatabase } from '../../database/connection.ts'
import { DomainError, found } from '../../domain-error.ts'
import type { Handlers } from '../../scope.ts'
import { assertFreeDays } from '../cohort/check-free-days.ts'
import { assertMayTeach, setTeaching, teachingProblems } from '../cohort/check-teaching.ts'
import { clockOfCohort, saveClock } from '../cohort/cohort-clock-store.ts'
import { type CohortRecord, type DayRecord, getCohort, unitsOfCohort } from '../cohort/cohort-store.ts'
import {
  type LaidTimetable,
  laidOverOpenDays,
  openBlocks,
  readTimetable,
  storeTimetable,
} from '../cohort/lay-timetable.ts'
import {
  handOverSessions,
  insertSubstitution,
  sessionsOfCohort,
  substitutionsOfCohort,
} from '../cohort/session-store.ts'
import { statedTimes, timed, writeDayTimes } from '../cohort/time-days.ts'
import { findInstructor, listInstructors } from '../instructor/instructor-store.ts'

export const timetableHandlers: Handlers<typeof timetableContract> = {
  get({ db }, { code }) {
    const cohort = getCohort(db, code)
    return timetableOf(db, cohort)
  },

  arrange({ db, record }, { code, blocks }) {
    const cohort = openCohort(db, code)
    const before = readTimetable(db, cohort.id)
    const present = before.blocks.filter((_, index) => before.days[index]?.held === false).flat()
    if (!sameHours(present, blocks)) throw new DomainError({ code: 'timetable_changed' })
    const next = laidOverOpenDays(before, blocks)
    assertTheoryFirst(before, next)
    storeTimetable(db, before, next)
    record('timetable', code, rowsOf(before, before.blocks), rowsOf(before, next))
  },

  layAgain({ db, record }, { code }) {
    const cohort = openCohort(db, code)
    const before = readTimetable(db, cohort.id)
    const held = before.blocks.map((blocks, index) => (before.days[index]?.held ? blocks : []))
    const next = laidOverOpenDays(before, openBlocks({ ...before, blocks: held }))
    storeTimetable(db, before, next)
    record('timetable', code, rowsOf(before, before.blocks), rowsOf(before, next))
  },

  substitutes({ db, today }, { code }) {
    const cohort = getCohort(db, code)
    const open = readTimetable(db, cohort.id).days.filter(day => !day.held)
    return listInstructors(db, today)
      .filter(instructor => instructor.active)
      .map(instructor => ({
        id: instructor.id,
        name: instructor.name,
        detail: instructor.institution,
        problems: teachingProblems(db, instructor, open, { ...cohort, cohortId: cohort.id }),
      }))
  },

  substitute({ db, today, at, operator, record }, { code, days: numbers, outId, inId, reason }) {
    const cohort = openCohort(db, code)
    const { days } = readTimetable(db, cohort.id)
    const outgoing = found(findInstructor(db, outId, today), 'instructor')
    const incoming = found(findInstructor(db, inId, today), 'instructor')
    const taught = numbers.map(n => dayTaughtBy(days, n, outgoing))
    assertMayTeach(db, inId, taught, { trade: cohort.trade, cohortId: cohort.id }, today)
    const stored = sessionsOfCohort(db, cohort.id)
    for (const day of taught) {
      const before = day.instructors.map(teacher => teacher.id)
      const after = before.includes(incoming.id)
        ? before.filter(id => id !== outgoing.id)
        : before.map(id => (id === outgoing.id ? incoming.id : id))
      const theirs = (stored.get(day.id) ?? []).flatMap((block, index) =>
        block.instructorId === outgoing.id ? [index + 1] : [],
      )
      setTeaching(db, day.id, after)
      handOverSessions(db, day.id, theirs, incoming.id)
      insertSubstitution(db, { dayId: day.id, outId, inId, reason, at, by: operator.name })
      record('cohort_day', `${code} ${day.n}`, { instructorIds: before }, { instructorIds: after, reason })
    }
  },

  setClock({ db, record }, { code, clock }) {
    const cohort = openCohort(db, code)
    const { days } = readTimetable(db, cohort.id)
    const before = clockOfCohort(db, cohort)
    const open = days.filter(day => !day.held)
    const stated = statedTimes(cohort.hours, clock)
    const timedDays = timed(open, clock, { hours: cohort.hours, endTime: stated.endTime })
    for (const day of open) {
      const domainError = clockProblem(day, clock)
      if (domainError) throw new DomainError(domainError)
    }
    assertFreeDays(db, cohort, timedDays)
    saveClock(db, cohort.id, clock)
    db.run('UPDATE cohort SET start_time = ?, end_time = ? WHERE id = ?', [stated.startTime, stated.endTime, cohort.id])
    writeDayTimes(db, getCohort(db, code))
    record('class_clock', code, before, clock)
  },
}

/** Everything that the timetable of a class shows. */
export function timetableOf(db: ReadDatabase, cohort: CohortRecord): Timetable {
  const { days, blocks } = readTimetable(db, cohort.id)
  const clock = clockOfCohort(db, cohort)
  const laid = hoursByPart(blocks.flat())
  return {
    days: days.map(({ n, date, hours, held, instructors }, index) => ({
      n,
      date,
      hours,
      held,
      instructors,
      blocks: (blocks[index] ?? []).map(block => ({
        ...block,
        unitId: cohortUnitId.parse(block.unitId),
        instructorId: block.instructorId === null ? null : instructorId.parse(block.instructorId),
      })),
      clockKind: clockKindOf(clock, date),
      clock: clockRows(hours, clockOf(clock, date)),
    })),
    units: unitsOfCohort(db, cohort.id).map(({ id, code, title, theoryHours, practiceHours }, index) => ({
      id: cohortUnitId.parse(id),
      position: index + 1,
      code,
      title,
      theoryHours,
      practiceHours,
      laid: { theory: laid.get(`${id} theory`) ?? 0, practice: laid.get(`${id} practice`) ?? 0 },
    })),
    teachers: hoursByTeacher(days, blocks),
    clock,
    substitutions: substitutionsOfCohort(db, cohort.id),
  }
}

function hoursByTeacher(days: readonly DayRecord[], blocks: readonly Block[][]): Timetable['teachers'] {
  const rows = new Map<number | null, Timetable['teachers'][number]>()
  days.forEach((day, index) => {
    for (const block of blocks[index] ?? []) {
      const teacher = day.instructors.find(one => one.id === block.instructorId) ?? day.instructors[0]
      const id = teacher?.id ?? null
      const row = rows.get(id) ?? { id, name: teacher?.name ?? 'Belum ada pengajar', hours: 0 }
      rows.set(id, { ...row, hours: row.hours + block.hours })
    }
  })
  return [...rows.values()].toSorted((a, b) => b.hours - a.hours)
}

function openCohort(db: ReadDatabase, code: string): CohortRecord {
  const cohort = getCohort(db, code)
  if (cohort.cancelled) throw new DomainError({ code: 'cohort_cancelled', cohort: cohort.title })
  return cohort
}

function dayTaughtBy(days: readonly DayRecord[], n: number, { id, name }: { id: number; name: string }): DayRecord {
  const day = found(
    days.find(candidate => candidate.n === n),
    'day',
  )
  if (day.held) throw new DomainError({ code: 'day_held', n })
  if (!day.instructors.some(teacher => teacher.id === id)) throw new DomainError({ code: 'not_teaching', name, n })
  return day
}

function sameHours(a: readonly Block[], b: readonly Block[]): boolean {
  const [before, after] = [hoursByPart(a), hoursByPart(b)]
  return before.size === after.size && [...before].every(([key, hours]) => after.get(key) === hours)
}

function assertTheoryFirst({ units }: LaidTimetable, blocks: readonly Block[][]): void {
  const wrong = practiceBeforeTheory(blocks.flat())
  if (wrong === null) return
  throw new DomainError({ code: 'practice_before_theory', unit: units.find(unit => unit.id === wrong)?.title ?? '' })
}

/** Short enough for the audit: 'day: unit kind hours' of the days that are not held. */
function rowsOf({ days }: LaidTimetable, blocks: readonly Block[][]): string[] {
  return days.flatMap((day, index) =>
    day.held
      ? []
      : [
          `${day.n}: ${(blocks[index] ?? []).map(({ unitId, kind, hours }) => `${unitId} ${kind} ${hours}`).join(', ')}`,
        ],
  )
}
