import {
  certificateFactsSchema,
  statementFactsSchema,
} from '../../../../../shared/features/certificate/certificate-facts.ts'
import type { CertificateKind } from '../../../../../shared/features/certificate/contract.ts'
import type { PlainDate } from '../../../../../shared/kernel/plain-date.ts'
import type { ReadDatabase } from '../../../database/connection.ts'
import { found } from '../../../domain-error.ts'
import { designOfVersion } from '../../certificate-design/design-store.ts'
import type { FrozenPaper } from '../certificate-store.ts'
import { drawPapers } from '../issue/draw-certificate-papers.ts'

type CopyFile = { number: string; name: string; n: number; pdf: Uint8Array }

export function findCopy(db: ReadDatabase, id: number): CopyFile | undefined {
  return db.get(
    `SELECT number, facts ->> 'name' AS name, n, certificate_copy.pdf FROM certificate_copy
     JOIN certificate ON certificate.id = certificate_id WHERE certificate_copy.id = ?`,
    [id],
  )
}

/** A paper drawn once more out of what was frozen, stamped as the next copy. */
export function drawCopy(db: ReadDatabase, id: number, madeOn: PlainDate): { n: number; pdf: Uint8Array } {
  const row = found(
    db.get<
      Omit<FrozenPaper, 'facts' | 'design'> & {
        kind: CertificateKind
        facts: string
        designVersionId: number | null
        made: number
      }
    >(
      `SELECT kind, facts, photo, issued_logo.picture AS logo, palette, paper_size AS paperSize,
         design_version_id AS designVersionId,
         (SELECT count(*) FROM certificate_copy WHERE certificate_id = certificate.id) AS made
       FROM certificate LEFT JOIN issued_logo ON issued_logo.sha256 = certificate.logo_sha256 WHERE certificate.id = ?`,
      [id],
    ),
    'certificate',
  )
  const { kind, made, photo, facts: _, designVersionId, ...look } = row
  const design = designVersionId === null ? null : designOfVersion(db, designVersionId)
  const frozen: unknown = JSON.parse(row.facts)
  const facts = kind === 'certificate' ? certificateFactsSchema.parse(frozen) : statementFactsSchema.parse(frozen)
  const n = made + 1
  return { n, pdf: drawPapers(kind, [{ facts, photo }], { ...look, design, copy: { n, madeOn } }).bytes }
}
