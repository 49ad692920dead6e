import { schema } from './schema/schema.ts'

type Use = { readonly reads: ReadonlySet<string>; readonly writes: ReadonlySet<string> }

const parts = schema.split(/;\s*(?=CREATE )|(?:^|\n)(?=CREATE )/)
const write = /\b(?:INSERT(?: OR \w+)? INTO|REPLACE INTO|UPDATE(?: OR \w+)?|DELETE FROM)\s+(\w+)/gi
/** Statements that were met; some are put together, so their number is bounded. */
const most = 5000

/**
 * Which tables a statement reads and writes, by its words: views are what they read, and a write is also what its triggers and its
 * cascades write. A column that is called like a table counts as that table, which costs a reading too many and never one too few.
 */
export class TableUse {
  readonly #tables = namesOf(/^CREATE (?:VIRTUAL )?TABLE (\w+)/)
  readonly #virtual = namesOf(/^CREATE VIRTUAL TABLE (\w+)/)
  readonly #views = namesOf(/^CREATE VIEW (\w+)/)
  readonly #follows = following()
  readonly #known = new Map<string, Use>()

  /** 'virtual' is what SQLite derives for searching; a view is none. */
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

/** What the schema makes, by name, with its text. */
function namesOf(made: RegExp): Map<string, string> {
  return new Map(
    parts.flatMap(part => {
      const name = made.exec(part.trimStart())?.[1]
      return name === undefined ? [] : [[name, part.trimStart().replace(made, '')] as const]
    }),
  )
}

/** What else is written with a table: by its triggers, and where its rows take others with them. */
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
