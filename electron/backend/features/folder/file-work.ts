import { setImmediate } from 'node:timers/promises'
import type { FileProgress } from '../../../../shared/features/folder/contract.ts'
import { DomainError } from '../../domain-error.ts'

const running = new Map<string, FileWork>()

/** One file of a class on its way: says how far it is and stops when it is told to. */
export class FileWork {
  progress: FileProgress = { done: 0, total: 1 }
  #cancelled = false

  cancel(): void {
    this.#cancelled = true
  }

  /** Call after each paper: gives the window its turn. @throws DomainError file_cancelled */
  async step(done: number, total: number): Promise<void> {
    this.progress = { done, total }
    await setImmediate()
    if (this.#cancelled) throw new DomainError({ code: 'file_cancelled' })
  }
}

export function fileWorkUnder(ticket: string): FileWork | undefined {
  return running.get(ticket)
}

export async function underFileTicket<T>(ticket: string, work: (work: FileWork) => Promise<T>): Promise<T> {
  const own = new FileWork()
  running.set(ticket, own)
  try {
    return await work(own)
  } finally {
    if (running.get(ticket) === own) running.delete(ticket)
  }
}
