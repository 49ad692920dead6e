import { createHash } from 'node:crypto'
import type { PaperSize, Rules } from '../../../../shared/features/centre/centre.ts'
import type { CertificateKind, RegisterRow } from '../../../../shared/features/certificate/contract.ts'
import { foldName } from '../../../../shared/features/trainee/name.ts'
import type { CertificateId, EnrolmentId } from '../../../../shared/ids.ts'
import type { PlainDate } from '../../../../shared/kernel/plain-date.ts'
import type { ReadDatabase, WriteDatabase } from '../../database/connection.ts'
import { designOfVersion } from '../certificate-design/design-store.ts'
import type { DrawnDesign } from './documents/certificate.ts'

export type IssuedPaper = {
  id: CertificateId
  kind: CertificateKind
  number: string
  issuedOn: PlainDate
  enrolmentId: EnrolmentId
  name: string
}

export function usedSequences(db: ReadDatabase, kind: CertificateKind, year: number): number[] {
  return db
    .all<{ sequence: number }>('SELECT sequence FROM certificate WHERE kind = ? AND year = ? ORDER BY sequence', [
      kind,
      year,
    ])
    .map(row => row.sequence)
}

export function isNumberTaken(db: ReadDatabase, number: string): boolean {
  return db.get('SELECT 1 FROM certificate WHERE number = ?', [number]) !== undefined
}

export function issuedOfCohort(db: ReadDatabase, cohortId: number): Map<number, IssuedPaper> {
  const rows = db.all<IssuedPaper>(
    `SELECT certificate.id, kind, number, issued_on AS issuedOn, enrolment_id AS enrolmentId, json_extract(facts, '$.name') AS name
     FROM certificate JOIN enrolment ON enrolment.id = certificate.enrolment_id WHERE enrolment.cohort_id = ?`,
    [cohortId],
  )
  return new Map(rows.map(row => [row.enrolmentId, row]))
}

export type NewCertificate = {
  kind: CertificateKind
  year: number
  sequence: number
  number: string
  enrolmentId: number
  issuedOn: PlainDate
  officerId: number
  facts: object
  photo: Uint8Array | null
  logo: Uint8Array | null
  palette: Rules['certificatePalette']
  paperSize: PaperSize
  /** Null for a statement. */
  designVersionId: number | null
  pdf: Uint8Array
}

export function insertCertificate(
  db: WriteDatabase,
  certificate: NewCertificate,
  issued: { at: string; by: string },
): number {
  const { facts, logo, ...columns } = certificate
  const logoHash = logo === null ? null : sha256(logo)
  if (logo !== null) db.run('INSERT OR IGNORE INTO issued_logo (sha256, picture) VALUES (?, ?)', [logoHash, logo])
  return db.run(
    `INSERT INTO certificate (kind, year, sequence, number, enrolment_id, issued_on, officer_id, facts, photo, logo_sha256, palette,
       paper_size, design_version_id, pdf, sha256, issued_at, issued_by)
     VALUES (@kind, @year, @sequence, @number, @enrolmentId, @issuedOn, @officerId, @facts, @photo, @logoHash, @palette, @paperSize,
       @designVersionId, @pdf, @sha256, @issuedAt, @issuedBy)`,
    {
      ...columns,
      facts: JSON.stringify(facts),
      logoHash,
      sha256: sha256(certificate.pdf),
      issuedAt: issued.at,
      issuedBy: issued.by,
    },
  ).id
}

export function findIssuedFile(
  db: ReadDatabase,
  id: number,
): { number: string; name: string; pdf: Uint8Array } | undefined {
  return db.get(`SELECT number, json_extract(facts, '$.name') AS name, pdf FROM certificate WHERE id = ?`, [id])
}

export type FrozenPaper = {
  facts: unknown
  photo: Uint8Array | null
  logo: Uint8Array | null
  palette: Rules['certificatePalette']
  paperSize: PaperSize
  design: DrawnDesign | null
}

/** Everything needed to draw the issued papers of a class once more, in the order of their numbers. */
export function frozenPapers(db: ReadDatabase, cohortId: number, kind: CertificateKind): FrozenPaper[] {
  const rows = db.all<Omit<FrozenPaper, 'facts' | 'design'> & { facts: string; designVersionId: number | null }>(
    `SELECT facts, photo, issued_logo.picture AS logo, palette, paper_size AS paperSize,
       design_version_id AS designVersionId FROM certificate
     JOIN enrolment ON enrolment.id = certificate.enrolment_id
     LEFT JOIN issued_logo ON issued_logo.sha256 = certificate.logo_sha256
     WHERE enrolment.cohort_id = ? AND kind = ? ORDER BY year, sequence`,
    [cohortId, kind],
  )
  return rows.map(({ designVersionId, ...row }) => ({
    ...row,
    facts: JSON.parse(row.facts) as unknown,
    design: designVersionId === null ? null : designOfVersion(db, designVersionId),
  }))
}

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
       cohort.title AS cohort, cohort.code, issued_on AS issuedOn ${from} ORDER BY certificate.id DESC LIMIT @limit OFFSET @offset`,
    { ...parameters, limit, offset },
  )
  return { rows, total: db.value<number>(`SELECT count(*) ${from}`, parameters) }
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
