import { Worker } from 'node:worker_threads'
import { DomainError } from '../domain-error.ts'
import type { ScanAnswer, ScanAnswers, ScanQuestion } from './scan-messages.ts'

/** Beside this file: as TypeScript where sources run, bundled in the program. */
const thread = new URL(`./scan-thread.${import.meta.url.endsWith('.ts') ? 'ts' : 'js'}`, import.meta.url)

/** A page takes a second, on an old PC five. A picture can be made to take hours. */
const secondsAQuestion = 40

/** Looks at one scan in a thread of its own. Ask one question after the other, and close it. */
export class ScanWorker {
  readonly #worker = new Worker(thread, { resourceLimits: { maxOldGenerationSizeMb: 512 } })

  /** @throws DomainError file_takes_too_long, after which it can only be closed */
  ask<Question extends ScanQuestion>(question: Question): Promise<ScanAnswers[Question['kind']]> {
    const worker = this.#worker
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => {
        settle(() => reject(new DomainError({ code: 'file_takes_too_long' })))
        void worker.terminate()
      }, secondsAQuestion * 1000)
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
      const onError = (error: unknown) => settle(() => reject(error))
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
