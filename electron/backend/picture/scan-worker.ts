import { Worker } from 'node:worker_threads'
import { DomainError } from '../domain-error.ts'
import { threadBeside } from '../files/thread-beside.ts'
import type { ScanAnswer, ScanAnswers, ScanQuestion } from './scan-messages.ts'

const thread = threadBeside(import.meta.url, 'scan-thread')

type Limits = {
  /** Time limit per request: a page takes a second, on an old PC five, but a picture can be made to take hours. */
  secondsAQuestion: number
  /** Time limit for all requests together: a file may have many pages that are each just within the limit. */
  secondsAFile: number
  /** Limit of the heap. Memory outside of it is limited by the number of pixels of a page. */
  megabytes: number
}
const usual: Limits = { secondsAQuestion: 40, secondsAFile: 600, megabytes: 512 }

/** Reads one scan in a separate thread. Send one request after the other, and close it. */
export class ScanWorker {
  readonly #worker: Worker
  readonly #secondsAQuestion: number
  readonly #end: number

  constructor({ secondsAQuestion, secondsAFile, megabytes }: Limits = usual) {
    this.#worker = new Worker(thread, { resourceLimits: { maxOldGenerationSizeMb: megabytes } })
    this.#secondsAQuestion = secondsAQuestion
    this.#end = performance.now() + secondsAFile * 1000
  }

  /** @throws DomainError file_takes_too_long, also when it needs too much memory; after that the worker can only be closed */
  ask<Question extends ScanQuestion>(question: Question): Promise<ScanAnswers[Question['kind']]> {
    const worker = this.#worker
    return new Promise((resolve, reject) => {
      const patience = Math.min(this.#secondsAQuestion * 1000, Math.max(this.#end - performance.now(), 0))
      const late = setTimeout(() => {
        settle(() => reject(new DomainError({ code: 'file_takes_too_long' })))
        void worker.terminate()
      }, patience)
      const settle = (action: () => void) => {
        clearTimeout(late)
        worker.off('message', onMessage)
        worker.off('error', onError)
        worker.off('exit', onExit)
        action()
      }
      const onMessage = (message: ScanAnswer) =>
        settle(() =>
          message.ok ? resolve(message.answer as ScanAnswers[Question['kind']]) : reject(new Error(message.message)),
        )
      const onError = (error: NodeJS.ErrnoException) =>
        settle(() =>
          reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new DomainError({ code: 'file_takes_too_long' }) : error),
        )
      const onExit = () => settle(() => reject(new Error('the thread that reads scans has ended')))
      worker.on('message', onMessage)
      worker.on('error', onError)
      worker.on('exit', onExit)
      worker.postMessage(question)
    })
  }

  async close(): Promise<void> {
    await this.#worker.terminate()
  }
}
