import { availableParallelism } from 'node:os'
import type { DrawingJobs } from './drawing-jobs.ts'
import { threadBeside } from './files/thread-beside.ts'
import { LongLivedThread } from './long-lived-thread.ts'
import type { TaskScope } from './scope.ts'

type Job = keyof DrawingJobs
/** Who draws: whether anybody else waits, and the work that may be stopped. */
export type Drawing = Pick<TaskScope, 'alone'> & Partial<Pick<TaskScope, 'work'>>

export type DrawQuestion = { job: Job; facts: unknown }

/** Another thread costs half a second and memory, so it is used only for whole classes. */
export const mostThreads = Math.max(1, Math.min(4, availableParallelism()))

const module = threadBeside(import.meta.url, 'drawing-thread')
const threads = Array.from({ length: mostThreads }, () => new LongLivedThread<DrawQuestion, unknown>(module))

/** Starts the thread early, because loading its fonts takes half a second. */
export function warmUpDrawing({ alone }: Pick<TaskScope, 'alone'>): void {
  if (!alone) threads[0]?.warmUp()
}

/**
 * Draws, or reads and writes a workbook, in another thread, so that the answers to other people do not wait. Facts and result are plain data.
 * A backend that serves nobody else (`alone`) does it here. Where the task is stopped meanwhile, the work in the thread ends at once.
 * @throws DomainError reading_stopped
 * @param parts how many calls like this one the whole work is split into
 */
export async function drawOnThread<Name extends Job>(
  { alone, work }: Drawing,
  job: Name,
  facts: Parameters<DrawingJobs[Name]>[0],
  parts = 1,
): Promise<Awaited<ReturnType<DrawingJobs[Name]>>> {
  type Drawn = Awaited<ReturnType<DrawingJobs[Name]>>
  const report = (done: number, total: number) => {
    if (work) work.progress = { done, total }
  }
  if (!alone) return (await freeThread(parts).ask({ job, facts }, work?.signal, report)) as Drawn
  const { drawingJobs } = await import('./drawing-jobs.ts')
  const drawn = (await drawingJobs[job](facts as never, report)) as Drawn
  work?.check()
  return drawn
}

/** The least busy thread. A second one is started only if the work has many parts. */
function freeThread(parts: number): LongLivedThread<DrawQuestion, unknown> {
  const usable = threads.filter((thread, index) => index === 0 || thread.isRunning || parts > 2)
  const [first] = usable.toSorted((a, b) => a.load - b.load)
  if (!first) throw new Error('there is one at least')
  return first
}
