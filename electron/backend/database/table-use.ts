import { schema } from './schema/schema.ts'

type Use = { readonly reads: ReadonlySet<string>; readonly writes: ReadonlySet<string> }

const parts = schema.split(/;\s*(?=CREATE )|(?:^|\n)(?=CREATE )/)
const write = /\b(?:INSERT(?: OR \w+)? INTO|REPLACE INTO|UPDATE(?: OR \w+)?|DELETE FROM)\s+(\w+)/gi
/** Statements cached; some are composed, so the number is limited. */
const most = 5000

/**
 * Which tables a statement reads and writes, found by the names in its text: views count as the tables they read, writes include those of triggers
 * and cascades. A column with the name of a table counts as that table, which may add one but never misses one.
 */
export class TableUse {
  readonly #tables = namesOf(/^CREATE (?:VIRTUAL )?TABLE (\w+)/)
  readonly #virtual = namesOf(/^CREATE VIRTUAL TABLE (\w+)/)
  readonly #views = namesOf(/^CREATE VIEW (\w+)/)
  readonly #follows = following()
  readonly #known = new Map<string, Use>()

  /** 'virtual': derived by SQLite for search; null for a view. */
  kindOf(name: string): 'table' | 'virtual' | null {
    return this.#virtual.has(name) ? 'virtual' : this.#tables.has(name) ? 'table' : null
  }

  of(sql: string): Use {
    const known = this.#known.get(sql)
    if (known) return known
    const use = this.#read(sql)
    if (this.#known.size >= most) this.#known.clear()
    this.#known.set(sql, use)
    return use
  }

  #read(sql: string): Use {
    const writes = new Set<string>()
    for (const [, table = ''] of sql.matchAll(write)) this.#add(table, writes)
    const reads = new Set<string>()
    if (writes.size === 0) this.#readWords(sql, reads)
    return { reads, writes }
  }

  #add(table: string, writes: Set<string>): void {
    if (writes.has(table) || !this.#tables.has(table)) return
    writes.add(table)
    for (const other of this.#follows.get(table) ?? []) this.#add(other, writes)
  }

  #readWords(sql: string, reads: Set<string>): void {
    for (const [word] of sql.matchAll(/\w+/g)) {
      if (reads.has(word)) continue
      if (this.#tables.has(word)) reads.add(word)
      const view = this.#views.get(word)
      if (view !== undefined) {
        reads.add(word)
        this.#readWords(view, reads)
      }
    }
  }
}

/** Names created by the schema, with their text. */
function namesOf(made: RegExp): Map<string, string> {
  return new Map(
    parts.flatMap(part => {
      const name = made.exec(part.trimStart())?.[1]
      return name === undefined ? [] : [[name, part.trimStart().replace(made, '')] as const]
    }),
  )
}

/** Tables that are also written with a table, by triggers and cascades. */
function following(): Map<string, Set<string>> {
  const follows = new Map<string, Set<string>>()
  const add = (table: string, other: string) => follows.set(table, (follows.get(table) ?? new Set()).add(other))
  for (const part of parts) {
    const text = part.trimStart()
    const trigger = /^CREATE TRIGGER \w+ [^;]*?\bON (\w+)/.exec(text)?.[1]
    if (trigger !== undefined)
      for (const [, other = ''] of text.slice(text.indexOf('BEGIN')).matchAll(write)) add(trigger, other)
    const table = /^CREATE TABLE (\w+)/.exec(text)?.[1]
    if (table !== undefined)
      for (const [, parent = ''] of text.matchAll(/REFERENCES (\w+) \([^)]*\) ON DELETE (?:CASCADE|SET NULL)/g))
        add(parent, table)
  }
  return follows
}
