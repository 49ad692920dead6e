import type { PaperSize } from '../../../../../shared/features/centre/centre.ts'
import type { CertificateKind } from '../../../../../shared/features/certificate/contract.ts'
import type { ReadDatabase } from '../../../database/connection.ts'
import type { DrawnPaper } from '../../../pdf/sheet.ts'
import { frozenPapers } from '../../certificate-design/frozen-paper-store.ts'
import { getCohort } from '../../cohort/cohort-store.ts'
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
  const [{ logo, palette, design, paperSize }] = papers
  // The paper size is that of the file, not of each paper.
  return drawPapers(kind, papers, { logo, palette, design, paperSize: size ?? paperSize })
}
