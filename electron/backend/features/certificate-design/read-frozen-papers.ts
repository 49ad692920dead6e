import type { CertificateKind } from '../../../../shared/features/certificate/contract.ts'
import type { PaperStore } from '../../files/paper-store.ts'
import type { ReadingScope } from '../../scope.ts'
import { type FrozenPaper, frozenPapers, type UnreadPaper } from './frozen-paper-store.ts'

/** The paper with its photo from the store. @throws DomainError paper_missing, paper_damaged */
export async function readPhoto<Paper extends Pick<UnreadPaper, 'photo'>>(
  papers: PaperStore,
  { photo, ...paper }: Paper,
): Promise<Omit<Paper, 'photo'> & { photo: Uint8Array | null }> {
  return { ...paper, photo: photo && (await papers.get(photo.sha256, photo.paper)) }
}

/** The valid papers of a class with photos, by number; at least one. @throws DomainError nothing_issued, paper_missing, paper_damaged */
export async function readFrozenPapers<Kind extends CertificateKind>(
  { read, workspace }: ReadingScope,
  cohortId: number,
  kind: Kind,
): Promise<[FrozenPaper<Kind>, ...FrozenPaper<Kind>[]]> {
  const [first, ...others] = read(({ db }) => frozenPapers(db, cohortId, kind))
  const { papers } = workspace
  return [await readPhoto(papers, first), ...(await Promise.all(others.map(paper => readPhoto(papers, paper))))]
}
