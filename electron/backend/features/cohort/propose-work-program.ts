import { cohortCode } from '../../../../shared/features/cohort/cohort-code.ts'
import { usualClock } from '../../../../shared/features/cohort/day-clock.ts'
import type { ProgramRequest } from '../../../../shared/features/cohort/program-request.ts'
import { proposeProgram } from '../../../../shared/features/cohort/propose-program.ts'
import type {
  AcceptedProgram,
  ProposedCohort,
  WantedLine,
  WorkProgramDraft,
  WorkProgramReading,
} from '../../../../shared/features/cohort/work-program.ts'
import { offReader, skippedBetween } from '../../../../shared/features/cohort/working-days.ts'
import type { Program } from '../../../../shared/features/program/contract.ts'
import { tradeName } from '../../../../shared/features/program/trades.ts'
import { roman } from '../../../../shared/kernel/number-format.ts'
import { addDays, type PlainDate, yearOf } from '../../../../shared/kernel/plain-date.ts'
import type { ReadDatabase } from '../../database/connection.ts'
import { DomainError, found } from '../../domain-error.ts'
import type { CommandScope, QueryScope } from '../../scope.ts'
import { getActivity } from '../activity/check-budget-year.ts'
import { daysOff, holidayYears } from '../calendar/calendar-store.ts'
import { getRules, requiredKinds } from '../centre/centre-store.ts'
import { listTeachers } from '../instructor/instructor-store.ts'
import { findProgram, listRooms } from '../program/program-store.ts'
import { instructorSessions, roomSessions } from './booking-store.ts'
import { nextNumber } from './cohort-store.ts'
import { createCohort } from './create-cohort.ts'
import { timed } from './time-days.ts'

/** Days after the last window, searched for alternatives. */
const daysBeyond = 250

/** @throws DomainError program_without_units, not_found */
export function readWorkProgram({ db }: QueryScope, draft: WorkProgramDraft): WorkProgramReading {
  const programs = draft.wanted.map(line => programOf(db, line))
  const [first, last] = spanOf(draft.wanted)
  const request = requestOf(db, draft, programs, { first, last: addDays(last, daysBeyond) })
  const { placed, unplaced, proven } = proposeProgram(request)
  const rooms = new Map(listRooms(db).map(room => [room.id, room.name]))
  const instructors = listTeachers(db).map(({ id, name }) => ({ id, name }))
  const names = new Map(instructors.map(person => [person.id, person.name]))
  const end = placed.reduce((latest, one) => later(latest, one.days.at(-1) ?? latest), last)
  const number = numbering(db)
  return {
    placed: placed.map(({ wanted, days, roomId, instructorId }): ProposedCohort => {
      const line = draft.wanted[wanted]
      const program = programs[wanted]
      const [start] = days
      if (!line || !program || !start) throw new RangeError(`line ${wanted}`)
      return {
        wanted,
        programId: line.programId,
        activityId: line.activityId,
        trade: program.trade,
        ...number(program.trade, start),
        days,
        room: { id: roomId, name: rooms.get(roomId) ?? '' },
        instructor: { id: instructorId, name: names.get(instructorId) ?? '' },
      }
    }),
    unplaced: unplaced.map(one => ({ ...one, trade: found(programs[one.wanted], 'program').trade })),
    proven,
    first,
    last: end,
    skipped: skippedBetween(first, end, offReader(request.calendar)),
    instructors,
  }
}

/**
 * Creates the classes by first day. Each is checked like one of the planner, also against earlier ones; if one is refused, none is created.
 * @throws DomainError as createCohort
 */
export function acceptProposals(scope: CommandScope, { classes, ...choice }: AcceptedProgram): { codes: string[] } {
  const inOrder = classes.toSorted((a, b) => (a.start < b.start ? -1 : Number(a.start > b.start)))
  const codes = inOrder.map(accepted => {
    const { trade } = found(findProgram(scope.db, accepted.programId), 'program')
    return createCohort(scope, {
      ...choice,
      ...accepted,
      number: nextNumber(scope.db, trade, yearOf(accepted.start)),
      traineeIds: [],
      decreeIssuer: '',
      decreeNumber: '',
      decreeDate: null,
      decreeSubject: '',
      activity: '',
      fundingSource: '',
    }).code
  })
  return { codes }
}

function programOf(db: ReadDatabase, line: WantedLine): Program {
  const program = found(findProgram(db, line.programId), 'program')
  if (program.units.length === 0) throw new DomainError({ code: 'program_without_units', title: program.title })
  return program
}

function requestOf(
  db: ReadDatabase,
  draft: WorkProgramDraft,
  programs: readonly Program[],
  reach: { first: PlainDate; last: PlainDate },
): ProgramRequest {
  const rooms = Map.groupBy(roomSessions(db, reach), row => row.id)
  const teaching = Map.groupBy(instructorSessions(db, reach), row => row.id)
  return {
    wanted: draft.wanted.map((line, index) => ({
      ...line,
      trade: programs[index]?.trade ?? '',
      startYear: line.activityId === null ? null : getActivity(db, line.activityId).budgetYear,
    })),
    rooms: listRooms(db)
      .filter(room => room.active)
      .map(room => ({
        id: room.id,
        capacity: room.capacity,
        trades: room.trades.length > 0 ? room.trades : null,
        booked: rooms.get(room.id) ?? [],
      })),
    instructors: listTeachers(db)
      .filter(person => person.active)
      .map(person => ({
        id: person.id,
        credentials: person.credentials,
        leave: person.leaves.map(({ from, until }) => ({ first: from, last: until })),
        booked: teaching.get(person.id) ?? [],
      })),
    requiredKinds: requiredKinds(db),
    calendar: { week: draft.week, jointLeave: draft.jointLeave, daysOff: daysOff(db, reach.first, reach.last) },
    years: holidayYears(db).map(row => row.year),
    timesOn: timesOfCohort(db, draft),
    withinBudgetYear: draft.withinBudgetYear,
  }
}

function timesOfCohort(db: ReadDatabase, { hours, startTime, endTime }: WorkProgramDraft): ProgramRequest['timesOn'] {
  const clock = usualClock(startTime, getRules(db).minutesPerHour)
  return date => {
    const [day] = timed([{ date, hours }], clock, { hours, endTime })
    return { start: day?.startTime ?? startTime, end: day?.endTime ?? endTime }
  }
}

/** Title and code for one class after the other, as if earlier ones were created. */
function numbering(db: ReadDatabase): (trade: Program['trade'], start: PlainDate) => { title: string; code: string } {
  const given = new Map<string, number>()
  return (trade, start) => {
    const year = yearOf(start)
    const number = given.get(`${trade} ${year}`) ?? nextNumber(db, trade, year)
    given.set(`${trade} ${year}`, number + 1)
    return { title: `${tradeName(trade)} ${roman(number)}`, code: cohortCode(trade, year, number) }
  }
}

function spanOf(wanted: readonly WantedLine[]): [PlainDate, PlainDate] {
  const [line] = wanted
  if (!line) throw new RangeError('no line')
  return wanted.reduce<[PlainDate, PlainDate]>(
    ([first, last], one) => [one.first < first ? one.first : first, later(last, one.last)],
    [line.first, line.last],
  )
}

function later(a: PlainDate, b: PlainDate): PlainDate {
  return a > b ? a : b
}
