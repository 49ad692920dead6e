import { parentPort, Worker } from 'node:worker_threads'
import type { DomainErrorData } from '../../shared/domain-error.ts'
import { DomainError } from './domain-error.ts'

type Asked<Question> = { id: number; question: Question }
type Answered<Answer> = { id: number } & ({ answer: Answer } | { refused: DomainErrorData } | { message: string })
type Waiting<Answer> = { resolve(answer: Answer): void; reject(error: Error): void }

/** After so many milliseconds without a question a thread ends, and gives back what it holds. */
const idleTime = 600_000

/**
 * A thread that stays: it starts at the first question, or when it is warmed up, answers one after the other, and ends when nobody has asked
 * for a while. What it has loaded and worked out, faces above all, is there for the next question. It knows no database.
 */
export class StandingThread<Question, Answer> {
  readonly #module: URL
  readonly #waiting = new Map<number, Waiting<Answer>>()
  #worker: Worker | undefined
  #idle: NodeJS.Timeout | undefined
  #asked = 0

  constructor(module: URL) {
    this.#module = module
  }

  get load(): number {
    return this.#waiting.size
  }

  get isRunning(): boolean {
    return this.#worker !== undefined
  }

  ask(question: Question): Promise<Answer> {
    const worker = this.#running()
    this.#asked += 1
    const id = this.#asked
    worker.ref()
    clearTimeout(this.#idle)
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject })
      worker.postMessage({ id, question } satisfies Asked<Question>)
    })
  }

  warmUp(): void {
    this.#running()
  }

  async end(): Promise<void> {
    await this.#worker?.terminate()
  }

  #running(): Worker {
    if (this.#worker) return this.#worker
    const worker = new Worker(this.#module)
    this.#worker = worker
    worker.on('message', (message: Answered<Answer>) => {
      const waiting = this.#waiting.get(message.id)
      this.#waiting.delete(message.id)
      if (this.#waiting.size === 0) this.#rest(worker)
      if ('answer' in message) waiting?.resolve(message.answer)
      else if ('refused' in message) waiting?.reject(new DomainError(message.refused))
      else waiting?.reject(new Error(message.message))
    })
    worker.on('error', error => this.#fail(worker, error instanceof Error ? error : new Error(String(error))))
    worker.on('exit', () => this.#fail(worker, new Error('the thread has ended')))
    this.#rest(worker)
    return worker
  }

  /** It keeps no program from ending. */
  #rest(worker: Worker): void {
    worker.unref()
    clearTimeout(this.#idle)
    this.#idle = setTimeout(() => void worker.terminate(), idleTime).unref()
  }

  #fail(worker: Worker, error: Error): void {
    if (this.#worker !== worker) return
    this.#worker = undefined
    clearTimeout(this.#idle)
    const waiting = [...this.#waiting.values()]
    this.#waiting.clear()
    for (const { reject } of waiting) reject(error)
  }
}

/** The other end, called by the module of such a thread. Bytes of an answer are handed over, not copied. */
export function answerQuestions<Question>(answerTo: (question: Question) => unknown): void {
  parentPort?.on('message', async ({ id, question }: Asked<Question>) => {
    try {
      const answer = await answerTo(question)
      parentPort?.postMessage({ id, answer } satisfies Answered<unknown>, bytesIn(answer))
    } catch (error) {
      if (error instanceof DomainError) parentPort?.postMessage({ id, refused: error.data } satisfies Answered<unknown>)
      else {
        const message = error instanceof Error ? (error.stack ?? error.message) : String(error)
        parentPort?.postMessage({ id, message } satisfies Answered<unknown>)
      }
    }
  })
}

/** Buffers that hold one answer alone. */
function bytesIn(answer: unknown): ArrayBuffer[] {
  const parts = Array.isArray(answer) ? answer : [answer]
  return parts.flatMap(part => {
    const bytes: unknown = typeof part === 'object' && part !== null && 'bytes' in part ? part.bytes : part
    if (!(bytes instanceof Uint8Array) || !(bytes.buffer instanceof ArrayBuffer)) return []
    return bytes.byteLength === bytes.buffer.byteLength ? [bytes.buffer] : []
  })
}
