import { parentPort, type TransferListItem, Worker } from 'node:worker_threads'

type Asked<Question> = { id: number; question: Question }
type Answered<Answer> = { id: number; answer: Answer } | { id: number; message: string }
type Waiting<Answer> = { resolve(answer: Answer): void; reject(error: Error): void }

/** After so many milliseconds without a question a thread ends, and gives back what it holds. */
const idleTime = 120_000

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

  /** How many questions wait. */
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

  /** Starts it before anybody asks. */
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

/** The other end, called by the module of such a thread. */
export function answerQuestions<Question, Answer>(
  answerTo: (question: Question) => { answer: Answer; transfer?: TransferListItem[] },
): void {
  parentPort?.on('message', ({ id, question }: Asked<Question>) => {
    try {
      const { answer, transfer = [] } = answerTo(question)
      parentPort?.postMessage({ id, answer }, transfer)
    } catch (error) {
      parentPort?.postMessage({ id, message: error instanceof Error ? (error.stack ?? error.message) : String(error) })
    }
  })
}
