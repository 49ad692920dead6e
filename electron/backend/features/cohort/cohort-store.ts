import type { CohortDetails } from '../../../../shared/features/cohort/cohort.ts'
import type {
  Cohort,
  CohortDay,
  CohortRow,
  CohortStatus,
  CohortUnit,
} from '../../../../shared/features/cohort/contract.ts'
import type { CohortElementId } from '../../../../shared/ids.ts'
import type { PlainDate } from '../../../../shared/kernel/plain-date.ts'
import type { ReadDatabase, WriteDatabase } from '../../database/connection.ts'
import { DomainError, found } from '../../domain-error.ts'
import { type Grading, gradingOf, type StoredGrading } from '../centre/centre-store.ts'
import { daysOfCohort, skippedOfCohort } from './cohort-day-store.ts'

/** Fields read from other tables. */
type Computed =
  | Exclude<
      keyof CohortRow,
      'id' | 'code' | 'title' | 'trade' | 'program' | 'number' | 'year' | 'startTime' | 'endTime' | 'room'
    >
  | 'totalHours'
  | 'units'
  | 'warnings'
  | 'rules'
  | 'progress'
  | 'staying'
  | 'scored'
  | 'waitingPapers'

export type CohortRecord = Omit<Cohort, Computed> &
  Cohort['rules'] & { minutesPerHour: number; planVersion: number; cancelled: boolean; decided: boolean }

const columns = `cohort.id, cohort.code, cohort.title, cohort.trade, program.title AS program, cohort.program_id AS programId, cohort.number,
  cohort.year, week, joint_leave AS jointLeave, hours, start_time AS startTime, end_time AS endTime, room_id AS roomId, room.name AS room,
  decree_issuer AS decreeIssuer, decree_number AS decreeNumber, decree_date AS decreeDate, decree_subject AS decreeSubject, activity, funding_source AS fundingSource, activity_id AS activityId,
  cancel_reason AS cancelReason, minimum_attendance AS minimumAttendance, theory_weight AS theoryWeight,
  practice_weight AS practiceWeight, pass_mark AS passMark, units_required AS "unitsRequired?", predicate_bands AS predicateBands, minutes_per_hour AS minutesPerHour, plan_version AS planVersion,
  cancelled_at IS NOT NULL AS "cancelled?", panel.cohort_id IS NOT NULL AS "decided?"
  FROM cohort JOIN program ON program.id = cohort.program_id LEFT JOIN room ON room.id = cohort.room_id
  LEFT JOIN panel ON panel.cohort_id = cohort.id`

type Raw = Omit<CohortRecord, keyof Grading> & StoredGrading

function asRecord(row: Raw): CohortRecord {
  return { ...row, ...gradingOf(row) }
}

/** @throws DomainError not_found */
export function getCohort(db: ReadDatabase, code: string): CohortRecord {
  return asRecord(found(db.get<Raw>(`SELECT ${columns} WHERE cohort.code = ?`, [code]), 'cohort'))
}

/** @throws DomainError not_found, cohort_cancelled */
export function getOpenCohort(db: ReadDatabase, code: string): CohortRecord {
  const cohort = getCohort(db, code)
  if (cohort.cancelled) throw new DomainError({ code: 'cohort_cancelled', cohort: cohort.title })
  return cohort
}

/** @throws DomainError cohort_cancelled, panel_decided */
export function assertUndecided({ cancelled, decided, title }: CohortRecord): void {
  if (cancelled) throw new DomainError({ code: 'cohort_cancelled', cohort: title })
  if (decided) throw new DomainError({ code: 'panel_decided' })
}

/** @throws DomainError not_found, cohort_cancelled, panel_decided */
export function getUndecidedCohort(db: ReadDatabase, code: string): CohortRecord {
  const cohort = getCohort(db, code)
  assertUndecided(cohort)
  return cohort
}

export function cohortOfEnrolment(db: ReadDatabase, enrolmentId: number): CohortRecord {
  const row = db.get<Raw>(
    `SELECT ${columns} JOIN enrolment ON enrolment.cohort_id = cohort.id WHERE enrolment.id = ?`,
    [enrolmentId],
  )
  return asRecord(found(row, 'enrolment'))
}

/** Not decided and not cancelled, latest year first. */
export function undecidedCohorts(db: ReadDatabase): CohortRecord[] {
  return db
    .all<Raw>(
      `SELECT ${columns} WHERE cohort.cancelled_at IS NULL AND panel.cohort_id IS NULL ORDER BY cohort.year DESC, cohort.code`,
    )
    .map(asRecord)
}

