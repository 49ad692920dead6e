import { parentPort, Worker } from 'node:worker_threads'
import type { DomainErrorData } from '../../shared/domain-error.ts'
import { DomainError } from './domain-error.ts'

type Report = (done: number, total: number) => void
type Answered<Answer> =
  | { answer: Answer }
  | { refused: DomainErrorData }
  | { message: string }
  | { progress: Parameters<Report> }
type Queued<Question, Answer> = {
  question: Question
  report: Report
  resolve(answer: Answer): void
  reject(error: Error): void
}

/** Ms without work after which a thread ends: it holds 60 to 100 MB, and starts again in half a second. */
const idleTime = 30_000

/**
 * A long-lived thread: starts with the first question or a warm-up, answers one question after the other, and ends after some idle time. Loaded data,
 * such as fonts, stays for the next question. It has no database.
 */
export class LongLivedThread<Question, Answer> {
  readonly #module: URL
  /** The first is with the thread; the others wait here, where they can be called off. */
  readonly #requests: Queued<Question, Answer>[] = []
  #worker: Worker | undefined
  #idle: NodeJS.Timeout | undefined

  constructor(module: URL) {
    this.#module = module
  }

  get load(): number {
    return this.#requests.length
  }

  get isRunning(): boolean {
    return this.#worker !== undefined
  }

  /** `signal` ends the work at once, and the thread with it: the questions of others go to a new one. @throws DomainError reading_stopped */
  async ask(question: Question, signal?: AbortSignal, report: Report = () => {}): Promise<Answer> {
    const stopped = () => new DomainError({ code: 'reading_stopped' })
    if (signal?.aborted) throw stopped()
    const { promise, resolve, reject } = Promise.withResolvers<Answer>()
    const own = { question, report, resolve, reject }
    const stop = () => {
      const place = this.#requests.indexOf(own)
      this.#requests.splice(place, 1)
      if (place === 0) this.#replace()
      reject(stopped())
    }
    signal?.addEventListener('abort', stop)
    this.#requests.push(own)
    if (this.#requests.length === 1) this.#askNext()
    try {
      return await promise
    } finally {
      signal?.removeEventListener('abort', stop)
    }
  }

  warmUp(): void {
    this.#running()
  }

  #askNext(): void {
    const [next] = this.#requests
    const worker = this.#running()
    if (!next) {
      this.#rest(worker)
      return
    }
    clearTimeout(this.#idle)
    worker.ref()
    try {
      worker.postMessage(next.question)
    } catch (error) {
      // Not plain data: nobody else's question waits for it.
      this.#requests.shift()
      next.reject(error as Error)
      this.#askNext()
    }
  }

  #replace(): void {
    const worker = this.#worker
    this.#worker = undefined
    void worker?.terminate()
    if (this.#requests.length > 0) this.#askNext()
  }

  #running(): Worker {
    if (this.#worker) return this.#worker
    const worker = new Worker(this.#module)
    this.#worker = worker
    worker.on('message', (message: Answered<Answer>) => {
      if (this.#worker !== worker) return
      if ('progress' in message) {
        this.#requests[0]?.report(...message.progress)
        return
      }
      const request = this.#requests.shift()
      if ('answer' in message) request?.resolve(message.answer)
      else request?.reject('refused' in message ? new DomainError(message.refused) : new Error(message.message))
      this.#askNext()
    })
    worker.on('error', error => this.#fail(worker, error instanceof Error ? error : new Error(String(error))))
    worker.on('exit', () => this.#fail(worker, new Error('the thread has ended')))
    this.#rest(worker)
    return worker
  }

  /** An idle thread must not keep the program from ending. */
  #rest(worker: Worker): void {
    worker.unref()
    clearTimeout(this.#idle)
    this.#idle = setTimeout(() => void worker.terminate(), idleTime).unref()
  }

  /** What it was asked is lost with it; what others have asked since goes to a new one. */
  #fail(worker: Worker, error: Error): void {
    if (this.#worker !== worker) return
    clearTimeout(this.#idle)
    this.#requests.shift()?.reject(error)
    this.#replace()
  }
}

/** The thread's side of LongLivedThread. Bytes of an answer are transferred, not copied. */
export function answerQuestions<Question>(answerTo: (question: Question, report: Report) => unknown): void {
  const report: Report = (...progress) => parentPort?.postMessage({ progress } satisfies Answered<unknown>)
  parentPort?.on('message', async (question: Question) => {
    try {
      const answer = await answerTo(question, report)
      parentPort?.postMessage({ answer } satisfies Answered<unknown>, bytesIn(answer))
    } catch (error) {
      if (error instanceof DomainError) parentPort?.postMessage({ refused: error.data } satisfies Answered<unknown>)
      else {
        const message = error instanceof Error ? (error.stack ?? error.message) : String(error)
        parentPort?.postMessage({ message } satisfies Answered<unknown>)
      }
    }
  })
}

/** Buffers used by this answer alone, which can be transferred. */
function bytesIn(answer: unknown): ArrayBuffer[] {
  const parts = Array.isArray(answer) ? answer : [answer]
  return parts.flatMap(part => {
    const bytes: unknown = typeof part === 'object' && part !== null && 'bytes' in part ? part.bytes : part
    if (!(bytes instanceof Uint8Array) || !(bytes.buffer instanceof ArrayBuffer)) return []
    return bytes.byteLength === bytes.buffer.byteLength ? [bytes.buffer] : []
  })
}
