import type { PaperSize, Rules } from '../../../../shared/features/centre/centre.ts'
import {
  type CertificateFacts,
  certificateFactsSchema,
  type StatementFacts,
  statementFactsSchema,
} from '../../../../shared/features/certificate/certificate-facts.ts'
import type { CertificateKind } from '../../../../shared/features/certificate/contract.ts'
import type { DrawnDesign } from '../../../../shared/features/certificate-design/design-facts.ts'
import type { ReadDatabase } from '../../database/connection.ts'
import { DomainError, found } from '../../domain-error.ts'
import { designOfVersion } from './design-store.ts'

/** Everything needed to draw an issued paper again. */
export type FrozenPaper<Kind extends CertificateKind = CertificateKind> = {
  facts: Kind extends 'certificate' ? CertificateFacts : StatementFacts
  photo: Uint8Array | null
  logo: Uint8Array | null
  palette: Rules['certificatePalette']
  paperSize: PaperSize
  design: DrawnDesign | null
}

/** The same before its photo is read: hash and name of the photo. */
export type UnreadPaper<Kind extends CertificateKind = CertificateKind> = Omit<FrozenPaper<Kind>, 'photo'> & {
  photo: { sha256: string; paper: string } | null
}

type Row = Omit<FrozenPaper, 'facts' | 'design' | 'photo'> & {
  photo: string | null
  kind: CertificateKind
  facts: string
  designVersionId: number | null
}

/** WHERE condition: neither replaced nor revoked. */
export const certificateHolds = `NOT EXISTS (SELECT 1 FROM certificate AS later INDEXED BY certificate_replaced WHERE later.replaces_id = certificate.id)
  AND NOT EXISTS (SELECT 1 FROM certificate_revocation WHERE certificate_id = certificate.id)`

const frozen = `SELECT kind, facts, photo_sha256 AS photo, issued_logo.picture AS logo, palette, paper_size AS paperSize,
    design_version_id AS designVersionId
  FROM certificate LEFT JOIN issued_logo ON issued_logo.sha256 = certificate.logo_sha256`

/** The valid papers of a class by number; at least one. @throws DomainError nothing_issued */
export function frozenPapers<Kind extends CertificateKind>(
  db: ReadDatabase,
  cohortId: number,
  kind: Kind,
): [UnreadPaper<Kind>, ...UnreadPaper<Kind>[]] {
  const rows = db.all<Row>(
    `${frozen} JOIN enrolment ON enrolment.id = certificate.enrolment_id
     WHERE enrolment.cohort_id = ? AND kind = ?
       AND ${certificateHolds}
     ORDER BY year, series, sequence`,
    [cohortId, kind],
  )
  const [first, ...others] = rows.map(row => paperOf<Kind>(db, row))
  if (!first) throw new DomainError({ code: 'nothing_issued' })
  return [first, ...others]
}

/** @throws DomainError not_found */
export function frozenPaper(db: ReadDatabase, id: number): UnreadPaper & { kind: CertificateKind } {
  const row = found(db.get<Row>(`${frozen} WHERE certificate.id = ?`, [id]), 'certificate')
  return { ...paperOf(db, row), kind: row.kind }
}

function paperOf<Kind extends CertificateKind>(
  db: ReadDatabase,
  { kind, facts: text, designVersionId, photo, ...look }: Row,
): UnreadPaper<Kind> {
  const schema = kind === 'certificate' ? certificateFactsSchema : statementFactsSchema
  const facts = schema.parse(JSON.parse(text)) as FrozenPaper<Kind>['facts']
  return {
    ...look,
    facts,
    photo: photo === null ? null : { sha256: photo, paper: `foto pada ${facts.number}` },
    design: designVersionId === null ? null : designOfVersion(db, designVersionId),
  }
}
