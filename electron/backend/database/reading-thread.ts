import { Worker } from 'node:worker_threads'
import { DomainError } from '../domain-error.ts'

/** What a thread is started with. */
export type ReadingTask<Question> = { databaseFile: string; question: Question }
/** What it says: how far it is, then the answer or what went wrong. */
export type ReadingMessage<Answer> =
  | { kind: 'progress'; done: number; total: number }
  | { kind: 'answer'; answer: Answer }
  | { kind: 'error'; message: string }

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

  /** How many are at work. */
  get count(): number {
    return this.#running.size
  }

  /**
   * Runs the module of a thread that ends in `serveReading`; `signal` ends it early.
   * @throws DomainError reading_stopped where the database was closed meanwhile, or the signal came
   */
  ask<Question, Answer>(
    module: URL,
    question: Question,
    {
      onProgress = () => {},
      signal,
    }: { onProgress?: (done: number, total: number) => void; signal?: AbortSignal } = {},
  ): Promise<Answer> {
    const workerData: ReadingTask<Question> = { databaseFile: this.#databaseFile, question }
    const worker = new Worker(module, { workerData })
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
        void worker.terminate()
      }
      this.#running.set(worker, stop)
      worker.on('message', (message: ReadingMessage<Answer>) => {
        if (message.kind === 'progress') onProgress(message.done, message.total)
        else if (message.kind === 'answer') settle(() => resolve(message.answer))
        else settle(() => reject(new Error(message.message)))
      })
      worker.on('error', error => settle(() => reject(error)))
      worker.on('exit', () => settle(() => reject(new Error('the reading thread has ended'))))
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
