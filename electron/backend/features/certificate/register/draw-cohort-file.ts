import type { PaperSize } from '../../../../../shared/features/centre/centre.ts'
import {
  certificateFactsSchema,
  statementFactsSchema,
} from '../../../../../shared/features/certificate/certificate-facts.ts'
import type { CertificateKind } from '../../../../../shared/features/certificate/contract.ts'
import type { ReadDatabase } from '../../../database/connection.ts'
import { DomainError } from '../../../domain-error.ts'
import type { DrawnPaper } from '../../../pdf/sheet.ts'
import { getCohort } from '../../cohort/cohort-store.ts'
import { frozenPapers } from '../certificate-store.ts'
import { drawPapers } from '../issue/draw-certificate-papers.ts'
/**
 * All papers of one kind of a class that hold, in one file, drawn from what was frozen; `size` null for the one they were issued on.
 * @throws DomainError nothing_issued
 */
export function drawCohortFile(
  db: ReadDatabase,
  code: string,
  kind: CertificateKind,
  size: PaperSize | null = null,
): DrawnPaper {
  const papers = frozenPapers(db, getCohort(db, code).id, kind)
  const [first] = papers
  if (!first) throw new DomainError({ code: 'nothing_issued' })
  const requests = papers.map(({ facts, photo, logo, palette, design }) => ({
    facts: kind === 'certificate' ? certificateFactsSchema.parse(facts) : statementFactsSchema.parse(facts),
    photo,
    logo,
    palette,
    design,
  }))
  return drawPapers(kind, requests, size === null ? first : { ...first, paperSize: size })
}