export function statusOf(cohort: CohortRecord, days: readonly CohortDay[]): CohortStatus {
  if (cohort.cancelled) return 'cancelled'
  if (cohort.decided) return 'decided'
  if (days.length > 0 && days.every(day => day.closed !== null)) return 'finished'
  return days.some(day => day.held) ? 'running' : 'planned'
}

export function cohortListRow(db: ReadDatabase, cohort: CohortRecord, days = daysOfCohort(db, cohort.id)): CohortRow {
  const [first] = days
  const last = days.at(-1)
  if (!first || !last) throw new Error(`cohort ${cohort.code} has no days`)
  const { id, code, title, trade, program, number, year, startTime, endTime, room } = cohort
  return {
    ...{ id, code, title, trade, program, number, year, startTime, endTime, room },
    status: statusOf(cohort, days),
    start: first.date,
    end: last.date,
    trainees: db.value('SELECT count(*) FROM enrolment WHERE cohort_id = ?', [cohort.id]),
    instructors: [...new Set(days.flatMap(day => day.instructors.map(instructor => instructor.name)))],
    days: days.map(({ n, date, startTime, endTime, held, complete, closed }) => ({
      n,
      date,
      startTime,
      endTime,
      held,
      complete,
      closed: closed !== null,
    })),
    skipped: skippedOfCohort(db, cohort.id),
  }
}

export function findCohortId(db: ReadDatabase, code: string): number | undefined {
  return db.get<{ id: number }>('SELECT id FROM cohort WHERE code = ?', [code])?.id
}

export function nextNumber(db: ReadDatabase, trade: string, year: number): number {
  return db.value<number>('SELECT coalesce(max(number), 0) + 1 FROM cohort WHERE trade = ? AND year = ?', [trade, year])
}

export function hasNumber(db: ReadDatabase, trade: string, year: number, number: number): boolean {
  return db.get('SELECT 1 FROM cohort WHERE trade = ? AND year = ? AND number = ?', [trade, year, number]) !== undefined
}

/** Without the room, which is set after the days have their new times. */
export function updateDetails(db: WriteDatabase, id: number, details: CohortDetails): void {
  db.update(
    'cohort',
    'start_time, end_time, decree_issuer, decree_number, decree_date, decree_subject, activity, funding_source',
    { ...details, id },
  )
}

export function writeStatedTimes(db: WriteDatabase, id: number, startTime: string, endTime: string): void {
  db.update('cohort', 'start_time, end_time', { startTime, endTime, id })
}

export function writeRoom(db: WriteDatabase, id: number, roomId: number | null): void {
  db.update('cohort', 'room_id', { roomId, id })
}

/** The requested first day, while a holiday prevents it. */
export function writeWantedStart(db: WriteDatabase, id: number, start: PlainDate | null): void {
  db.update('cohort', 'wanted_start', { wantedStart: start, id })
}

export function cancelCohort(db: WriteDatabase, id: number, at: string, reason: string): void {
  db.update('cohort', 'cancelled_at, cancel_reason', { cancelledAt: at, cancelReason: reason, id })
}

export function unitsOfCohort(db: ReadDatabase, cohortId: number): (CohortUnit & { id: number })[] {
  return db.all(
    `SELECT id, code, title, theory_hours AS theoryHours, practice_hours AS practiceHours, compulsory AS "compulsory?"
     FROM cohort_unit WHERE cohort_id = ? ORDER BY position`,
    [cohortId],
  )
}

/** Elements of a class by unit, in order; units without elements are absent. */
export function elementsOfCohort(db: ReadDatabase, cohortId: number): Map<number, CohortElement[]> {
  const rows = db.all<CohortElement & { unitId: number }>(
    `SELECT cohort_element.id, unit_id AS unitId, cohort_element.position, cohort_element.title
     FROM cohort_element JOIN cohort_unit ON cohort_unit.id = unit_id WHERE cohort_id = ?
     ORDER BY cohort_unit.position, cohort_element.position`,
    [cohortId],
  )
  return Map.groupBy(rows, row => row.unitId)
}

type CohortElement = { id: CohortElementId; position: number; title: string }

export function writeElements(db: WriteDatabase, unitId: number, titles: readonly string[]): void {
  db.run('DELETE FROM cohort_element WHERE unit_id = ?', [unitId])
  titles.forEach((title, index) => {
    db.insert('cohort_element', 'unit_id, position, title', { unitId, position: index + 1, title })
  })
}
