import { availableParallelism } from 'node:os'
import type { CertificateKind } from '../../../../../shared/features/certificate/contract.ts'
import type { CopyMark } from '../../../paper-kit/issued-paper.ts'
import type { TaskScope } from '../../../scope.ts'
import { StandingThread } from '../../../standing-thread.ts'
import { drawPapers, type Look, type PaperRequest } from './draw-certificate-papers.ts'

type WholeLook = Look & { specimen?: boolean; copy?: CopyMark }
export type DrawQuestion = {
  kind: CertificateKind
  requests: readonly PaperRequest[]
  look: WholeLook
  /** All in one file. */
  together: boolean
}

/** Papers in one question: small enough that two threads end at about the same time. */
const atOnce = 8
/** Another thread costs half a second and some memory: only a class is worth it. */
const mostThreads = Math.max(1, Math.min(4, availableParallelism()))

/** Beside this file: as TypeScript where sources run, bundled in the program. */
const module = new URL(`./draw-thread.${import.meta.url.endsWith('.ts') ? 'ts' : 'js'}`, import.meta.url)
const threads = Array.from({ length: mostThreads }, () => new StandingThread<DrawQuestion, Uint8Array[]>(module))

/** Starts the thread, so that it has loaded its faces when somebody presses the button. */
export function warmUpDrawing(): void {
  threads[0]?.warmUp()
}

/** A file for each, in their order. */
export async function drawEach(
  { alone }: Pick<TaskScope, 'alone'>,
  kind: CertificateKind,
  requests: readonly PaperRequest[],
  look: WholeLook,
): Promise<Uint8Array[]> {
  if (alone) return requests.map(request => drawPapers(kind, [request], look).bytes)
  const groups: PaperRequest[][] = []
  for (let from = 0; from < requests.length; from += atOnce) groups.push(requests.slice(from, from + atOnce))
  const drawn = await Promise.all(
    groups.map(group => freeThread(groups.length).ask({ kind, requests: group.map(plain), look, together: false })),
  )
  return drawn.flat()
}

export async function drawTogether(
  { alone }: Pick<TaskScope, 'alone'>,
  kind: CertificateKind,
  requests: readonly PaperRequest[],
  look: WholeLook,
): Promise<Uint8Array> {
  if (alone) return drawPapers(kind, requests, look).bytes
  const [bytes] = await freeThread(1).ask({ kind, requests: requests.map(plain), look, together: true })
  if (!bytes) throw new Error('nothing was drawn')
  return bytes
}

/** What papers are drawn from and nothing else: what a caller needs beside it stays here. */
function plain({ facts, photo, logo, palette, design }: PaperRequest): PaperRequest {
  return {
    facts,
    photo,
    ...(logo === undefined ? {} : { logo }),
    ...(palette === undefined ? {} : { palette }),
    ...(design === undefined ? {} : { design }),
  }
}

/** The one with the least to do; one that would have to start first only for a class. */
function freeThread(questions: number): StandingThread<DrawQuestion, Uint8Array[]> {
  const usable = threads.filter((thread, index) => index === 0 || thread.isRunning || questions > 2)
  const [first] = usable.toSorted((a, b) => a.load - b.load)
  if (!first) throw new Error('there is one at least')
  return first
}
