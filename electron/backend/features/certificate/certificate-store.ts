import type { PaperSize, Rules } from '../../../../shared/features/centre/centre.ts'
import type { CertificateKind } from '../../../../shared/features/certificate/contract.ts'
import type { CertificateId, EnrolmentId } from '../../../../shared/ids.ts'
import type { PlainDate } from '../../../../shared/kernel/plain-date.ts'
import type { ReadDatabase, WriteDatabase } from '../../database/connection.ts'
import { type KeptPaper, sha256Of } from '../../files/paper-store.ts'

export type IssuedPaper = {
  id: CertificateId
  kind: CertificateKind
  number: string
  issuedOn: PlainDate
  enrolmentId: EnrolmentId
  name: string
  revokedOn: PlainDate | null
}

/** The valid paper of each person: the last one of a chain of replacements. */
export function issuedOfCohort(db: ReadDatabase, cohortId: number): Map<number, IssuedPaper> {
  const rows = db.all<IssuedPaper>(
    `SELECT certificate.id, kind, number, issued_on AS issuedOn, enrolment_id AS enrolmentId, json_extract(facts, '$.name') AS name,
       revoked_on AS revokedOn
     FROM certificate JOIN enrolment ON enrolment.id = certificate.enrolment_id
     LEFT JOIN certificate_revocation ON certificate_id = certificate.id
     WHERE enrolment.cohort_id = ?
       AND NOT EXISTS (SELECT 1 FROM certificate AS later INDEXED BY certificate_replaced WHERE later.replaces_id = certificate.id)`,
    [cohortId],
  )
  return new Map(rows.map(row => [row.enrolmentId, row]))
}

type NewCertificate = {
  kind: CertificateKind
  series: string
  year: number
  sequence: number
  number: string
  enrolmentId: number
  issuedOn: PlainDate
  officerId: number
  facts: object
  photo: KeptPaper | null
  logo: Uint8Array | null
  palette: Rules['certificatePalette']
  paperSize: PaperSize
  /** Null for a statement. */
  designVersionId: number | null
  kept: KeptPaper
  replacesId: number | null
  replacementReason: string
}

export function insertCertificate(
  db: WriteDatabase,
  certificate: NewCertificate,
  issued: { at: string; by: string },
): number {
  const { facts, logo, photo, kept, ...columns } = certificate
  const logoHash = logo === null ? null : sha256Of(logo)
  if (logo !== null) db.run('INSERT OR IGNORE INTO issued_logo (sha256, picture) VALUES (?, ?)', [logoHash, logo])
  return db.insert(
    'certificate',
    `kind, series, year, sequence, number, enrolment_id, issued_on, officer_id, facts, photo_sha256, photo_size, logo_sha256, palette,
     paper_size, design_version_id, sha256, size, issued_at, issued_by, replaces_id, replacement_reason`,
    {
      ...columns,
      ...kept,
      facts: JSON.stringify(facts),
      logoSha256: logoHash,
      photoSha256: photo?.sha256 ?? null,
      photoSize: photo?.size ?? null,
      issuedAt: issued.at,
      issuedBy: issued.by,
    },
  )
}

export type IssuedFile = {
  number: string
  name: string
  sha256: string
  revokedOn: PlainDate | null
  replacedBy: string | null
  replacedOn: PlainDate | null
  traineeId: number
}

export function findIssuedFile(db: ReadDatabase, id: number): IssuedFile | undefined {
  return db.get(
    `SELECT certificate.number, certificate.facts ->> 'name' AS name, certificate.sha256, revoked_on AS revokedOn,
       later.number AS replacedBy, later.issued_on AS replacedOn, enrolment.trainee_id AS traineeId
     FROM certificate JOIN enrolment ON enrolment.id = certificate.enrolment_id LEFT JOIN certificate_revocation ON certificate_id = certificate.id
     LEFT JOIN certificate AS later INDEXED BY certificate_replaced ON later.replaces_id = certificate.id
     WHERE certificate.id = ?`,
    [id],
  )
}

export function issuedKinds(db: ReadDatabase, cohortId: number): ReadonlySet<CertificateKind> {
  const issued = db.all<{ kind: CertificateKind }>(
    'SELECT DISTINCT kind FROM certificate JOIN enrolment ON enrolment.id = certificate.enrolment_id WHERE cohort_id = ?',
    [cohortId],
  )
  return new Set(issued.map(row => row.kind))
}
