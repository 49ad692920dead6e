import type { LeaveKind } from '../../../../shared/features/cohort/cohort.ts'
import type {
  Cohort,
  CohortDay,
  CohortRow,
  CohortStatus,
  CohortTrainee,
  CohortUnit,
} from '../../../../shared/features/cohort/contract.ts'
import type { Skipped } from '../../../../shared/features/cohort/working-days.ts'
import { maskNik } from '../../../../shared/features/trainee/nik.ts'
import { type EvidenceSource, openGroups } from '../../../../shared/features/trainee/target-evidence.ts'
import type { Training } from '../../../../shared/features/trainee/trained-before.ts'
import type { CohortElementId } from '../../../../shared/ids.ts'
import type { PlainDate } from '../../../../shared/kernel/plain-date.ts'
import type { ReadDatabase } from '../../database/connection.ts'
import { found } from '../../domain-error.ts'
import { findVillage } from '../../region/villages.ts'
import { type Grading, gradingOf, type StoredGrading } from '../centre/centre-store.ts'
import { credentialOverridesOfCohort } from './override-credential.ts'

export type CohortRecord = Pick<
  Cohort,
  | 'id'
  | 'code'
  | 'title'
  | 'trade'
  | 'program'
  | 'programId'
  | 'number'
  | 'year'
  | 'week'
  | 'jointLeave'
  | 'hours'
  | 'startTime'
  | 'endTime'
  | 'roomId'
  | 'room'
  | 'decreeIssuer'
  | 'decreeNumber'
  | 'decreeDate'
  | 'decreeSubject'
  | 'activity'
  | 'fundingSource'
  | 'activityId'
  | 'cancelReason'
> &
  Cohort['rules'] & { minutesPerHour: number; planVersion: number; cancelled: boolean; decided: boolean }

const columns = `cohort.id, cohort.code, cohort.title, cohort.trade, program.title AS program, cohort.program_id AS programId, cohort.number,
  cohort.year, week, joint_leave AS jointLeave, hours, start_time AS startTime, end_time AS endTime, room_id AS roomId, room.name AS room,
  decree_issuer AS decreeIssuer, decree_number AS decreeNumber, decree_date AS decreeDate, decree_subject AS decreeSubject, activity, funding_source AS fundingSource, activity_id AS activityId,
  cancel_reason AS cancelReason, minimum_attendance AS minimumAttendance, theory_weight AS theoryWeight,
  practice_weight AS practiceWeight, pass_mark AS passMark, units_required AS unitsRequired, predicate_bands AS predicateBands, minutes_per_hour AS minutesPerHour, plan_version AS planVersion,
  cancelled_at IS NOT NULL AS cancelled, panel.cohort_id IS NOT NULL AS decided
  FROM cohort JOIN program ON program.id = cohort.program_id LEFT JOIN room ON room.id = cohort.room_id
  LEFT JOIN panel ON panel.cohort_id = cohort.id`

type Raw = Omit<CohortRecord, 'cancelled' | 'decided' | keyof Grading> &
  StoredGrading & { cancelled: number; decided: number }

function asRecord(row: Raw): CohortRecord {
  return { ...row, ...gradingOf(row), cancelled: row.cancelled === 1, decided: row.decided === 1 }
}

/** @throws DomainError not_found */
export function getCohort(db: ReadDatabase, code: string): CohortRecord {
  return asRecord(found(db.get<Raw>(`SELECT ${columns} WHERE cohort.code = ?`, [code]), 'cohort'))
}

export function cohortOfEnrolment(db: ReadDatabase, enrolmentId: number): CohortRecord {
  const row = db.get<Raw>(
    `SELECT ${columns} JOIN enrolment ON enrolment.cohort_id = cohort.id WHERE enrolment.id = ?`,
    [enrolmentId],
  )
  return asRecord(found(row, 'enrolment'))
}

export function allCohorts(db: ReadDatabase): CohortRecord[] {
  return db.all<Raw>(`SELECT ${columns} ORDER BY cohort.year DESC, cohort.code`).map(asRecord)
}

/** A day as the rules see it; `id` is the row, `n` the number people say. */
export type DayRecord = CohortDay & { id: number }

export function daysOfCohort(db: ReadDatabase, cohortId: number): DayRecord[] {
  const instructors = Map.groupBy(
    db.all<{ dayId: number; id: CohortDay['instructors'][number]['id']; name: string }>(
      `SELECT day_id AS dayId, instructor.id, instructor.name FROM teaching JOIN instructor ON instructor.id = teaching.instructor_id
       JOIN cohort_day ON cohort_day.id = teaching.day_id WHERE cohort_day.cohort_id = ? ORDER BY teaching.position`,
      [cohortId],
    ),
    row => row.dayId,
  )
  const overrides = credentialOverridesOfCohort(db, cohortId)
  const rows = db.all<{
    id: number
    n: number
    date: PlainDate
    startTime: string
    endTime: string
    hours: number
    topic: string
    closedAt: string | null
    closedBy: string | null
    marks: number
    taught: number
    members: number
  }>(
    `SELECT cohort_day.id, n, date, coalesce(cohort_day.start_time, cohort.start_time) AS startTime,
       coalesce(cohort_day.end_time, cohort.end_time) AS endTime, cohort_day.hours, topic, closed_at AS closedAt, closed_by AS closedBy,
       (SELECT count(*) FROM attendance WHERE day_id = cohort_day.id) AS marks,
       EXISTS (SELECT 1 FROM taught_day WHERE day_id = cohort_day.id) AS taught,
       (SELECT count(*) FROM enrolment WHERE enrolment.cohort_id = cohort_day.cohort_id AND joined_day <= cohort_day.n
          AND (left_after_day IS NULL OR cohort_day.n <= left_after_day)) AS members
     FROM cohort_day JOIN cohort ON cohort.id = cohort_day.cohort_id WHERE cohort_day.cohort_id = ? ORDER BY n`,
    [cohortId],
  )
  return rows.map(row => ({
    id: row.id,
    n: row.n,
    date: row.date,
    startTime: row.startTime,
    endTime: row.endTime,
    hours: row.hours,
    topic: row.topic,
    instructors: (instructors.get(row.id) ?? []).map(({ id, name }) => ({ id, name })),
    overrides: overrides.get(row.id) ?? [],
    held: row.marks > 0 || row.closedAt !== null || row.taught === 1,
    complete: row.members > 0 && row.marks >= row.members,
    closed: row.closedAt !== null && row.closedBy !== null ? { by: row.closedBy, at: row.closedAt } : null,
  }))
}

