import { setImmediate } from 'node:timers/promises'
import type { DomainErrorData } from '../../shared/domain-error.ts'
import type { WorkProgress } from '../../shared/operation.ts'
import { DomainError } from './domain-error.ts'

/** Ms after which the window must be able to respond. */
const longestSlice = 12

/** Long work with progress, pauses for the window, and cancellation. */
export class Work<Progress> {
  progress: Progress
  /** Called in each pause, by a thread that reports its progress. */
  onPause: () => void = () => undefined
  readonly #whenCancelled: DomainErrorData
  readonly #stop = new AbortController()
  #sliceBegan = performance.now()

  constructor(progress: Progress, whenCancelled: DomainErrorData) {
    this.progress = progress
    this.#whenCancelled = whenCancelled
  }

  cancel(): void {
    this.#stop.abort()
  }

  /** For work done elsewhere. */
  get signal(): AbortSignal {
    return this.#stop.signal
  }

  /** Yields when the time slice is over; call often. @throws DomainError like `check` */
  async pause(): Promise<void> {
    this.check()
    if (performance.now() - this.#sliceBegan < longestSlice) return
    this.onPause()
    await setImmediate()
    this.#sliceBegan = performance.now()
    this.check()
  }

  /** @throws DomainError the one given for a cancellation */
  check(): void {
    if (this.signal.aborted) throw new DomainError(this.#whenCancelled)
  }
}

/** Running work of one kind by ticket, for progress and cancellation. */
export class RunningWork<Progress> {
  readonly #running = new Map<string, Work<Progress>>()
  readonly #begin: () => Work<Progress>

  constructor(progress: Progress, whenCancelled: DomainErrorData) {
    this.#begin = () => new Work(progress, whenCancelled)
  }

  async under<T>(ticket: string | null, work: (work: Work<Progress>) => Promise<T>): Promise<T> {
    const own = this.#begin()
    // Whoever stops it comes with the same ticket, and takes it from nobody.
    if (ticket !== null && !this.#running.has(ticket)) this.#running.set(ticket, own)
    try {
      return await work(own)
    } finally {
      if (ticket !== null && this.#running.get(ticket) === own) this.#running.delete(ticket)
    }
  }

  progress(ticket: string): Progress | null {
    return this.#running.get(ticket)?.progress ?? null
  }

  async cancel(ticket: string): Promise<void> {
    this.#running.get(ticket)?.cancel()
  }
}

/** Every task that runs under a ticket. */
export const longWork = new RunningWork<WorkProgress>({ done: 0, total: null }, { code: 'reading_stopped' })
