import { randomUUID } from 'node:crypto'
import type { DeskJob, DeskJobAnswer } from '../../shared/features/desk/desk-job.ts'
import { DomainError } from '../backend/domain-error.ts'
import type { HostServices } from '../backend/host-services.ts'

type JobRequest = DeskJob extends infer Job ? (Job extends unknown ? Omit<Job, 'id'> : never) : never
type Waiting = { readonly job: DeskJob; readonly bytes: Uint8Array | undefined }

/** Milliseconds in which the program at a desk must take a job; it polls for the next one all the time. */
const takenWithin = 20_000
/** Milliseconds that one poll waits for a job. */
const waitsFor = 25_000

/** The printer and the dialogs of one desk. The program of that desk runs in another room and fetches its jobs from here. */
export class RemoteServices {
  readonly #waiting: Waiting[] = []
  readonly #open = new Map<string, PromiseWithResolvers<DeskJobAnswer> & { takenBy: string | null }>()
  #wake: () => void = () => undefined

  /** The services of this host, carried out at that desk. */
  services(own: HostServices): HostServices {
    return {
      ...own,
      capabilities: { print: 'system', save: 'dialog', open: 'system' },
      print: async ({ pdf, title, printer, copies, sides }) => {
        const said = {
          ...(printer !== undefined && { printer }),
          ...(copies !== undefined && { copies }),
          ...(sides && { sides }),
        }
        const answer = await this.#ask({ kind: 'print', title, ...said }, pdf)
        return { printed: 'printed' in answer && answer.printed }
      },
      printers: async () => {
        const answer = await this.#ask({ kind: 'printers' })
        return 'printers' in answer ? answer.printers : []
      },
      save: async ({ name, bytes }) => {
        const answer = await this.#ask({ kind: 'save', name }, bytes)
        return { saved: 'saved' in answer && answer.saved }
      },
      open: async ({ name, bytes }) => {
        const answer = await this.#ask({ kind: 'open', name }, bytes)
        return { opened: 'opened' in answer && answer.opened }
      },
    }
  }

  /** The next job for the program at the desk; null if there is none for now. A program that was restarted has lost the job that it had taken. */
  async next(start: string, gone: AbortSignal): Promise<Waiting | null> {
    for (const [id, taken] of this.#open) if (taken.takenBy !== null && taken.takenBy !== start) this.#give(id, away())
    if (this.#waiting.length === 0) {
      const { promise, resolve } = Promise.withResolvers<void>()
      this.#wake = resolve
      const timer = setTimeout(resolve, waitsFor)
      gone.addEventListener('abort', () => resolve(), { once: true })
      await promise
      clearTimeout(timer)
    }
    // The request was aborted meanwhile; a job given to it would be lost.
    if (gone.aborted) return null
    const next = this.#waiting.shift() ?? null
    const open = next && this.#open.get(next.job.id)
    if (open) open.takenBy = start
    return next
  }

  answer(id: string, answer: DeskJobAnswer): void {
    if ('refused' in answer) this.#give(id, new DomainError(answer.refused))
    else if ('failed' in answer) this.#give(id, new Error('the desk failed'))
    else {
      this.#open.get(id)?.resolve(answer)
      this.#open.delete(id)
    }
  }

  /** The desk was removed, or the host closes: no job will be answered any more. */
  end(): void {
    this.#waiting.length = 0
    for (const id of [...this.#open.keys()]) this.#give(id, away())
    this.#wake()
  }

  #give(id: string, error: Error): void {
    this.#open.get(id)?.reject(error)
    this.#open.delete(id)
  }

  /** @throws DomainError desk_program_away, and the errors of the desk */
  async #ask(request: JobRequest, bytes?: Uint8Array): Promise<DeskJobAnswer> {
    const job: DeskJob = { ...request, id: randomUUID() }
    const answer = { ...Promise.withResolvers<DeskJobAnswer>(), takenBy: null as string | null }
    this.#open.set(job.id, answer)
    const waiting = { job, bytes }
    this.#waiting.push(waiting)
    this.#wake()
    const timer = setTimeout(() => {
      const at = this.#waiting.indexOf(waiting)
      if (at === -1) return
      this.#waiting.splice(at, 1)
      this.#give(job.id, away())
    }, takenWithin)
    try {
      return await answer.promise
    } finally {
      clearTimeout(timer)
    }
  }
}

function away(): DomainError {
  return new DomainError({ code: 'desk_program_away' })
}
