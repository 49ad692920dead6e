import type { TradeCode } from '../../../../shared/features/program/trades.ts'
import type { Stipulation } from '../../../../shared/features/registration/contract.ts'
import {
  inStageOrder,
  type Meeting,
  occasions,
  type RegistrationDraft,
  type Stage,
} from '../../../../shared/features/registration/registration.ts'
import type { CohortId, OfficerId, RegistrationId } from '../../../../shared/ids.ts'
import type { PlainDate } from '../../../../shared/kernel/plain-date.ts'
import type { ReadDatabase, WriteDatabase } from '../../database/connection.ts'
import { found } from '../../domain-error.ts'

export type RegistrationRecord = RegistrationDraft & {
  id: RegistrationId
  program: string
  trade: TradeCode
  cohortId: CohortId | null
  stipulation: (Stipulation & { officerId: OfficerId }) | null
}

type Row = Omit<RegistrationRecord, 'stages' | 'meetings' | 'stipulation'>

const columns = `registration.id, registration.title, registration.program_id AS programId, program.title AS program, program.trade,
  registration.cohort_id AS cohortId, cohort.code AS cohortCode, registration.year, opens, closes, quota, reserves,
  kept_places AS keptPlaces, kept_activity_id AS keptActivityId
  FROM registration JOIN program ON program.id = registration.program_id LEFT JOIN cohort ON cohort.id = registration.cohort_id`

/** @throws DomainError not_found */
export function getRegistration(db: ReadDatabase, id: number): RegistrationRecord {
  return withParts(db, found(db.get<Row>(`SELECT ${columns} WHERE registration.id = ?`, [id]), 'registration'))
}

/** Registrations for this class. */
export function registrationsOfCohort(db: ReadDatabase, cohortId: number): RegistrationRecord[] {
  return db
    .all<Row>(`SELECT ${columns} WHERE registration.cohort_id = ? ORDER BY registration.id`, [cohortId])
    .map(row => withParts(db, row))
}

/** Kelurahan of people accepted by other registrations of the year who have not withdrawn. */
export function promisedVillages(
  db: ReadDatabase,
  { id, year, keptActivityId }: Pick<RegistrationRecord, 'id' | 'year' | 'keptActivityId'>,
): (string | null)[] {
  return db.values<string | null>(
    `SELECT DISTINCT trainee.village_code AS village
       FROM selection_decision JOIN applicant ON applicant.id = applicant_id
       JOIN trainee ON trainee.id = applicant.trainee_id
       JOIN registration ON registration.id = applicant.registration_id
       LEFT JOIN cohort ON cohort.id = registration.cohort_id
       WHERE registration.year = @year AND registration.id <> @id AND decision = 'accepted'
         AND (@keptActivityId IS NULL OR cohort.activity_id = @keptActivityId)
         AND 'WITHDRAWN' IS NOT (SELECT kind FROM applicant_event WHERE applicant_event.applicant_id = applicant.id
           AND kind IN ('WITHDRAWN', 'WITHDRAWAL_UNDONE') ORDER BY applicant_event.id DESC LIMIT 1)`,
    { id, year, keptActivityId },
  )
}

function withParts(db: ReadDatabase, row: Row): RegistrationRecord {
  const stages = db.all<Stage>(
    'SELECT kind, weight, pass_limit AS passLimit FROM registration_stage WHERE registration_id = ?',
    [row.id],
  )
  const meetings = db.all<Meeting>(
    'SELECT occasion, date, time, place FROM registration_meeting WHERE registration_id = ?',
    [row.id],
  )
  return {
    ...row,
    stages: inStageOrder(stages),
    meetings: meetings.toSorted((a, b) => occasions.indexOf(a.occasion) - occasions.indexOf(b.occasion)),
    stipulation: findStipulation(db, row.id),
  }
}

function findStipulation(db: ReadDatabase, id: number): RegistrationRecord['stipulation'] {
  const row = db.get<Stipulation & { officerId: OfficerId }>(
    `SELECT decree_number AS decreeNumber, decree_date AS decreeDate, officer_id AS officerId, officer.name AS officer,
       decided_at AS at, decided_by AS by
     FROM stipulation JOIN officer ON officer.id = officer_id WHERE registration_id = ?`,
    [id],
  )
  return row ?? null
}

export function insertStipulation(
  db: WriteDatabase,
  id: number,
  stipulation: { decreeNumber: string; decreeDate: PlainDate; officerId: number; at: string; by: string },
): void {
  db.insert(
    'stipulation',
    'registration_id: id, decree_number, decree_date, officer_id, decided_at: at, decided_by: by',
    { id, ...stipulation },
  )
}

export function deleteStipulation(db: WriteDatabase, id: number): void {
  db.run('DELETE FROM stipulation WHERE registration_id = ?', [id])
}

/** Sets the class of a registration. */
export function assignCohort(db: WriteDatabase, id: number, cohortId: number): void {
  db.update('registration', 'cohort_id', { cohortId, id })
}

/** The stored fields that `save` can change. */
export function draftOf(record: RegistrationRecord): RegistrationDraft {
  const { id: _, program: __, trade: ___, cohortId: ____, stipulation: _____, ...draft } = record
  return draft
}

export function titleTaken(db: ReadDatabase, { title, year }: RegistrationDraft, except: number | null): boolean {
  return (
    db.get('SELECT 1 FROM registration WHERE title = @title AND year = @year AND id IS NOT @except', {
      title,
      year,
      except,
    }) !== undefined
  )
}

export function insertRegistration(db: WriteDatabase, draft: RegistrationDraft, cohortId: number | null): number {
  const id = db.insert(
    'registration',
    'title, program_id, cohort_id, year, opens, closes, quota, reserves, kept_places, kept_activity_id',
    figuresOf(draft, cohortId),
  )
  writeParts(db, id, draft)
  return id
}

export function updateRegistration(
  db: WriteDatabase,
  id: number,
  draft: RegistrationDraft,
  cohortId: number | null,
): void {
  db.update(
    'registration',
    'title, program_id, cohort_id, year, opens, closes, quota, reserves, kept_places, kept_activity_id',
    { ...figuresOf(draft, cohortId), id },
  )
  writeParts(db, id, draft)
}

function figuresOf(draft: RegistrationDraft, cohortId: number | null) {
  const { cohortCode: _, stages: __, meetings: ___, ...figures } = draft
  return { ...figures, cohortId }
}

function writeParts(db: WriteDatabase, id: number, { stages, meetings }: RegistrationDraft): void {
  db.run('DELETE FROM registration_stage WHERE registration_id = ?', [id])
  for (const stage of stages)
    db.insert('registration_stage', 'registration_id, kind, weight, pass_limit', { registrationId: id, ...stage })
  writeMeetings(db, id, meetings)
}

function writeMeetings(db: WriteDatabase, id: number, meetings: readonly Meeting[]): void {
  db.run('DELETE FROM registration_meeting WHERE registration_id = ?', [id])
  for (const meeting of meetings)
    db.insert('registration_meeting', 'registration_id, occasion, date, time, place', {
      registrationId: id,
      ...meeting,
    })
}
