import type { PaperSize } from '../../../../../shared/features/centre/centre.ts'
import type { CertificateKind } from '../../../../../shared/features/certificate/contract.ts'
import type { Drawing } from '../../../draw-on-thread.ts'
import type { ReadingScope } from '../../../scope.ts'
import { readFrozenPapers } from '../../certificate-design/read-frozen-papers.ts'
import { getCohort } from '../../cohort/cohort-store.ts'
import { drawTogether } from '../issue/draw-issued.ts'

/**
 * All valid papers of one kind of a class in one file, from frozen data; `size` null is the size at issue.
 * @throws DomainError nothing_issued, paper_missing, paper_damaged
 */
export async function cohortFileBytes(
  scope: ReadingScope & Drawing,
  code: string,
  kind: CertificateKind,
  size: PaperSize | null = null,
): Promise<Uint8Array> {
  const { papers, look } = await readCohortPapers(scope, code, kind, size)
  return drawTogether(scope, kind, papers, look)
}

/** What they are drawn from. */
export async function readCohortPapers(
  scope: ReadingScope,
  code: string,
  kind: CertificateKind,
  size: PaperSize | null,
) {
  const cohortId = scope.read(({ db }) => getCohort(db, code).id)
  const papers = await readFrozenPapers(scope, cohortId, kind)
  const [{ logo, palette, design, paperSize }] = papers
  // The paper size belongs to the file, not to each paper.
  return { papers, look: { logo, palette, design, paperSize: size ?? paperSize } }
}
