import type { SelectionFacts, TeacherFacts } from '../../../../shared/facts/list-facts.ts'
import type { ReadDatabase } from '../../database/connection.ts'

/** Photos of the members, by person. */
export function photosOfCohort(db: ReadDatabase, cohortId: number): Map<number, Uint8Array> {
  const rows = db.all<{ id: number; jpeg: Uint8Array }>(
    `SELECT trainee_id AS id, jpeg FROM enrolment JOIN trainee_photo USING (trainee_id) WHERE cohort_id = ?`,
    [cohortId],
  )
  return new Map(rows.map(({ id, jpeg }) => [id, jpeg]))
}

/** An instructor with the technical certificate of the trade that is valid longest. */
export function findTeacher(db: ReadDatabase, id: number, trade: string): Omit<TeacherFacts, 'hours'> | undefined {
  const teacher = db.get<{ name: string; nip: string }>('SELECT name, nip FROM instructor WHERE id = ?', [id])
  const credential = db.get<NonNullable<TeacherFacts['credential']>>(
    `SELECT number, scheme, valid_until AS validUntil FROM credential
     JOIN credential_trade ON credential_trade.credential_id = credential.id
     WHERE instructor_id = ? AND kind = 'TEKNIS' AND trade = ? ORDER BY valid_until DESC, credential.id DESC LIMIT 1`,
    [id, trade],
  )
  return teacher && { ...teacher, credential: credential ?? null }
}

/** Over all registrations of the class; null if it had none. */
export function selectionOf(db: ReadDatabase, cohortId: number): SelectionFacts | null {
  const held = db.all<{ kind: string }>(
    `SELECT DISTINCT kind FROM registration_stage JOIN registration ON registration.id = registration_id WHERE cohort_id = ?`,
    [cohortId],
  )
  const row = db.get<{ registrations: number; applicants: number; administration: number; interview: number }>(
    `SELECT count(DISTINCT registration.id) AS registrations, count(applicant.id) AS applicants,
       count(admitted.applicant_id) AS administration,
       count(CASE WHEN refused.applicant_id IS NULL AND talk.score >= coalesce(stage.pass_limit, 0) THEN 1 END) AS interview
     FROM registration LEFT JOIN applicant ON applicant.registration_id = registration.id
     LEFT JOIN stage_result AS admitted
       ON admitted.applicant_id = applicant.id AND admitted.kind = 'ADMINISTRATION' AND admitted.met = 1
     LEFT JOIN stage_result AS refused ON refused.applicant_id = applicant.id AND refused.kind = 'ADMINISTRATION' AND refused.met = 0
     LEFT JOIN stage_result AS talk ON talk.applicant_id = applicant.id AND talk.kind = 'INTERVIEW'
     LEFT JOIN registration_stage AS stage ON stage.registration_id = registration.id AND stage.kind = 'INTERVIEW'
     WHERE registration.cohort_id = ?`,
    [cohortId],
  )
  if (!row || row.registrations === 0) return null
  const stage = (kind: string, count: number) => (held.some(one => one.kind === kind) ? count : null)
  return {
    applicants: row.applicants,
    administration: stage('ADMINISTRATION', row.administration),
    interview: stage('INTERVIEW', row.interview),
  }
}
