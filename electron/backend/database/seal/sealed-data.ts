import type BetterSqlite from 'better-sqlite3'
import { commitLogOf } from '../connection.ts'
import { Anchor, type AnchorFacts, mostCounters, readAnchor } from './anchor.ts'
import type { Written } from './commit-log.ts'
import { type AuditEnd, auditEnd, findRoot, isKeySealed, RowSeals, sealAll } from './row-seals.ts'
import type { SealKey } from './seal-key.ts'

/** How the database differs from the anchor. Times as in the history, '' for none. */
export type AnchorProblem =
  /** The history ends before the anchor, or diverges from it. */
  | { kind: 'behind'; lost: number; last: string; written: string }
  | { kind: 'forked'; last: string; written: string }
  /** The anchor file is missing, changed, or of another centre. */
  | { kind: 'missing' | 'changed' | 'foreign'; last: string }

/** Compares a database with its anchor; null if they agree, or the database is newer, as after a power cut. */
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
  /** Parts were sealed without a key and are resealed now. */
  lacksKey: boolean
}

/** The seals and the anchor of an open database, for the writing connection. */
export class SealedData {
  readonly #raw: BetterSqlite.Database
  readonly #folder: string
  readonly #makeKey: () => SealKey | null
  #writing: Writing | undefined
  #counters: AnchorFacts['last'] | undefined

  /** @param makeKey called at the first write; null if the key cannot be opened on this computer or by this program */
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

  /** One sealed transaction; a throw inside rolls back. */
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
        // Returned unchanged, so that a promise is refused and rolled back.
        return done
      })
      .immediate()
    writing.lacksKey = false
    commitLogOf(this.#raw).note(before, auditEnd(this.#raw).head, written)
    this.noteCommit(written)
    return result
  }

  /** Call after each commit, also of a thread. Errors are ignored, because a failed note must not undo a commit. */
  noteCommit(written?: Written): void {
    if (!written || written.has('certificate') || written.has('set_aside_number')) this.#counters = undefined
    this.#writeAnchor(null)
  }

  /** Accepts the present state: after a restore, or when a person decides to continue. */
  accept(): void {
    const { key } = this.#begun()
    this.#raw.transaction(() => sealAll(this.#raw, key)).immediate()
    this.noteCommit()
  }

  /** @param digest of the whole file after its last write */
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
    // Before the first commit: otherwise a crash right after it would look like a deleted anchor.
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
      // A full or read-only disk: the anchor stays older, which is not an error.
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
