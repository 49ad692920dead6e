import { Worker } from 'node:worker_threads'
import type { DomainErrorData } from '../../../shared/domain-error.ts'
import { DomainError } from '../domain-error.ts'

export type ReadingTask<Question> = { databaseFile: string; question: Question }
/** Messages of the thread: progress and parts of the answer, request to write and its end, then the answer or the error. */
export type ReadingMessage<Answer, Piece = unknown> =
  | { kind: 'progress'; done: number; total: number | null }
  | { kind: 'piece'; piece: Piece }
  | { kind: 'write' | 'written' }
  | { kind: 'answer'; answer: Answer }
  /** `refused`: a domain error; `code`: the code of SQLite or the system. */
  | { kind: 'error'; message: string; stack?: string; refused?: DomainErrorData; code?: string }

type Asking<Piece> = {
  onProgress?: (done: number, total: number | null) => void
  onPiece?: (piece: Piece) => void
  /** Called when the thread wants to write; the returned function is called when it has. */
  lend?: () => () => void
  signal?: AbortSignal
  /** Heap limit in MB: with more, garbage is kept for long. */
  megabytes?: number
}

/**
 * Reading threads of the open database. Each has its own connection and reads the state committed when it began; it answers one question and ends.
 * All are stopped before the file is closed, renamed or restored.
 */
export class ReadingThreads {
  readonly #databaseFile: string
  readonly #running = new Map<Worker, () => void>()

  constructor(databaseFile: string) {
    this.#databaseFile = databaseFile
  }

  get count(): number {
    return this.#running.size
  }

  /**
   * Runs the module of a thread that calls `serveReading`; `signal` stops it.
   * @throws DomainError reading_stopped if the database was closed meanwhile or the signal fired
   */
  ask<Question, Answer, Piece = never>(
    module: URL,
    question: Question,
    { onProgress = () => {}, onPiece = () => {}, lend, signal, megabytes }: Asking<Piece> = {},
  ): Promise<Answer> {
    const workerData: ReadingTask<Question> = { databaseFile: this.#databaseFile, question }
    const worker = new Worker(module, {
      workerData,
      ...(megabytes ? { resourceLimits: { maxOldGenerationSizeMb: megabytes, maxYoungGenerationSizeMb: 8 } } : {}),
    })
    let lent: (() => void) | undefined
    const takeBack = () => {
      lent?.()
      lent = undefined
    }
    return new Promise<Answer>((resolve, reject) => {
      const settle = (end: () => void) => {
        this.#running.delete(worker)
        signal?.removeEventListener('abort', stop)
        worker.removeAllListeners()
        worker.on('error', () => {})
        end()
      }
      const stop = () => {
        settle(() => reject(new DomainError({ code: 'reading_stopped' })))
        // It may be inside a transaction: others may write only after it has ended.
        void worker.terminate().finally(takeBack)
      }
      const done = (end: () => void) => {
        takeBack()
        settle(end)
      }
      this.#running.set(worker, stop)
      worker.on('message', (message: ReadingMessage<Answer, Piece>) => {
        switch (message.kind) {
          case 'progress':
            return onProgress(message.done, message.total)
          case 'piece':
            return onPiece(message.piece)
          case 'write':
            lent = lend?.()
            return worker.postMessage('write')
          case 'written':
            return takeBack()
          case 'answer':
            return done(() => resolve(message.answer))
          case 'error':
            return done(() => reject(errorOf(message)))
        }
      })
      worker.on('error', error => done(() => reject(error)))
      worker.on('exit', () => done(() => reject(new Error('the reading thread has ended'))))
      if (signal?.aborted) stop()
      else signal?.addEventListener('abort', stop)
    })
  }

  /** Stops all of them; resolves once none has the file open. */
  async end(): Promise<void> {
    const workers = [...this.#running.keys()]
    for (const stop of [...this.#running.values()]) stop()
    await Promise.all(workers.map(worker => worker.terminate()))
  }
}

function errorOf({ message, stack, refused, code }: Extract<ReadingMessage<never>, { kind: 'error' }>): Error {
  if (refused) return new DomainError(refused)
  const error = Object.assign(new Error(message), code === undefined ? {} : { code })
  if (stack !== undefined) error.stack = stack
  return error
}
