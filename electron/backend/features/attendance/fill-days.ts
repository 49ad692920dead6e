import type { attendanceContract, MarkEntry } from '../../../../shared/features/attendance/contract.ts'
import { isMemberOn } from '../../../../shared/features/cohort/membership.ts'
import type { EnrolmentId } from '../../../../shared/ids.ts'
import { rowName } from '../../../../shared/kernel/row-name.ts'
import { DomainError } from '../../domain-error.ts'
import type { CommandScope, InputOf } from '../../scope.ts'
import { type DayRecord, daysOfCohort } from '../cohort/cohort-day-store.ts'
import type { CohortRecord } from '../cohort/cohort-store.ts'
import { traineesOfCohort } from '../cohort/enrolment-store.ts'
import { resolveCells, type SeenCell } from '../desk/join-record.ts'
import { findMark, writeMark } from './attendance-store.ts'
import { assertNoLetter } from './leave-letter-store.ts'
import { assertMember, cellOf, fieldOf, isSameMark, markableDay } from './mark-attendance.ts'

type Filling = Omit<InputOf<typeof attendanceContract, 'fillDay'>, 'code'>
/** `before`: the marks that were changed, as they were, to undo it. */
type Filled = { before: MarkEntry[] }

/**
 * Writes the exceptions of a day; everybody else without a mark becomes present.
 * @throws DomainError not_found, day_in_future, day_closed, not_a_member, letter_attached, changed_meanwhile
 */
export function fillDay(scope: CommandScope, cohort: CohortRecord, { n, exceptions, seen, chosen }: Filling): Filled {
  const { db, record } = scope
  const { code } = cohort
  const day = fillableDay(scope, daysOfCohort(db, cohort.id), n)
  const trainees = traineesOfCohort(db, cohort.id)
  const given = new Map(exceptions.map(entry => [entry.enrolmentId, entry]))
  const cells = exceptions.flatMap(({ enrolmentId, mark }): SeenCell[] => {
    const trainee = assertMember(trainees, enrolmentId, day)
    const saw = seen?.find(one => one.enrolmentId === enrolmentId)
    if (!saw) return []
    const theirs = findMark(db, enrolmentId, day.id)?.mark ?? null
    return [{ ...cellOf(code, trainee, trainees, n), before: saw.mark, theirs, mine: mark }]
  })
  const stays = resolveCells(scope, cells, chosen)
  const before: MarkEntry[] = []
  const after: MarkEntry[] = []
  for (const trainee of trainees.filter(one => isMemberOn(one, n))) {
    const { enrolmentId } = trainee
    const present = findMark(db, enrolmentId, day.id)
    const exception = given.get(enrolmentId)
    // "Semua hadir" keeps earlier S and I. Typing the same mark again keeps its time and note.
    const repeats = exception?.mark === present?.mark && !exception?.arrivedAt && exception?.note === ''
    if (present && (!exception || repeats || stays(rowName(trainee, trainees), fieldOf(n)))) continue
    const entry = exception ? { ...exception, n } : presentOn(enrolmentId, n)
    if (isSameMark(present, entry)) continue
    assertNoLetter(db, trainee, day, entry.mark)
    before.push({ enrolmentId, n, mark: null, arrivedAt: null, note: '', ...present })
    writeMark(scope, day, entry, '')
    after.push(entry)
  }
  record('attendance', `${code} ${n}`, { marks: before }, { marks: after })
  return { before }
}

/** On these days everybody without a mark becomes present. @throws DomainError not_found, day_in_future, day_closed */
export function fillDays(scope: CommandScope, cohort: CohortRecord, numbers: readonly number[]): Filled {
  const { db, record } = scope
  const days = daysOfCohort(db, cohort.id)
  const trainees = traineesOfCohort(db, cohort.id)
  const before: MarkEntry[] = []
  for (const n of new Set(numbers)) {
    const day = fillableDay(scope, days, n)
    const members = trainees.filter(trainee => isMemberOn(trainee, n))
    const open = members.filter(({ enrolmentId }) => findMark(db, enrolmentId, day.id) === null)
    const marks = open.map(({ enrolmentId }) => presentOn(enrolmentId, n))
    for (const entry of marks) writeMark(scope, day, entry, '')
    before.push(...marks.map(entry => ({ ...entry, mark: null })))
    if (marks.length > 0) record('attendance', `${cohort.code} ${n}`, { marks: [] }, { marks })
  }
  return { before }
}

function fillableDay({ today }: CommandScope, days: readonly DayRecord[], n: number): DayRecord {
  const day = markableDay(days, n, today)
  if (day.closed) throw new DomainError({ code: 'day_closed', n, by: day.closed.by })
  return day
}

function presentOn(enrolmentId: EnrolmentId, n: number): MarkEntry {
  return { enrolmentId, n, mark: 'H', arrivedAt: null, note: '' }
}
