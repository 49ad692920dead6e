import { parentPort, Worker, workerData } from 'node:worker_threads'
import type { DomainErrorData } from '../../../shared/domain-error.ts'
import { DomainError } from '../domain-error.ts'

type Message<Answer, Progress> =
  | { kind: 'progress'; progress: Progress }
  | { kind: 'answer'; answer: Answer }
  | { kind: 'refused'; data: DomainErrorData }
  | { kind: 'error'; message: string }

type Limits<Progress> = {
  seconds: number
  /** Heap limit in MB; memory outside of the heap is limited by what the thread reads. */
  megabytes: number
  onProgress: (progress: Progress) => void
  /** Called ten times a second; throwing ends the thread. */
  check: () => void
}

/**
 * Asks a module that calls `serveThread`. A malicious file could take hours or all memory: the thread is then stopped, and the program continues.
 * @throws DomainError file_takes_too_long, and errors of the thread
 */
export async function askThread<Question, Answer, Progress>(
  module: URL,
  question: Question,
  { seconds, megabytes, onProgress, check }: Limits<Progress>,
): Promise<Answer> {
  const worker = new Worker(module, { workerData: question, resourceLimits: { maxOldGenerationSizeMb: megabytes } })
  const end = performance.now() + seconds * 1000
  let ticking: NodeJS.Timeout | undefined
  try {
    return await new Promise<Answer>((resolve, reject) => {
      ticking = setInterval(() => {
        try {
          check()
          if (performance.now() > end) throw new DomainError({ code: 'file_takes_too_long' })
        } catch (error) {
          reject(error)
        }
      }, 100)
      worker.on('message', (message: Message<Answer, Progress>) => {
        if (message.kind === 'progress') onProgress(message.progress)
        else if (message.kind === 'answer') resolve(message.answer)
        else reject(message.kind === 'refused' ? new DomainError(message.data) : new Error(message.message))
      })
      worker.on('error', (error: NodeJS.ErrnoException) =>
        reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new DomainError({ code: 'file_takes_too_long' }) : error),
      )
      worker.on('exit', () => reject(new Error('the thread has ended')))
    })
  } finally {
    clearInterval(ticking)
    await worker.terminate()
  }
}

/** The thread's side of `askThread`. */
export async function serveThread<Question, Answer, Progress>(
  work: (question: Question, report: (progress: Progress) => void) => Promise<Answer>,
): Promise<void> {
  const say = (message: Message<Answer, Progress>) => parentPort?.postMessage(message)
  try {
    const answer = await work(workerData as Question, progress => say({ kind: 'progress', progress }))
    say({ kind: 'answer', answer })
  } catch (error) {
    if (error instanceof DomainError) say({ kind: 'refused', data: error.data })
    else say({ kind: 'error', message: error instanceof Error ? (error.stack ?? error.message) : String(error) })
  }
}
