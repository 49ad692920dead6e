import { setImmediate } from 'node:timers/promises'
import type { ImportProgress } from '../../../../shared/features/import/contract.ts'
import { DomainError } from '../../domain-error.ts'

const running = new Map<string, ImportWork>()
/** Milliseconds after which the window must be able to answer. */
const longestSlice = 12

/** One running import: its progress, pauses in which the window can answer, and its cancellation. */
export class ImportWork {
  progress: ImportProgress = { phase: 'reading', done: 0, total: null }
  #cancelled = false
  #sliceBegan = performance.now()

  cancel(): void {
    this.#cancelled = true
  }

  /** Lets other work run when a slice is over; call often. @throws DomainError import_cancelled */
  async pause(): Promise<void> {
    this.check()
    if (performance.now() - this.#sliceBegan < longestSlice) return
    await setImmediate()
    this.#sliceBegan = performance.now()
    this.check()
  }

  /** @throws DomainError import_cancelled */
  check(): void {
    if (this.#cancelled) throw new DomainError({ code: 'import_cancelled' })
  }
}

/** Runs work under a ticket, by which others ask for its progress or stop it meanwhile. */
export async function underTicket<T>(ticket: string, work: (work: ImportWork) => Promise<T>): Promise<T> {
  const own = new ImportWork()
  running.set(ticket, own)
  try {
    return await work(own)
  } finally {
    if (running.get(ticket) === own) running.delete(ticket)
  }
}

export function workUnder(ticket: string): ImportWork | undefined {
  return running.get(ticket)
}
