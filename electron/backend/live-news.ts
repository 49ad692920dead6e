import { randomBytes } from 'node:crypto'
import { EventPublisher, withEventMeta } from '@orpc/server'
import type { News } from '../../shared/features/desk/contract.ts'
import { TableUse } from './database/table-use.ts'
import type { Desk } from './desk.ts'

type Change = { seq: number; stale: string[]; from: Desk | null }

/** Changes that a page may miss before it must read everything again. */
const ringSize = 512

/**
 * Tells open pages which answers are outdated. It learns what an operation reads from the statements it has used so far: a page shows only what some
 * call has read.
 */
export class LiveNews {
  readonly #epoch = randomBytes(4).toString('hex')
  readonly #publisher = new EventPublisher<{ change: Change }>()
  readonly #uses = new TableUse()
  /** Tables read by each operation. */
  readonly #reads = new Map<string, Set<string>>()
  #ring: Change[] = []
  #seq = 0

  /** Records which statements an operation reads with. */
  noteReads(operation: string, statements: ReadonlySet<string>): void {
    const tables = this.#reads.get(operation) ?? new Set<string>()
    this.#reads.set(operation, tables)
    for (const sql of statements) for (const table of this.#uses.of(sql).reads) tables.add(table)
  }

  /** Call it after a commit, with its statements and the desk it came from. */
  changed(statements: ReadonlySet<string>, from: Desk): void {
    const written = new Set<string>()
    for (const sql of statements) for (const table of this.#uses.of(sql).writes) written.add(table)
    // The history grows with every command; pages do not read again for that.
    written.delete('audit')
    const stale = [...this.#reads].flatMap(([operation, tables]) =>
      [...written].some(table => tables.has(table)) ? [operation] : [],
    )
    if (stale.length > 0) this.tell(stale, from)
  }

  /** The page that made the change has already read again. */
  tell(stale: string[], from: Desk | null = null): void {
    this.#seq += 1
    const change = { seq: this.#seq, stale, from }
    this.#ring = [...this.#ring.slice(1 - ringSize), change]
    this.#publisher.publish('change', change)
  }

  /** The changes since the last event that the page received, then all further ones, until the stream is closed. */
  async *follow(desk: Desk, lastEventId: string | undefined, signal: AbortSignal | undefined): AsyncGenerator<News> {
    const [epoch, at] = (lastEventId ?? '').split(':')
    const heard = Number(at)
    // Subscribe before sending the missed events, otherwise one in between would be lost.
    const later = this.#publisher.subscribe('change', { signal, maxBufferedEvents: ringSize })
    const now = this.#seq
    const news = (stale: string[], seq: number) => withEventMeta({ stale }, { id: `${this.#epoch}:${seq}` })
    const first = this.#ring[0]?.seq ?? now + 1
    if (lastEventId === undefined) yield news([], now)
    else if (epoch !== this.#epoch || !(heard >= first - 1)) yield news(['*'], now)
    else for (const change of this.#ring) if (change.seq > heard) yield news(change.stale, change.seq)
    for await (const change of later) if (change.seq > now && change.from !== desk) yield news(change.stale, change.seq)
  }
}
