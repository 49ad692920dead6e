import BetterSqlite from 'better-sqlite3'
import type { RowRange, Written } from './commit-log.ts'
import { addSeals, emptySum, isKeyed, type SealKey, sealFits, sealOf } from './seal-key.ts'
import { type SealedTable, sealedTables } from './sealed-table.ts'

type Block = number | string
export type Root = { sum: string; auditRows: number; auditHead: string; seal: Uint8Array }

const nothing = '[]'

export class BlockReader {
  readonly #raw: BetterSqlite.Database
  readonly #statements = new Map<string, BetterSqlite.Statement<[object], string>>()

  constructor(raw: BetterSqlite.Database) {
    this.#raw = raw
  }

  contentOf(table: SealedTable, block: Block): string {
    let statement = this.#statements.get(table.name)
    if (!statement) {
      statement = this.#raw.prepare<[object], string>(table.content).pluck()
      this.#statements.set(table.name, statement)
    }
    return statement.get(table.boundsOf(block)) ?? nothing
  }

  /** Numbers of the blocks with rows, and of those with a seal. */
  blocksOf(table: SealedTable): Block[] {
    return this.#raw
      .prepare<[], Block>(
        `SELECT ${table.block(`"${table.name}"`)} FROM "${table.name}"
         UNION SELECT block FROM row_seal WHERE table_name = '${table.name}'`,
      )
      .pluck()
      .all()
  }
}

/**
 * Seals the rows written by a connection. Temporary triggers of this connection note which blocks a transaction touches; `settle` compares the
 * committed content of each block, read through another connection, with its seal, and seals the new content. So rows changed by something else are
 * never sealed by a write beside them, and a program without these triggers leaves seals that do not fit.
 */
export class RowSeals {
  readonly #raw: BetterSqlite.Database
  readonly #key: SealKey | null
  readonly #tables: readonly SealedTable[]
  readonly #now: BlockReader
  readonly #touched: BetterSqlite.Statement<[], { place: number; block: Block }>
  readonly #forget: BetterSqlite.Statement
  readonly #find: BetterSqlite.Statement<[string, Block], Buffer>
  readonly #write: BetterSqlite.Statement
  readonly #remove: BetterSqlite.Statement
  #beside: { raw: BetterSqlite.Database; reader: BlockReader } | undefined

