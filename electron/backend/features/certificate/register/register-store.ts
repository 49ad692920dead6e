import type { RegisterRow } from '../../../../../shared/features/certificate/contract.ts'
import { foldName } from '../../../../../shared/features/trainee/name/name.ts'
import type { ReadDatabase } from '../../../database/connection.ts'

/** Whether a paper still holds; joined as `certificate`. */
export const stateOfCertificate = `CASE
  WHEN EXISTS (SELECT 1 FROM certificate_revocation WHERE certificate_id = certificate.id) THEN 'revoked'
  WHEN EXISTS (SELECT 1 FROM certificate AS later INDEXED BY certificate_replaced WHERE later.replaces_id = certificate.id) THEN 'superseded'
  ELSE 'valid' END`

/** Every paper that was ever issued, newest first. */
export function certificateRegister(
  db: ReadDatabase,
  search: string,
  limit: number,
  offset: number,
): { rows: RegisterRow[]; total: number } {
  const parameters = { search, folded: foldName(search) }
  // Found and counted in one pass: a search looks at every line of the book.
  const rows = db.all<RegisterRow & { total: number }>(
    `WITH page AS MATERIALIZED (
       SELECT id, count(*) OVER () AS total FROM certificate INDEXED BY certificate_book WHERE ${foundInRegister}
       ORDER BY id DESC LIMIT @limit OFFSET @offset
     )
     SELECT certificate.id, kind, certificate.number, certificate.holder AS name, certificate.course AS program,
       cohort.title AS cohort, cohort.code, issued_on AS issuedOn, trainee_id AS traineeId, ${stateOfCertificate} AS state, page.total AS total
     FROM page CROSS JOIN certificate ON certificate.id = page.id CROSS JOIN enrolment ON enrolment.id = certificate.enrolment_id
     CROSS JOIN cohort ON cohort.id = enrolment.cohort_id ORDER BY certificate.id DESC`,
    { ...parameters, limit, offset },
  )
  const total =
    rows[0]?.total ??
    // Beyond the last line nothing says how many there are.
    (offset === 0
      ? 0
      : db.value<number>(
          `SELECT count(*) FROM certificate INDEXED BY certificate_book WHERE ${foundInRegister}`,
          parameters,
        ))
  return { rows: rows.map(({ total: _, ...row }) => row), total }
}

/** A name is found as it stands on the paper, and also without its accents by the name the person has now. */
const foundInRegister = `(@search = '' OR instr(lower(certificate.number), lower(@search)) > 0
  OR instr(lower(holder), lower(@search)) > 0 OR certificate.enrolment_id IN (
    SELECT enrolment.id FROM cohort CROSS JOIN enrolment ON enrolment.cohort_id = cohort.id
    WHERE instr(lower(cohort.title), lower(@search)) > 0 OR instr(lower(cohort.code), lower(@search)) > 0)
  OR (@folded <> '' AND certificate.enrolment_id IN (
    SELECT enrolment.id FROM enrolment CROSS JOIN trainee ON trainee.id = trainee_id WHERE instr(folded_name, @folded) > 0)))`
