import BetterSqlite from 'better-sqlite3'
import { firstRelease } from '../../../electron/backend/database/migrations/0001-first-release.ts'
import { openDatabase } from '../../../electron/backend/database/open-database.ts'

/**
 * Writes what a closed database holds into a new one of version 1, as the first release would have had it: the tables and
 * columns of that release, in the order of its schema, through its triggers.
 */
export function copyAsVersionOne(from: string, to: string): void {
  const raw = openDatabase(to, { create: true, beforeMigration: () => {}, steps: [firstRelease] })
  raw.prepare('ATTACH DATABASE ? AS newer').run(from)
  const tables = raw
    .prepare("SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY rowid")
    .pluck()
    .all() as string[]
  // Teaching comes last: the gate asks for the words of officials, whose table stands later in the schema.
  tables.sort((a, b) => Number(a === 'teaching') - Number(b === 'teaching'))
  for (const table of tables) {
    const columns = (raw.prepare(`PRAGMA main.table_info(${table})`).all() as { name: string }[])
      .map(column => column.name)
      // Who sits at the desk comes with a table that stands later in the schema.
      .filter(column => !(table === 'centre' && column === 'operator_id'))
      .join(', ')
    raw.exec(`INSERT INTO main.${table} (${columns}) SELECT ${columns} FROM newer.${table}`)
  }
  raw.exec('UPDATE main.centre SET operator_id = (SELECT operator_id FROM newer.centre)')
  raw.exec('DETACH DATABASE newer')
  raw.close()
}

/** Rows of a table of version 1, to compare before and after a change of schema. */
export function rowsOf(file: string, table: string): unknown[] {
  const raw = new BetterSqlite(file, { readonly: true })
  const columns = new BetterSqlite(':memory:').exec(firstRelease).prepare(`PRAGMA table_info(${table})`).all()
  const names = (columns as { name: string }[]).map(column => column.name).join(', ')
  const rows = raw.prepare(`SELECT ${names} FROM ${table}`).all()
  raw.close()
  return rows
}
