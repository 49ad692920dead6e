import type { BookRow, CertificateHistory } from '../../../../../shared/features/certificate/book-contract.ts'
import type { CertificateKind, CertificateState } from '../../../../../shared/features/certificate/contract.ts'
import { formatSuperseded } from '../../../../../shared/features/certificate/verification.ts'
import { foldName } from '../../../../../shared/features/trainee/name/name.ts'
import type { EnrolmentId } from '../../../../../shared/ids.ts'
import type { PlainDate } from '../../../../../shared/kernel/plain-date.ts'
import type { ReadDatabase, WriteDatabase } from '../../../database/connection.ts'
import { DomainError } from '../../../domain-error.ts'

type Search = { search: string; kind: CertificateKind | null; limit: number; offset: number }

type Line = Omit<BookRow, 'note'> & {
  reason: string
  replacedBy: string | null
  replacedOn: PlainDate | null
}

/** State of a paper joined as `certificate`. */
export const stateOfCertificate = `CASE
  WHEN EXISTS (SELECT 1 FROM certificate_revocation WHERE certificate_id = certificate.id) THEN 'revoked'
  WHEN EXISTS (SELECT 1 FROM certificate AS later INDEXED BY certificate_replaced WHERE later.replaces_id = certificate.id) THEN 'superseded'
  ELSE 'valid' END`

// Uses only the index of the book, so that neither paper nor person is read for rows that are not shown.
const foundCertificate = `(@own IS NULL OR certificate.enrolment_id IN (
    SELECT enrolment.id FROM cohort CROSS JOIN enrolment ON enrolment.cohort_id = cohort.id WHERE code IN (SELECT value FROM json_each(@own))))
  AND (@kind IS NULL OR certificate.kind = @kind) AND (@search = '' OR instr(lower(certificate.number), lower(@search)) > 0
  OR instr(lower(holder), lower(@search)) > 0 OR instr(lower(course), lower(@search)) > 0 OR certificate.enrolment_id IN (
    SELECT enrolment.id FROM cohort CROSS JOIN enrolment ON enrolment.cohort_id = cohort.id WHERE instr(lower(code), lower(@search)) > 0)
  OR (@folded <> '' AND certificate.enrolment_id IN (
    SELECT enrolment.id FROM enrolment CROSS JOIN trainee ON trainee.id = trainee_id WHERE instr(folded_name, @folded) > 0)))`
const foundAside = `@own IS NULL AND (@kind IS NULL OR kind = @kind) AND (@search = '' OR instr(lower(number), lower(@search)) > 0
  OR instr(lower(holder), lower(@search)) > 0 OR instr(lower(program), lower(@search)) > 0
  OR (@folded <> '' AND instr(lower(holder), @folded) > 0))`

// Filters and counts in one pass, because a search scans the whole book.
const pageOfBook = `WITH found AS MATERIALIZED (
    SELECT id AS certificate_id, NULL AS aside_id, kind, series, year, sequence FROM certificate INDEXED BY certificate_book
    WHERE ${foundCertificate}
    UNION ALL
    SELECT NULL, id, kind, series, year, sequence FROM set_aside_number WHERE ${foundAside}
  ), page AS MATERIALIZED (
    SELECT *, (SELECT count(*) FROM found) AS total FROM found
    ORDER BY year DESC, kind, series, sequence DESC LIMIT @limit OFFSET @offset
  )
  SELECT page.total AS total, certificate.id AS certificateId, NULL AS setAsideId, certificate.kind AS kind, certificate.series AS series, certificate.year AS year,
    certificate.sequence AS sequence, certificate.number, certificate.holder AS name, certificate.course AS program,
    cohort.code AS code, certificate.issued_on AS issuedOn, ${stateOfCertificate} AS state,
    coalesce(certificate_revocation.reason, '') AS reason, later.number AS replacedBy, later.issued_on AS replacedOn,
    (SELECT collected_on FROM certificate_collection WHERE certificate_id = certificate.id AND taken_back_at IS NULL) AS collectedOn
  FROM page CROSS JOIN certificate ON certificate.id = page.certificate_id
  CROSS JOIN enrolment ON enrolment.id = certificate.enrolment_id CROSS JOIN cohort ON cohort.id = enrolment.cohort_id
  LEFT JOIN certificate_revocation ON certificate_revocation.certificate_id = certificate.id
  LEFT JOIN certificate AS later INDEXED BY certificate_replaced ON later.replaces_id = certificate.id
  UNION ALL
  SELECT page.total, NULL, id, aside.kind, aside.series, aside.year, aside.sequence, number, holder, program, NULL, issued_on,
    CASE WHEN voided_at IS NOT NULL THEN 'void' WHEN holder <> '' THEN 'by_hand' ELSE 'reserved' END,
    CASE WHEN voided_at IS NOT NULL THEN void_reason ELSE aside.reason END, NULL, NULL, NULL
  FROM page CROSS JOIN set_aside_number AS aside ON aside.id = page.aside_id
  ORDER BY year DESC, kind, series, sequence DESC`

/** All assigned numbers, latest of each year first; `own`: only of these classes. */
export function listBook(
  db: ReadDatabase,
  { search, kind, limit, offset }: Search,
  own: readonly string[] | null,
): { rows: BookRow[]; total: number; aside: number } {
  const parameters = { search, kind, folded: foldName(search), own: own && JSON.stringify(own) }
  const rows = db.all<Line & { total: number }>(pageOfBook, { ...parameters, limit, offset })
  const aside = db.value<number>(`SELECT count(*) FROM set_aside_number WHERE ${foundAside}`, parameters)
  return {
    rows: rows.map(({ total: _, reason, replacedBy, replacedOn, ...row }) => ({
      ...row,
      note: row.state === 'superseded' && replacedBy && replacedOn ? formatSuperseded(replacedBy, replacedOn) : reason,
    })),
    // An offset past the last row returns no row with the total.
    total: rows[0]?.total ?? (offset === 0 ? 0 : countIssued(db, parameters) + aside),
    aside,
  }
}

