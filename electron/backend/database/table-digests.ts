import { createHash } from 'node:crypto'
import BetterSqlite from 'better-sqlite3'
import { DomainError } from '../domain-error.ts'

type TableDigest = { name: string; rows: number; sha256: string }

export type DatabaseFacts = {
  /** Id of the centre, the same in all copies. */
  centre: string
  centreName: string
  schema: string
  /** Rows of the history, and the seal of the last one. */
  audit: { rows: number; seal: string }
  tables: TableDigest[]
}

/** Facts of a closed database. @throws DomainError not_set_up if it has no centre */
export function databaseFacts(file: string): DatabaseFacts {
  const raw = new BetterSqlite(file, { readonly: true, fileMustExist: true })
  try {
    const text = (sql: string) => raw.prepare(sql).pluck().get() as string | undefined
    const centre = text('SELECT centre_id FROM schema_origin WHERE EXISTS (SELECT 1 FROM audit)')
    if (centre === undefined) throw new DomainError({ code: 'not_set_up' })
    return {
      centre,
      centreName: text('SELECT name FROM centre') ?? '',
      schema: text('SELECT fingerprint FROM schema_origin') ?? '',
      audit: {
        rows: Number(text('SELECT count(*) FROM audit')),
        seal: text('SELECT hash FROM audit ORDER BY id DESC LIMIT 1') ?? '',
      },
      tables: tableDigests(raw),
    }
  } finally {
    raw.close()
  }
}

/** Row count and hash of every table except search tables, to compare a copy with its original. */
function tableDigests(raw: BetterSqlite.Database): TableDigest[] {
  const names = raw
    .prepare(
      `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`,
    )
    .pluck()
    .all() as string[]
  return names.map(name => {
    const hash = createHash('sha256')
    let rows = 0
    // In storage order; an index would give another one.
    for (const row of raw.prepare(`SELECT * FROM "${name}" NOT INDEXED`).raw(true).safeIntegers(true).iterate()) {
      hash.update(JSON.stringify(row, asText))
      hash.update('\n')
      rows += 1
    }
    return { name, rows, sha256: hash.digest('hex') }
  })
}

function asText(_: string, value: unknown): unknown {
  return typeof value === 'bigint' ? `n${value}` : value
}
