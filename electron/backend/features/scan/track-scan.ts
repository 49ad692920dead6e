import { DomainError } from '../../domain-error.ts'

const running = new Map<string, ScanWork>()

/** One scan on its way, whose progress others ask for under its ticket and which they may stop. */
export class ScanWork {
  progress: { done: number; total: number | null } = { done: 0, total: null }
  #cancelled = false

  cancel(): void {
    this.#cancelled = true
  }

  /** @throws DomainError scan_cancelled */
  check(): void {
    if (this.#cancelled) throw new DomainError({ code: 'scan_cancelled' })
  }
}

export async function underTicket<T>(ticket: string, work: (work: ScanWork) => Promise<T>): Promise<T> {
  const own = new ScanWork()
  running.set(ticket, own)
  try {
    return await work(own)
  } finally {
    if (running.get(ticket) === own) running.delete(ticket)
  }
}

export function workUnder(ticket: string): ScanWork | undefined {
  return running.get(ticket)
}
