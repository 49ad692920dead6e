import type { ServerResponse } from 'node:http'
import type { DeskDoor } from '../backend/desk-door.ts'

/** A desk counts as connected for so many milliseconds after it was last heard. */
const heardWithin = 12_000
const kept = 20

class Line {
  heardAt = 0
  readonly answers = new Set<ServerResponse>()
  #delays: number[] = []

  /** One answer took so many milliseconds, as the desk measured it. */
  note(delay: number): void {
    if (delay >= 0 && delay < 60_000) this.#delays = [...this.#delays.slice(1 - kept), Math.round(delay)]
  }

  get delay(): number | null {
    const sorted = this.#delays.toSorted((a, b) => a - b)
    return sorted[Math.floor(sorted.length / 2)] ?? null
  }
}

/** Which desks are there now: by their pulse, which their pages send every few seconds, and what they have open. */
export class DeskLines {
  readonly #door: DeskDoor
  readonly #lines = new Map<number, Line>()
  readonly #watch: NodeJS.Timeout
  #before = ''

  constructor(door: DeskDoor) {
    this.#door = door
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

  /** Breaks off all that a desk has open, its news too. */
  end(desk: number): void {
    for (const response of this.#lines.get(desk)?.answers ?? []) response.socket?.destroy()
    this.#lines.delete(desk)
    this.#tell()
  }

  close(): void {
    clearInterval(this.#watch)
    this.#lines.clear()
  }

  /** Screens that show who is there hear of it when somebody came or went. */
  #tell(): void {
    const now = [...this.here().keys()].sort().join()
    if (now !== this.#before) this.#door.changed()
    this.#before = now
  }
}
