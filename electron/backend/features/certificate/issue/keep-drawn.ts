import type { CertificateKind } from '../../../../../shared/features/certificate/contract.ts'
import type { KeptPaper } from '../../../files/paper-store.ts'
import type { TaskScope } from '../../../scope.ts'
import type { Look, PaperRequest } from './draw-certificate-papers.ts'
import { drawEach } from './draw-issued.ts'

/** Stored paper and, if used, its photo. */
export type KeptDrawing = { kept: KeptPaper; photo: KeptPaper | null }

/**
 * Draws a file for each and stores it with its photos, before any row refers to them. If they are then not used because numbers have changed, the
 * check deletes them later.
 */
export async function keepDrawn<Paper extends PaperRequest>(
  scope: Pick<TaskScope, 'alone' | 'work' | 'workspace'>,
  kind: CertificateKind,
  requests: readonly Paper[],
  look: Look,
): Promise<(Omit<Paper, 'photo'> & KeptDrawing)[]> {
  const { papers } = scope.workspace
  const drawn = await drawEach(scope, kind, requests, look)
  const photos = requests.flatMap(({ photo }) => photo ?? [])
  // Photos first, so that a stored paper always has its picture.
  const kept = await papers.putAll([...photos, ...drawn])
  let next = 0
  return requests.map((request, index) => {
    const photo = request.photo ? (kept[next++] ?? null) : null
    const own = kept[photos.length + index]
    if (!own) throw new Error('a paper was not kept')
    return { ...request, photo, kept: own }
  })
}
