import type { RegistrationRow } from '../../../../shared/features/registration/contract.ts'
import type { ReadDatabase } from '../../database/connection.ts'

type Columns = Omit<RegistrationRow, 'status' | 'cohort'> & {
  stipulated: 0 | 1
  /** Number of present and former members of the class. */
  enrolled: number
  cohortCode: string | null
}

// Of events that revert each other the last one counts: twice its number, plus one if it is the positive one.
const lastOf = (yes: string, no: string) =>
  `coalesce(max(CASE kind WHEN '${yes}' THEN applicant_event.id * 2 + 1 WHEN '${no}' THEN applicant_event.id * 2 END) % 2, 0)`

/**
 * Registrations with counts, latest first, in two statements. The states are defined in shared/features/registration/applicant-state.ts; counted in
 * SQL here, because ten years have 10,000 applicants.
 */
export function listRegistrations(db: ReadDatabase): Columns[] {
  const counts = new Map(
    db
      .all<{ id: number; applicants: number; accepted: number; reRegistered: number; enrolled: number }>(
        `WITH progress AS (
           SELECT applicant_id, ${lastOf('WITHDRAWN', 'WITHDRAWAL_UNDONE')} AS withdrawn,
             ${lastOf('RE_REGISTERED', 'RE_REGISTRATION_UNDONE')} AS again, max(kind = 'PROMOTED') AS promoted
           FROM applicant_event GROUP BY applicant_id
         ), standing AS (
           SELECT applicant.registration_id AS id, coalesce(progress.withdrawn, 0) AS withdrawn, coalesce(again, 0) AS again,
             coalesce(promoted, 0) AS promoted, decision, enrolment.id IS NOT NULL AS enrolled, left_kind IS NOT NULL AS gone
           FROM applicant JOIN registration ON registration.id = applicant.registration_id
           LEFT JOIN progress ON progress.applicant_id = applicant.id
           LEFT JOIN selection_decision ON selection_decision.applicant_id = applicant.id
           LEFT JOIN cohort ON cohort.id = registration.cohort_id AND cohort.cancelled_at IS NULL
           LEFT JOIN enrolment ON enrolment.cohort_id = cohort.id AND enrolment.trainee_id = applicant.trainee_id
         )
         SELECT id, sum(NOT withdrawn) AS applicants,
           sum(NOT withdrawn AND NOT gone AND (decision IS 'accepted' OR promoted)) AS accepted,
           sum(NOT withdrawn AND CASE WHEN enrolled AND decision IS NOT NULL THEN NOT gone ELSE again END) AS reRegistered,
           sum(enrolled) AS enrolled
         FROM standing GROUP BY id`,
      )
      .map(row => [row.id, row]),
  )
  const rows = db.all<Omit<Columns, 'applicants' | 'accepted' | 'reRegistered' | 'enrolled'>>(
    `SELECT registration.id, registration.title, program.title AS program, program.trade, registration.year, opens, closes, quota,
       cohort.code AS cohortCode, stipulation.registration_id IS NOT NULL AS stipulated
     FROM registration JOIN program ON program.id = registration.program_id LEFT JOIN cohort ON cohort.id = registration.cohort_id
     LEFT JOIN stipulation ON stipulation.registration_id = registration.id ORDER BY opens DESC, registration.id DESC`,
  )
  return rows.map(row => {
    const count = counts.get(row.id)
    return {
      ...row,
      applicants: count?.applicants ?? 0,
      accepted: row.stipulated === 1 ? (count?.accepted ?? 0) : 0,
      reRegistered: count?.reRegistered ?? 0,
      enrolled: count?.enrolled ?? 0,
    }
  })
}