export function lastDayOf(db: ReadDatabase, cohortId: number): PlainDate {
  return db.value('SELECT max(date) FROM cohort_day WHERE cohort_id = ?', [cohortId])
}

export function skippedOfCohort(db: ReadDatabase, cohortId: number): Skipped[] {
  return db.all<Skipped>('SELECT date, kind, reason FROM cohort_skip WHERE cohort_id = ? ORDER BY date', [cohortId])
}

export function unitsOfCohort(db: ReadDatabase, cohortId: number): (CohortUnit & { id: number })[] {
  const rows = db.all<Omit<CohortUnit, 'compulsory'> & { id: number; compulsory: number }>(
    `SELECT id, code, title, theory_hours AS theoryHours, practice_hours AS practiceHours, compulsory
     FROM cohort_unit WHERE cohort_id = ? ORDER BY position`,
    [cohortId],
  )
  return rows.map(row => ({ ...row, compulsory: row.compulsory === 1 }))
}

/** Elements of a class by unit, in the order of the curriculum; a unit without any is absent. */
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

export type EnrolmentRecord = CohortTrainee & { nik: string }

export function traineesOfCohort(db: ReadDatabase, cohortId: number): EnrolmentRecord[] {
  const rows = db.all<{
    enrolmentId: CohortTrainee['enrolmentId']
    traineeId: CohortTrainee['traineeId']
    position: number
    name: string
    nik: string
    sex: 'L' | 'P'
    villageCode: string | null
    phone: string
    joinedDay: number
    leftAfterDay: number | null
    leftKind: LeaveKind | null
    leftReason: string
    repeatReason: string
    source: EvidenceSource | null
    poor: 0 | 1
    extremePoor: 0 | 1
    dataDate: PlainDate
  }>(
    `SELECT enrolment.id AS enrolmentId, trainee.id AS traineeId, position, trainee.name, nik, sex, village_code AS villageCode, phone,
       joined_day AS joinedDay, left_after_day AS leftAfterDay, left_kind AS leftKind, left_reason AS leftReason, repeat_reason AS repeatReason,
       source, poor, extreme_poor AS extremePoor, data_date AS dataDate
     FROM enrolment JOIN trainee ON trainee.id = enrolment.trainee_id
     LEFT JOIN enrolment_target ON enrolment_target.enrolment_id = enrolment.id
     WHERE cohort_id = ? ORDER BY position`,
    [cohortId],
  )
  return rows.map(row => ({
    enrolmentId: row.enrolmentId,
    traineeId: row.traineeId,
    position: row.position,
    name: row.name,
    nik: row.nik,
    maskedNik: maskNik(row.nik),
    sex: row.sex,
    village: findVillage(row.villageCode)?.village ?? null,
    phone: row.phone,
    joinedDay: row.joinedDay,
    left:
      row.leftAfterDay !== null && row.leftKind !== null
        ? { afterDay: row.leftAfterDay, kind: row.leftKind, reason: row.leftReason }
        : null,
    repeatReason: row.repeatReason,
    target:
      row.source === null
        ? null
        : { source: row.source, groups: openGroups(row.poor, row.extremePoor), dataDate: row.dataDate },
  }))
}

/** The classes in which somebody has or had a place to the end. */
export function trainingsOf(db: ReadDatabase, traineeId: number, exceptCohort: number | null): Training[] {
  return db.all<Training>(
    `SELECT cohort.code, cohort.title, min(cohort_day.date) AS start, max(cohort_day.date) AS end
     FROM enrolment JOIN cohort ON cohort.id = enrolment.cohort_id JOIN cohort_day ON cohort_day.cohort_id = cohort.id
     WHERE enrolment.trainee_id = @traineeId AND enrolment.left_after_day IS NULL AND cohort.cancelled_at IS NULL
       AND cohort.id IS NOT @exceptCohort
     GROUP BY cohort.id ORDER BY start`,
    { traineeId, exceptCohort },
  )
}

export function isMemberOn(trainee: Pick<CohortTrainee, 'joinedDay' | 'left'>, n: number): boolean {
  return trainee.joinedDay <= n && (trainee.left === null || n <= trainee.left.afterDay)
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
  return {
    id: cohort.id,
    code: cohort.code,
    title: cohort.title,
    trade: cohort.trade,
    program: cohort.program,
    number: cohort.number,
    year: cohort.year,
    status: statusOf(cohort, days),
    start: first.date,
    end: last.date,
    startTime: cohort.startTime,
    endTime: cohort.endTime,
    trainees: db.value('SELECT count(*) FROM enrolment WHERE cohort_id = ?', [cohort.id]),
    room: cohort.room,
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
