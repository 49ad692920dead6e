import type { MarkEntry } from '../../../../shared/features/attendance/contract.ts'
import { isMemberOn } from '../../../../shared/features/cohort/membership.ts'
import type { PlainDate } from '../../../../shared/kernel/plain-date.ts'
import { rowName } from '../../../../shared/kernel/row-name.ts'
import type { ChosenField } from '../../../../shared/kernel/seen.ts'
import { DomainError, foundIn } from '../../domain-error.ts'
import type { CommandScope } from '../../scope.ts'
import { type DayRecord, dayNumbered, daysOfCohort } from '../cohort/cohort-day-store.ts'
import { getUndecidedCohort } from '../cohort/cohort-store.ts'
import { type EnrolmentRecord, traineesOfCohort } from '../cohort/enrolment-store.ts'
import { fieldIn, resolveCells, rowIn, type SeenCell } from '../desk/join-record.ts'
import { findMark, writeMark } from './attendance-store.ts'
import { assertNoLetter } from './leave-letter-store.ts'

/**
 * Writes marks of one class and returns how many changed. A closed day needs a reason.
 * @throws DomainError cohort_cancelled, panel_decided, not_found, day_in_future, not_a_member, day_closed, letter_attached, changed_meanwhile
 */
export function markAttendance(
  scope: CommandScope,
  { code, marks, reason, seen = null, chosen = [] }: MarksToWrite,
): number {
  const { db, today, record } = scope
  const cohort = getUndecidedCohort(db, code)
  const days = daysOfCohort(db, cohort.id)
  const trainees = traineesOfCohort(db, cohort.id)
  const cells = marks.map(entry => {
    const day = markableDay(days, entry.n, today)
    const trainee = assertMember(trainees, entry.enrolmentId, day)
    return { entry, day, trainee, before: findMark(db, entry.enrolmentId, day.id) }
  })
  const seenCells = cells.flatMap(({ entry, trainee, before }): SeenCell[] => {
    const saw = seen?.find(one => one.enrolmentId === entry.enrolmentId && one.n === entry.n)
    if (!saw) return []
    const value = { before: shownMark(saw), theirs: shownMark(before), mine: shownMark(entry) }
    return [{ ...cellOf(code, trainee, trainees, entry.n), ...value }]
  })
  const stays = resolveCells(scope, seenCells, chosen)
  let written = 0
  for (const { entry, day, trainee, before } of cells) {
    if (isSameMark(before, entry) || stays(rowName(trainee, trainees), fieldOf(entry.n))) continue
    if (day.closed && !reason) throw new DomainError({ code: 'day_closed', n: day.n, by: day.closed.by })
    assertNoLetter(db, trainee, day, entry.mark)
    writeMark(scope, day, entry, reason ?? '')
    record('attendance', `${code} ${entry.enrolmentId} ${entry.n}`, before, { ...entry, reason })
    written += 1
  }
  return written
}

type MarksToWrite = {
  code: string
  marks: readonly MarkEntry[]
  reason: string | null
  /** The cells as shown; null for callers that do not send them. */
  seen?: readonly MarkEntry[] | null
  chosen?: readonly ChosenField[]
}

/** Name of a cell in the history and in questions. */
export function fieldOf(n: number): string {
  return `hari ke-${n}`
}

/** The cell of a person on a day: its name, and where the history has its values. */
export function cellOf(
  code: string,
  trainee: EnrolmentRecord,
  trainees: readonly EnrolmentRecord[],
  n: number,
): Pick<SeenCell, 'row' | 'field' | 'history' | 'valueIn'> {
  const { enrolmentId } = trainee
  return {
    row: rowName(trainee, trainees),
    field: fieldOf(n),
    history: [`${code} ${n}`, `${code} ${enrolmentId} ${n}`].map(id => ({ entity: 'attendance', id })),
    valueIn: facts => markIn(facts, enrolmentId),
  }
}

/** The mark of a person in a history value, of a cell or a whole day. */
function markIn(facts: unknown, enrolmentId: number): unknown {
  const marks = fieldIn(facts, 'marks')
  return fieldIn(rowIn(marks, 'enrolmentId', enrolmentId) ?? (marks ? null : facts), 'mark') ?? null
}

/** The visible part of a mark. */
function shownMark(mark: Pick<MarkEntry, 'mark' | 'arrivedAt' | 'note'> | null) {
  return mark?.mark ? { mark: mark.mark, arrivedAt: mark.arrivedAt ?? null, note: mark.note } : null
}

/** @throws DomainError not_found, day_in_future */
export function markableDay(days: readonly DayRecord[], n: number, today: PlainDate): DayRecord {
  const day = dayNumbered(days, n)
  if (day.date > today) throw new DomainError({ code: 'day_in_future', n, date: day.date })
  return day
}

/** @throws DomainError not_found, not_a_member */
export function assertMember(
  trainees: readonly EnrolmentRecord[],
  enrolmentId: number,
  day: DayRecord,
): EnrolmentRecord {
  const trainee = foundIn(trainees, row => row.enrolmentId === enrolmentId, 'enrolment')
  if (!isMemberOn(trainee, day.n)) throw new DomainError({ code: 'not_a_member', name: trainee.name, n: day.n })
  return trainee
}

/** True if the entry equals the stored mark. */
export function isSameMark(present: ReturnType<typeof findMark>, entry: Omit<MarkEntry, 'n'>): boolean {
  if (present === null) return entry.mark === null
  return (
    present.mark === entry.mark &&
    present.arrivedAt === (entry.mark === 'T' ? entry.arrivedAt : null) &&
    present.note === entry.note
  )
}
