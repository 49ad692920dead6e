import { Worker } from 'node:worker_threads'
import type { ScanAnswer, ScanAnswers, ScanQuestion } from './scan-messages.ts'

/** Beside this file: as TypeScript where sources run, bundled in the program. */
const thread = new URL(`./scan-thread.${import.meta.url.endsWith('.ts') ? 'ts' : 'js'}`, import.meta.url)

/** Looks at one scan in a thread of its own. Ask one question after the other, and close it. */
export class ScanWorker {
  readonly #worker = new Worker(thread)

  ask<Question extends ScanQuestion>(question: Question): Promise<ScanAnswers[Question['kind']]> {
    const worker = this.#worker
    return new Promise((resolve, reject) => {
      const settle = (action: () => void) => {
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
