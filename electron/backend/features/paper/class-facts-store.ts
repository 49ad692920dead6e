import type {
  AidFacts,
  BankFacts,
  CandidateFacts,
  PayeeFacts,
  TargetFacts,
} from '../../../../shared/facts/list-facts.ts'
import { noPayment, type Payment } from '../../../../shared/features/instructor/payment.ts'
import { type EvidenceSource, evidenceLabels } from '../../../../shared/features/trainee/target-evidence.ts'
import type { PlainDate } from '../../../../shared/kernel/plain-date.ts'
import type { ReadDatabase } from '../../database/connection.ts'
import { findVillage } from '../../region/villages.ts'

// Data for papers about money and selection. Bank accounts and deciles are restricted: they are read only for papers whose printing is recorded,
// never for a list on screen.

/** Bank accounts of the members, by person. */
export function banksOfCohort(db: ReadDatabase, cohortId: number): Map<number, BankFacts> {
  const rows = db.all<BankFacts & { id: number }>(
    `SELECT enrolment.trainee_id AS id, bank_name AS name, bank_account AS account, bank_holder AS holder
     FROM enrolment JOIN trainee_restricted ON trainee_restricted.trainee_id = enrolment.trainee_id
     WHERE cohort_id = ? AND bank_account <> ''`,
    [cohortId],
  )
  return new Map(rows.map(({ id, ...bank }) => [id, bank]))
}

/** Latest evidence of each member, by person. */
export function targetsOfCohort(db: ReadDatabase, cohortId: number): Map<number, TargetFacts> {
  const rows = db.all<{
    id: number
    source: EvidenceSource
    poor: number
    extremePoor: number
    dataDate: PlainDate
    stunting: number | null
    decile: number | null
  }>(
    `SELECT enrolment.trainee_id AS id, source, poor, extreme_poor AS extremePoor, data_date AS dataDate, stunting, decile
     FROM enrolment JOIN target_evidence ON target_evidence.trainee_id = enrolment.trainee_id
     LEFT JOIN target_evidence_restricted ON evidence_id = target_evidence.id
     WHERE cohort_id = ? ORDER BY target_evidence.id`,
    [cohortId],
  )
  return new Map(
    rows.map(({ id, source, poor, extremePoor, dataDate, stunting, decile }) => [
      id,
      {
        groups: [
          ...(extremePoor ? ['Kemiskinan ekstrem'] : poor ? ['Masyarakat miskin'] : []),
          ...(stunting ? ['Keluarga stunting'] : []),
        ],
        decile,
        evidence: `${evidenceLabels[source]}, ${dataDate.split('-').toReversed().join('-')}`,
      },
    ]),
  )
}

/** Numbers of valid certificates, by enrolment. */
export function certificateNumbers(db: ReadDatabase, cohortId: number): Map<number, string> {
  const rows = db.all<{ id: number; number: string }>(
    `SELECT enrolment_id AS id, number FROM certificate JOIN enrolment ON enrolment.id = enrolment_id
     WHERE cohort_id = ? AND kind = 'certificate'
       AND NOT EXISTS (SELECT 1 FROM certificate_revocation WHERE certificate_id = certificate.id)
       AND NOT EXISTS (SELECT 1 FROM certificate AS later WHERE later.replaces_id = certificate.id)`,
    [cohortId],
  )
  return new Map(rows.map(({ id, number }) => [id, number]))
}

/** Everybody who teaches or taught the class. */
export function payeesOf(db: ReadDatabase, cohortId: number): PayeeFacts[] {
  const rows = db.all<{ name: string; nip: string } & { [Key in keyof Payment]: Payment[Key] | null }>(
    `SELECT name, nip, status, npwp, bank_name AS bankName, bank_account AS bankAccount, bank_holder AS bankHolder
     FROM instructor LEFT JOIN instructor_payment ON instructor_id = instructor.id
     WHERE instructor.id IN (
       SELECT teaching.instructor_id FROM teaching JOIN cohort_day ON cohort_day.id = day_id WHERE cohort_id = @cohortId
       UNION SELECT taught_lesson.instructor_id FROM taught_lesson JOIN cohort_day ON cohort_day.id = day_id WHERE cohort_id = @cohortId
     ) ORDER BY name`,
    { cohortId },
  )
  return rows.map(row => ({
    name: row.name,
    nip: row.nip,
    status: row.status ?? noPayment.status,
    npwp: row.npwp ?? '',
    bank: { name: row.bankName ?? '', account: row.bankAccount ?? '', holder: row.bankHolder ?? '' },
  }))
}

/** Applicants of the class; null without registration. */
export function candidatesOf(db: ReadDatabase, cohortId: number): CandidateFacts[] | null {
  if (db.value<number>('SELECT count(*) FROM registration WHERE cohort_id = ?', [cohortId]) === 0) return null
  const rows = db.all<
    Omit<CandidateFacts, 'administration' | 'village'> & { administration: number | null; villageCode: string | null }
  >(
    `SELECT number, name, nik, trainee.village_code AS villageCode, admission.met AS administration, test.score AS test,
       talk.score AS interview
     FROM applicant JOIN registration ON registration.id = registration_id JOIN trainee ON trainee.id = trainee_id
     LEFT JOIN stage_result AS admission ON admission.applicant_id = applicant.id AND admission.kind = 'ADMINISTRATION'
     LEFT JOIN stage_result AS test ON test.applicant_id = applicant.id AND test.kind = 'TEST'
     LEFT JOIN stage_result AS talk ON talk.applicant_id = applicant.id AND talk.kind = 'INTERVIEW'
     WHERE cohort_id = ? ORDER BY number`,
    [cohortId],
  )
  return rows.map(({ villageCode, administration, ...row }) => ({
    ...row,
    administration: administration === null ? null : administration === 1,
    village: findVillage(villageCode)?.village ?? '',
  }))
}

export function meetingsOf(
  db: ReadDatabase,
  cohortId: number,
): { test: PlainDate | null; interview: PlainDate | null } {
  const rows = db.all<{ occasion: string; date: PlainDate }>(
    `SELECT occasion, date FROM registration_meeting JOIN registration ON registration.id = registration_id WHERE cohort_id = ?`,
    [cohortId],
  )
  const on = (occasion: string) => rows.find(row => row.occasion === occasion)?.date ?? null
  return { test: on('TEST'), interview: on('INTERVIEW') }
}

/** Aids decided for graduates of the class. */
export function aidsOfCohort(db: ReadDatabase, cohortId: number): AidFacts[] {
  return db.all<AidFacts>(
    `SELECT position, amount, handover_number AS handover, paid_on AS paidOn
     FROM business_aid JOIN enrolment ON enrolment.id = enrolment_id
     WHERE cohort_id = ? AND state IN ('APPROVED', 'PAID') ORDER BY position`,
    [cohortId],
  )
}

/** Stages of the selection; empty without registration. */
export function stagesOfCohort(db: ReadDatabase, cohortId: number): string[] {
  return db
    .all<{ kind: string }>(
      `SELECT DISTINCT kind FROM registration_stage JOIN registration ON registration.id = registration_id WHERE cohort_id = ?`,
      [cohortId],
    )
    .map(row => row.kind)
}