function countIssued(
  db: ReadDatabase,
  parameters: { search: string; kind: string | null; folded: string; own: string | null },
): number {
  return db.value<number>(
    `SELECT count(*) FROM certificate INDEXED BY certificate_book WHERE ${foundCertificate}`,
    parameters,
  )
}

type CertificateRow = Omit<
  CertificateHistory,
  'revocation' | 'chain' | 'nameNow' | 'copies' | 'verifications' | 'prints' | 'signedFiles'
> & {
  enrolmentId: EnrolmentId
  nameNow: string
  replacedBy: string | null
}

/** The row with this number; a text that is no number may be a row id from an address. */
export function certificateNumbered(db: ReadDatabase, number: string): number | undefined {
  const known = db.get<{ id: number }>('SELECT id FROM certificate WHERE number = ?', [number])?.id
  return known ?? (/^\d{1,9}$/.test(number) ? Number(number) : undefined)
}

export function findCertificate(db: ReadDatabase, id: number): CertificateRow | undefined {
  return db.get<CertificateRow & { state: CertificateState }>(
    `SELECT certificate.id, certificate.kind, certificate.number, facts ->> 'name' AS name, facts ->> 'program' AS program, cohort.code,
       issued_on AS issuedOn, issued_at AS issuedAt, issued_by AS issuedBy, sha256, size, ${stateOfCertificate} AS state,
       cohort.title AS cohortTitle, enrolment.trainee_id AS traineeId, facts ->> '$.signatory.name' AS signer, facts ->> 'final' AS final,
       facts ->> 'predicate' AS predicate, facts ->> '$.attendance.present' AS present, facts ->> '$.attendance.planned' AS planned,
       coalesce((SELECT certificate_design.name || ' versi ' || used.n FROM certificate_design_version AS used
         JOIN certificate_design ON certificate_design.id = used.design_id WHERE used.id = design_version_id), '') AS design,
       enrolment_id AS enrolmentId, trainee.name AS nameNow,
       (SELECT number FROM certificate AS later INDEXED BY certificate_replaced WHERE later.replaces_id = certificate.id) AS replacedBy
     FROM certificate JOIN enrolment ON enrolment.id = enrolment_id JOIN cohort ON cohort.id = enrolment.cohort_id
     JOIN trainee ON trainee.id = enrolment.trainee_id WHERE certificate.id = ?`,
    [id],
  )
}

export function certificateHistory(db: ReadDatabase, row: CertificateRow): CertificateHistory {
  const { enrolmentId, nameNow, replacedBy: _, ...certificate } = row
  const revocation = db.get<{ on: PlainDate; reason: string; by: string }>(
    'SELECT revoked_on AS "on", reason, recorded_by AS "by" FROM certificate_revocation WHERE certificate_id = ?',
    [row.id],
  )
  return {
    ...certificate,
    nameNow: nameNow === row.name ? null : nameNow,
    revocation: revocation ?? null,
    chain: db.all(
      `SELECT id, number, facts ->> 'name' AS name, issued_on AS issuedOn, replacement_reason AS reason FROM certificate
       WHERE enrolment_id = ? ORDER BY id`,
      [enrolmentId],
    ),
    copies: db.all(
      `SELECT id, n, made_on AS madeOn, recipient, reason, recorded_by AS "by", sha256 FROM certificate_copy
       WHERE certificate_id = ? ORDER BY n`,
      [row.id],
    ),
    verifications: db.all(
      `SELECT verified_at AS at, verified_by AS "by", how, status FROM certificate_verification
       WHERE certificate_id = ? ORDER BY id DESC`,
      [row.id],
    ),
    prints: db.all(
      `SELECT printed_at AS at, printed_by AS "by", how, n AS copy FROM certificate_print
       LEFT JOIN certificate_copy ON certificate_copy.id = copy_id WHERE certificate_print.certificate_id = ?
       ORDER BY certificate_print.id DESC`,
      [row.id],
    ),
    signedFiles: db
      .all<Omit<CertificateHistory['signedFiles'][number], 'beginsWithOurs'> & { ours: number }>(
        `SELECT id, file_name AS name, sha256, begins_with_ours AS ours, recorded_at AS at, recorded_by AS "by"
         FROM certificate_signed_file WHERE certificate_id = ? ORDER BY id DESC`,
        [row.id],
      )
      .map(({ ours, ...file }) => ({ ...file, beginsWithOurs: ours === 1 })),
  }
}

/** @throws DomainError certificate_revoked, certificate_superseded */
export function assertHolds({
  state,
  number,
  replacedBy,
}: Pick<CertificateRow, 'state' | 'number' | 'replacedBy'>): void {
  if (state === 'revoked') throw new DomainError({ code: 'certificate_revoked', number })
  if (replacedBy !== null) throw new DomainError({ code: 'certificate_superseded', number, by: replacedBy })
}

export function insertRevocation(
  db: WriteDatabase,
  revocation: { id: number; revokedOn: PlainDate; reason: string; at: string; by: string },
): void {
  db.insert(
    'certificate_revocation',
    'certificate_id: id, revoked_on, reason, recorded_at: at, recorded_by: by',
    revocation,
  )
}
