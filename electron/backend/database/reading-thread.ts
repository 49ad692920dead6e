import { Worker } from 'node:worker_threads'
import type { DomainErrorData } from '../../../shared/domain-error.ts'
import { DomainError } from '../domain-error.ts'

export type ReadingTask<Question> = { databaseFile: string; question: Question }
/** What it says: how far it is and parts of its answer, that it wants to write and has done so, then the answer or what went wrong. */
export type ReadingMessage<Answer, Piece = unknown> =
  | { kind: 'progress'; done: number; total: number | null }
  | { kind: 'piece'; piece: Piece }
  | { kind: 'write' | 'written' }
  | { kind: 'answer'; answer: Answer }
  /** `refused` where a rule was broken; `code` as SQLite or the system names it. */
  | { kind: 'error'; message: string; stack?: string; refused?: DomainErrorData; code?: string }

type Asking<Piece> = {
  onProgress?: (done: number, total: number | null) => void
  onPiece?: (piece: Piece) => void
  /** Called when the thread wants to write; what it gives back is called once it has. */
  lend?: () => () => void
  signal?: AbortSignal
  /** Megabytes of objects that it may hold: with much room garbage is left lying for long. */
  megabytes?: number
}

/**
 * The threads of a database that is open. Each reads by a connection of its own, beside the one that writes, what was committed when it
 * began; it answers one question and ends. Before the file is closed, renamed or restored, all of them are ended.
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
   * Runs the module of a thread that ends in `serveReading`; `signal` ends it early.
   * @throws DomainError reading_stopped where the database was closed meanwhile, or the signal came
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
        // It may be in the midst of a transaction: only once it has ended may others write.
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

  /** Ends all of them; resolves once none has the file open. */
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
