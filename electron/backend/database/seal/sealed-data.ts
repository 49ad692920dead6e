import type BetterSqlite from 'better-sqlite3'
import { commitLogOf } from '../connection.ts'
import { Anchor, type AnchorFacts, mostCounters, readAnchor } from './anchor.ts'
import type { Written } from './commit-log.ts'
import { type AuditEnd, auditEnd, findRoot, isKeySealed, RowSeals, sealAll } from './row-seals.ts'
import type { SealKey } from './seal-key.ts'

/** What the anchor says against the database. Moments as in the history, '' where there is none. */
export type AnchorProblem =
  /** The history ends before the anchor does, or goes another way from there. */
  | { kind: 'behind'; lost: number; last: string; written: string }
  | { kind: 'forked'; last: string; written: string }
  /** The file beside the database is gone, is not ours any more, or is that of another centre. */
  | { kind: 'missing' | 'changed' | 'foreign'; last: string }

/** Compares a database with the anchor in its folder; null where they agree, or the database is further, as after a power cut. */
export function anchorProblem(
  raw: BetterSqlite.Database,
  anchor: AnchorFacts | 'changed' | null,
): AnchorProblem | null {
  const end = auditEnd(raw)
  const last = end.at
  if (anchor === null) {
    const begun = (findRoot(raw)?.auditRows ?? end.rows) > 0
    return begun ? { kind: 'missing', last } : null
  }
  if (anchor === 'changed') return { kind: 'changed', last }
  if (anchor.centreId !== centreIdIn(raw)) return { kind: 'foreign', last }
  if (anchor.rows === 0) return null
  if (anchor.rows > end.rows) return { kind: 'behind', lost: anchor.rows - end.rows, last, written: anchor.at }
  const there = raw.prepare<[number], string>('SELECT hash FROM audit WHERE id = ?').pluck().get(anchor.rows)
  return there === anchor.head ? null : { kind: 'forked', last, written: anchor.at }
}

type Writing = {
  seals: RowSeals
  anchor: Anchor
  key: SealKey | null
  centreId: BetterSqlite.Statement<[], string>
  /** What was written before a key was there, by a new database or a program that cannot open it, gets it now. */
  lacksKey: boolean
}

/** The seals and the anchor of an open database that is written by this connection. */
export class SealedData {
  readonly #raw: BetterSqlite.Database
  readonly #folder: string
  readonly #makeKey: () => SealKey | null
  #writing: Writing | undefined
  #counters: AnchorFacts['last'] | undefined

  /** @param makeKey asked at the first writing; null where the key cannot be opened on this computer or by this program */
  constructor(raw: BetterSqlite.Database, folder: string, makeKey: () => SealKey | null) {
    this.#raw = raw
    this.#folder = folder
    this.#makeKey = makeKey
  }

  get hasWritten(): boolean {
    return this.#writing !== undefined
  }

  problem(key: SealKey | null): AnchorProblem | null {
    return anchorProblem(this.#raw, readAnchor(this.#folder, key))
  }

  /** One transaction, sealed; a throw inside leaves nothing behind. */
  transaction<T>(work: () => T): T {
    const writing = this.#begun()
    const { seals } = writing
    let written: Written = new Map()
    let before = ''
    const result = this.#raw
      .transaction(() => {
        before = auditEnd(this.#raw).head
        if (writing.lacksKey) seals.addKey()
        const done = work()
        written = seals.settle()
        // As it is, so that a promise is refused and nothing of it stays.
        return done
      })
      .immediate()
    writing.lacksKey = false
    commitLogOf(this.#raw).note(before, auditEnd(this.#raw).head, written)
    this.noteCommit(written)
    return result
  }

  /** After each commit, also of a thread. What it notes is a help: that it cannot be written must not undo what is committed. */
  noteCommit(written?: Written): void {
    if (!written || written.has('certificate') || written.has('set_aside_number')) this.#counters = undefined
    this.#writeAnchor(null)
  }

  /** From now on the database is what it is: after a restore, or where somebody goes on knowingly. */
  accept(): void {
    const { key } = this.#begun()
    this.#raw.transaction(() => sealAll(this.#raw, key)).immediate()
    this.noteCommit()
  }

  /** @param digest of the whole file, once nothing is written into it any more */
  close(digest: string | null): void {
    if (!this.#writing) return
    this.#writeAnchor(digest)
    this.#writing.anchor.close()
    this.#writing.seals.close()
    this.#writing = undefined
  }

  #begun() {
    if (this.#writing) return this.#writing
    const key = this.#makeKey()
    const writing: Writing = {
      key,
      seals: new RowSeals(this.#raw, key),
      anchor: new Anchor(this.#folder, key),
      centreId: selectCentreId(this.#raw),
      lacksKey: key !== null && !isKeySealed(this.#raw),
    }
    this.#writing = writing
    // Before the first commit: a program that is ended right after it must not look as if the anchor had been taken away.
    if (auditEnd(this.#raw).rows === 0) this.noteCommit()
    return writing
  }

  #writeAnchor(file: string | null): void {
    const { anchor, centreId } = this.#begun()
    const { rows, head, at }: AuditEnd = auditEnd(this.#raw)
    this.#counters ??= lastNumbers(this.#raw)
    try {
      anchor.write({
        centreId: String(centreId.get()),
        rows,
        head,
        at,
        sum: findRoot(this.#raw)?.sum ?? '',
        last: this.#counters,
        file,
      })
    } catch {
      // A full or read-only disk: it stays behind, which says nothing wrong.
    }
  }
}

function centreIdIn(raw: BetterSqlite.Database): string {
  return String(selectCentreId(raw).get())
}

function selectCentreId(raw: BetterSqlite.Database): BetterSqlite.Statement<[], string> {
  return raw.prepare<[], string>('SELECT centre_id FROM schema_origin').pluck()
}

function lastNumbers(raw: BetterSqlite.Database): AnchorFacts['last'] {
  return raw
    .prepare<[], [string, string, number, number]>(
      `SELECT kind, series, year, max(sequence) FROM given_number GROUP BY kind, series, year
       ORDER BY year DESC, kind, series LIMIT ${mostCounters}`,
    )
    .raw(true)
    .all() as AnchorFacts['last']
}
