import type { RegisterRow } from '../../../../../shared/features/certificate/contract.ts'
import { foldName } from '../../../../../shared/features/trainee/name/name.ts'
import type { ReadDatabase } from '../../../database/connection.ts'

/** Whether a paper still holds; joined as `certificate`. */
export const stateOfCertificate = `CASE
  WHEN EXISTS (SELECT 1 FROM certificate_revocation WHERE certificate_id = certificate.id) THEN 'revoked'
  WHEN EXISTS (SELECT 1 FROM certificate AS later WHERE later.replaces_id = certificate.id) THEN 'superseded'
  ELSE 'valid' END`

/** Every paper that was ever issued, newest first. */
export function certificateRegister(
  db: ReadDatabase,
  search: string,
  limit: number,
  offset: number,
): { rows: RegisterRow[]; total: number } {
  // A name is found as it stands on the paper, and also without its accents by the name the person has now.
  const from = `FROM certificate JOIN enrolment ON enrolment.id = certificate.enrolment_id
    JOIN cohort ON cohort.id = enrolment.cohort_id JOIN trainee ON trainee.id = enrolment.trainee_id
    WHERE (@search = '' OR instr(lower(certificate.number), lower(@search)) > 0
      OR instr(lower(json_extract(facts, '$.name')), lower(@search)) > 0 OR instr(lower(cohort.title), lower(@search)) > 0
      OR instr(lower(cohort.code), lower(@search)) > 0
      OR (@folded <> '' AND instr(trainee.folded_name, @folded) > 0))`
  const parameters = { search, folded: foldName(search) }
  const rows = db.all<RegisterRow>(
    `SELECT certificate.id, kind, certificate.number, json_extract(facts, '$.name') AS name, json_extract(facts, '$.program') AS program,
       cohort.title AS cohort, cohort.code, issued_on AS issuedOn, trainee.id AS traineeId, ${stateOfCertificate} AS state
     ${from} ORDER BY certificate.id DESC LIMIT @limit OFFSET @offset`,
    { ...parameters, limit, offset },
  )
  return { rows, total: db.value<number>(`SELECT count(*) ${from}`, parameters) }
}
