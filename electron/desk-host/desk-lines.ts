import type { ServerResponse } from 'node:http'
import type { DeskHosting } from '../backend/desk-hosting.ts'

/** Milliseconds after its last pulse for which a desk counts as connected. */
const heardWithin = 12_000
const kept = 20

class Line {
  heardAt = 0
  readonly answers = new Set<ServerResponse>()
  #delays: number[] = []

  /** @param delay milliseconds of one answer, as the desk measured it */
  note(delay: number): void {
    if (delay >= 0 && delay < 60_000) this.#delays = [...this.#delays.slice(1 - kept), Math.round(delay)]
  }

  get delay(): number | null {
    const sorted = this.#delays.toSorted((a, b) => a - b)
    return sorted[Math.floor(sorted.length / 2)] ?? null
  }
}

/** Which desks are connected: by the pulse that their pages send every few seconds, and by their open requests. */
export class DeskLines {
  readonly #hosting: DeskHosting
  readonly #lines = new Map<number, Line>()
  readonly #watch: NodeJS.Timeout
  #before = ''

  constructor(hosting: DeskHosting) {
    this.#hosting = hosting
    this.#watch = setInterval(() => this.#tell(), 3_000).unref()
  }

  use(desk: number, response: ServerResponse): Line {
    const line = this.#lines.get(desk) ?? new Line()
    this.#lines.set(desk, line)
    line.heardAt = performance.now()
    line.answers.add(response)
    response.once('close', () => line.answers.delete(response))
    return line
  }

  here(): ReadonlyMap<number, { delay: number | null }> {
    const now = performance.now()
    return new Map([...this.#lines].filter(([, line]) => now - line.heardAt < heardWithin))
  }

  /** Ends all open requests of a desk, its event stream too. */
  end(desk: number): void {
    for (const response of this.#lines.get(desk)?.answers ?? []) response.socket?.destroy()
    this.#lines.delete(desk)
    this.#tell()
  }

  close(): void {
    clearInterval(this.#watch)
    this.#lines.clear()
  }

  /** Notifies screens that show connected desks when one came or went. */
  #tell(): void {
    const now = [...this.here().keys()].sort().join()
    if (now !== this.#before) this.#hosting.changed()
    this.#before = now
  }
}