  constructor(raw: BetterSqlite.Database, key: SealKey | null) {
    this.#raw = raw
    this.#key = key
    this.#tables = sealedTables(raw)
    raw.exec(
      `CREATE TEMP TABLE touched_block (place INTEGER NOT NULL, block NOT NULL, PRIMARY KEY (place, block)) WITHOUT ROWID;
       ${this.#tables.map(watching).join('\n')}`,
    )
    this.#now = new BlockReader(raw)
    this.#touched = raw.prepare('SELECT place, block FROM temp.touched_block')
    this.#forget = raw.prepare('DELETE FROM temp.touched_block')
    this.#find = raw
      .prepare<[string, Block], Buffer>('SELECT seal FROM row_seal WHERE table_name = ? AND block = ?')
      .pluck()
    this.#write = raw.prepare(
      `INSERT INTO row_seal (table_name, block, seal) VALUES (?, ?, ?)
       ON CONFLICT (table_name, block) DO UPDATE SET seal = excluded.seal`,
    )
    this.#remove = raw.prepare('DELETE FROM row_seal WHERE table_name = ? AND block = ?')
  }

  /** Call before each commit, inside the transaction. Returns what was written. If the root is missing nothing is sealed; a check reports it. */
  settle(): Written {
    const written = new Map<string, RowRange[] | null>()
    const root = findRoot(this.#raw)
    let sum = root?.sum ?? emptySum
    const touched = this.#touched.all()
    for (const { place, block } of touched) {
      const table = this.#tables[place] as SealedTable
      const rows = table.idsOf(block)
      const known = written.get(table.name)
      if (rows === null || known === null) written.set(table.name, null)
      else if (known) known.push(rows)
      else written.set(table.name, [rows])
      if (root) sum = this.#sealAgain(table, block, sum)
    }
    if (touched.length > 0) this.#forget.run()
    if (root) writeRoot(this.#raw, this.#key, sum, root)
    return written
  }

  /**
   * Reseals with a key what was sealed without one: a new database, or rows written while the key was not available. Changed rows keep the seal that
   * does not fit.
   */
  addKey(): void {
    const root = findRoot(this.#raw)
    if (!root || !this.#key || isKeyed(root.seal)) return
    const places = new Map(this.#tables.map(table => [table.name, table]))
    const plain = this.#raw
      .prepare<[], { name: string; block: Block }>(
        "SELECT table_name AS name, block FROM row_seal WHERE substr(seal, 1, 1) = x'00'",
      )
      .all()
    let { sum } = root
    for (const { name, block } of plain) {
      const table = places.get(name)
      if (table) sum = this.#sealAgain(table, block, sum)
    }
    writeRoot(this.#raw, this.#key, sum, undefined)
  }

  close(): void {
    this.#beside?.raw.close()
    this.#beside = undefined
  }

  #sealAgain(table: SealedTable, block: Block, sum: string): string {
    const { name } = table
    const old = this.#find.get(name, block) ?? null
    const before = this.#before().contentOf(table, block)
    const wasWhole =
      old === null || before === nothing
        ? old === null && before === nothing
        : sealFits(old, this.#key, name, block, before) !== false
    if (!wasWhole) return sum
    const now = this.#now.contentOf(table, block)
    const next = now === nothing ? null : sealOf(this.#key, name, block, now)
    if (old && next?.equals(old)) return sum
    if (next) this.#write.run(name, block, next)
    else this.#remove.run(name, block)
    return addSeals(sum, next, old)
  }

  /** Reads the committed state, without the changes of this transaction. */
  #before(): BlockReader {
    if (!this.#beside) {
      const raw = new BetterSqlite(this.#raw.name, { readonly: true, fileMustExist: true })
      this.#beside = { raw, reader: new BlockReader(raw) }
    }
    return this.#beside.reader
  }
}

/** Seals everything as it is: for a new database, or when a person decides to continue with changed rows. */
export function sealAll(raw: BetterSqlite.Database, key: SealKey | null): void {
  const reader = new BlockReader(raw)
  raw.exec('DELETE FROM row_seal; DELETE FROM seal_root')
  const write = raw.prepare('INSERT INTO row_seal (table_name, block, seal) VALUES (?, ?, ?)')
  let sum = emptySum
  for (const table of sealedTables(raw)) {
    for (const block of reader.blocksOf(table)) {
      const seal = sealOf(key, table.name, block, reader.contentOf(table, block))
      write.run(table.name, block, seal)
      sum = addSeals(sum, seal, null)
    }
  }
  writeRoot(raw, key, sum, undefined)
}

type EndStatements = {
  findRoot: BetterSqlite.Statement<[], Root>
  auditEnd: BetterSqlite.Statement<[], AuditEnd>
  writeRoot: BetterSqlite.Statement
}
/** Prepared statements by connection, because each commit needs them several times. */
const statements = new WeakMap<BetterSqlite.Database, EndStatements>()

function statementsOf(raw: BetterSqlite.Database): EndStatements {
  const known = statements.get(raw)
  if (known) return known
  const made: EndStatements = {
    findRoot: raw.prepare('SELECT sum, audit_rows AS auditRows, audit_head AS auditHead, seal FROM seal_root'),
    auditEnd: raw.prepare('SELECT id AS rows, hash AS head, at FROM audit ORDER BY id DESC LIMIT 1'),
    writeRoot: raw.prepare(
      `INSERT INTO seal_root (id, sum, audit_rows, audit_head, seal) VALUES (1, ?, ?, ?, ?)
       ON CONFLICT (id) DO UPDATE
       SET sum = excluded.sum, audit_rows = excluded.audit_rows, audit_head = excluded.audit_head, seal = excluded.seal`,
    ),
  }
  statements.set(raw, made)
  return made
}

export function findRoot(raw: BetterSqlite.Database): Root | undefined {
  return statementsOf(raw).findRoot.get()
}

/** True if the database was sealed with a key: another key must not be made then. */
export function isKeySealed(raw: BetterSqlite.Database): boolean {
  const root = findRoot(raw)
  return root !== undefined && isKeyed(root.seal)
}

export type AuditEnd = { rows: number; head: string; at: string }

export function auditEnd(raw: BetterSqlite.Database): AuditEnd {
  return statementsOf(raw).auditEnd.get() ?? { rows: 0, head: '', at: '' }
}

function writeRoot(raw: BetterSqlite.Database, key: SealKey | null, sum: string, known: Root | undefined): void {
  const { rows, head } = auditEnd(raw)
  if (known && known.sum === sum && known.auditRows === rows && known.auditHead === head) return
  statementsOf(raw).writeRoot.run(sum, rows, head, rootSeal(key, sum, rows, head))
}

function rootSeal(key: SealKey | null, sum: string, rows: number, head: string): Buffer {
  return sealOf(key, 'root', sum, rows, head)
}

/** Whether the root is right; null if it was sealed with a key that is not available. */
export function rootFits({ seal, sum, auditRows, auditHead }: Root, key: SealKey | null): boolean | null {
  return sealFits(seal, key, 'root', sum, auditRows, auditHead)
}

/** Most rows of a list are in the block of the previous row. Not OR IGNORE: the conflict policy of the outer statement would override it. */
function watching(table: SealedTable, place: number): string {
  const note = (...rows: string[]) =>
    `INSERT INTO touched_block VALUES ${rows.map(row => `(${place}, ${table.block(row)})`).join(', ')} ON CONFLICT DO NOTHING;`
  return `
CREATE TEMP TRIGGER sealed_${place}_insert AFTER INSERT ON main."${table.name}" BEGIN ${note('NEW')} END;
CREATE TEMP TRIGGER sealed_${place}_update BEFORE UPDATE ON main."${table.name}" BEGIN ${note('OLD', 'NEW')} END;
CREATE TEMP TRIGGER sealed_${place}_delete BEFORE DELETE ON main."${table.name}" BEGIN ${note('OLD')} END;`
}
