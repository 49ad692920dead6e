import type { CertificateKind } from '../../../../../shared/features/certificate/contract.ts'
import { type Drawing, drawOnThread, mostThreads } from '../../../draw-on-thread.ts'
import type { PaperRequest, WholeLook } from './draw-certificate-papers.ts'

/** Papers in one call of a thread: small enough that two threads end at about the same time. */
const atOnce = 8

/** One file for each, in order. */
export async function drawEach(
  scope: Drawing,
  kind: CertificateKind,
  requests: readonly PaperRequest[],
  look: WholeLook,
): Promise<Uint8Array[]> {
  const papers = requests.map(request => [plain(request)])
  const parts: PaperRequest[][][] = []
  for (let from = 0; from < papers.length; from += atOnce) parts.push(papers.slice(from, from + atOnce))
  const drawn: Uint8Array[][] = []
  const waiting = parts.entries()
  // Each thread gets one part at a time, so that the paper of another person waits for one part only.
  async function drawNext() {
    for (const [at, groups] of waiting) {
      drawn[at] = await drawOnThread(scope, 'certificates', { kind, groups, look }, parts.length)
      if (scope.work) scope.work.progress = { done: drawn.flat().length, total: papers.length }
    }
  }
  await Promise.all(Array.from({ length: mostThreads }, drawNext))
  return drawn.flat()
}

export async function drawTogether(
  scope: Drawing,
  kind: CertificateKind,
  requests: readonly PaperRequest[],
  look: WholeLook,
): Promise<Uint8Array> {
  const groups = [requests.map(plain)]
  const [bytes] = await drawOnThread(scope, 'certificates', { kind, groups, look })
  if (!bytes) throw new Error('nothing was drawn')
  return bytes
}

/** Only the data needed for drawing. */
function plain({ facts, photo, logo, palette, design }: PaperRequest): PaperRequest {
  return {
    facts,
    photo,
    ...(logo === undefined ? {} : { logo }),
    ...(palette === undefined ? {} : { palette }),
    ...(design === undefined ? {} : { design }),
  }
}
