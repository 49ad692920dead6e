import type { PlainDate } from '../../../../shared/kernel/plain-date.ts'
import type { ReadDatabase } from '../../database/connection.ts'

export type Holder = { name: string; birthDate: PlainDate }
export type NamedPaper = Holder & { number: string; enrolmentId: number }

/** Title of a class with both people. */
export function sharedCohort(db: ReadDatabase, first: number, second: number): string | undefined {
  return db.get<{ title: string }>(
    `SELECT cohort.title FROM enrolment JOIN enrolment AS other ON other.cohort_id = enrolment.cohort_id
     JOIN cohort ON cohort.id = enrolment.cohort_id WHERE enrolment.trainee_id = ? AND other.trainee_id = ? LIMIT 1`,
    [first, second],
  )?.title
}

/** Title of a registration with both people. */
export function sharedRegistration(db: ReadDatabase, first: number, second: number): string | undefined {
  return db.get<{ title: string }>(
    `SELECT title FROM applicant JOIN applicant AS other USING (registration_id) JOIN registration ON registration.id = registration_id
     WHERE applicant.trainee_id = ? AND other.trainee_id = ? LIMIT 1`,
    [first, second],
  )?.title
}

/** Budget years of both people's modal kerja, except rejected or cancelled. */
export function standingAids(db: ReadDatabase, first: number, second: number): number[] {
  return db.values<number>(
    `SELECT budget_year AS year FROM business_aid JOIN enrolment ON enrolment.id = enrolment_id
       WHERE trainee_id IN (?, ?) AND state NOT IN ('REJECTED', 'CANCELLED') ORDER BY budget_year`,
    [first, second],
  )
}

/** Places in classes that are not cancelled. */
export function membershipsOf(
  db: ReadDatabase,
  traineeId: number,
): { cohortId: number; joinedDay: number; leftAfterDay: number | null }[] {
  return db.all<{ cohortId: number; joinedDay: number; leftAfterDay: number | null }>(
    `SELECT cohort_id AS cohortId, joined_day AS joinedDay, left_after_day AS leftAfterDay
     FROM enrolment JOIN cohort ON cohort.id = cohort_id WHERE trainee_id = ? AND cancelled_at IS NULL`,
    [traineeId],
  )
}

/** Papers issued to a person, with the holder's data on them. */
export function papersOf(db: ReadDatabase, traineeId: number, after = 0): NamedPaper[] {
  return db.all<NamedPaper>(
    `SELECT number, enrolment_id AS enrolmentId, facts ->> 'name' AS name, facts ->> 'birthDate' AS birthDate
     FROM certificate JOIN enrolment ON enrolment.id = enrolment_id
     WHERE trainee_id = ? AND certificate.id > ? ORDER BY certificate.id`,
    [traineeId, after],
  )
}

/** Another person who has one of these NIKs now, directly or by another merge. */
export function holderOfNiks(
  db: ReadDatabase,
  niks: readonly [string, string],
  merge: { id: number; survivorId: number },
): string | undefined {
  return db.get<{ name: string }>(
    `SELECT name FROM trainee WHERE nik IN (@one, @other) AND id <> @survivorId
     UNION ALL SELECT trainee.name FROM trainee_merge JOIN trainee ON trainee.id = survivor_id
       WHERE other_nik IN (@one, @other) AND survivor_id <> @survivorId AND trainee_merge.id <> @id LIMIT 1`,
    { one: niks[0], other: niks[1], survivorId: merge.survivorId, id: merge.id },
  )?.name
}

/** Admissions of a person that refer to an evidence. */
export function provenAdmissions(
  db: ReadDatabase,
  traineeId: number,
): { enrolmentId: number; evidenceId: number; cohort: string }[] {
  return db.all<{ enrolmentId: number; evidenceId: number; cohort: string }>(
    `SELECT enrolment.id AS enrolmentId, evidence_id AS evidenceId, cohort.title AS cohort
     FROM enrolment JOIN enrolment_target ON enrolment_id = enrolment.id JOIN cohort ON cohort.id = cohort_id
     WHERE trainee_id = ? AND evidence_id IS NOT NULL`,
    [traineeId],
  )
}
