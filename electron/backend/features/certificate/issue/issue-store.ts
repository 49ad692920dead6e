import { type Signatory, signatorySchema } from '../../../../../shared/features/centre/signatory.ts'
import type { OverridableCheck } from '../../../../../shared/features/certificate/contract.ts'
import type { PlainDate } from '../../../../../shared/kernel/plain-date.ts'
import type { ReadDatabase, Who, WriteDatabase } from '../../../database/connection.ts'
import type { CohortRecord } from '../../cohort/cohort-store.ts'

/** Days on which somebody taught without the credentials required now. */
export function unlicensedDays(db: ReadDatabase, { id }: CohortRecord): { date: PlainDate; name: string }[] {
  return db.all(
    `SELECT unlicensed_teaching.date, instructor.name FROM unlicensed_teaching
     JOIN instructor ON instructor.id = unlicensed_teaching.instructor_id
     WHERE day_id IN (SELECT id FROM cohort_day WHERE cohort_id = ?) ORDER BY unlicensed_teaching.date`,
    [id],
  )
}

type PersonRow = { enrolmentId: number; traineeId: number; name: string; birthPlace: string; hasPhoto: 0 | 1 }

export function peopleOfIssue(db: ReadDatabase, cohortId: number): PersonRow[] {
  return db.all(
    `SELECT enrolment.id AS enrolmentId, trainee.id AS traineeId, trainee.name, birth_place AS birthPlace,
       EXISTS (SELECT 1 FROM trainee_photo WHERE trainee_id = trainee.id) AS hasPhoto
     FROM enrolment JOIN trainee ON trainee.id = enrolment.trainee_id WHERE cohort_id = ?`,
    [cohortId],
  )
}

export function findNamed(db: ReadDatabase, enrolmentId: number): { name: string; programId: number } | undefined {
  return db.get(
    `SELECT trainee.name, program_id AS programId FROM enrolment JOIN trainee ON trainee.id = trainee_id
     JOIN cohort ON cohort.id = cohort_id WHERE enrolment.id = ?`,
    [enrolmentId],
  )
}

export function insertOverrides(
  db: WriteDatabase,
  certificateId: number,
  answers: readonly { check: OverridableCheck; message: string; reason: string }[],
  who: Who,
): void {
  for (const answer of answers) {
    db.insert(
      'issue_override',
      'certificate_id, check_code: check, message, reason, recorded_at: at, recorded_by: by',
      { ...answer, certificateId, ...who },
    )
  }
}

/** Reasons given at issue, by paper. */
export function overridesOfCohort(db: ReadDatabase, cohortId: number) {
  return Map.groupBy(
    db.all<{ certificateId: number; message: string; reason: string; by: string; at: string }>(
      `SELECT certificate_id AS certificateId, message, reason, recorded_by AS by, recorded_at AS at FROM issue_override
       JOIN certificate ON certificate.id = certificate_id JOIN enrolment ON enrolment.id = enrolment_id
       WHERE cohort_id = ? ORDER BY issue_override.id`,
      [cohortId],
    ),
    row => row.certificateId,
  )
}

/** A paper with an empty photo box is replaced by one with an empty box; otherwise by the rules. */
export function photoAsBefore(db: ReadDatabase, certificateId: number): false | null {
  return db.value<0 | 1>('SELECT photo_sha256 IS NULL FROM certificate WHERE id = ?', [certificateId]) === 1
    ? false
    : null
}

/** The second signatory of a paper. */
export function acknowledgerOf(db: ReadDatabase, certificateId: number): Signatory | null {
  const frozen = db.value<string | null>("SELECT facts -> 'acknowledger' FROM certificate WHERE id = ?", [
    certificateId,
  ])
  return frozen === null ? null : signatorySchema.nullable().parse(JSON.parse(frozen))
}
