import type BetterSqlite from 'better-sqlite3'
import type { RowRange } from './commit-log.ts'

/** A table whose rows are sealed in blocks, with the SQL that reads them. */
export type SealedTable = {
  readonly name: string
  /** Number of the block of a row, `row` being NEW, OLD or the table itself. */
  block(row: string): string
  /** Reads all that a block holds as JSON text, '[]' where there is nothing; its bounds are bound as `boundsOf` gives them. */
  readonly content: string
  boundsOf(block: number | string): Record<string, number | string>
  /** Numbers of the rows of a block; null where the key is not one number. */
  idsOf(block: number | string): RowRange | null
  /** '33–64' or the one key: how a block is called to people. */
  rowsOf(block: number | string): string
}

type Column = { name: string; type: string; pk: number; hidden: number }
/** A part of the key, and by how many bits it is shortened to the number of a block. */
type Part = { column: string; bits: number }

/** Chained by itself (audit.ts), or the seals themselves. */
export const unsealed: readonly string[] = ['audit', 'row_seal', 'seal_root']
/** Rows of a block: so many neighbours of a key of one number, of a key that goes on with others. */
const bitsOf = { single: 5, first: 2 }
/**
 * One import holds tens of thousands of rows, one export shows hundreds of thousands of people, an epoch of the outbox all that was ever told:
 * their rows are divided too.
 */
const divided: Readonly<Record<string, readonly Part[]>> = {
  import_row: [
    { column: 'import_id', bits: 0 },
    { column: 'row', bits: 5 },
  ],
  outbox: [
    { column: 'epoch', bits: 0 },
    { column: 'seq', bits: 5 },
  ],
  travelled: [{ column: 'owner', bits: 0 }],
  seen_person: [
    { column: 'audit_id', bits: 0 },
    { column: 'trainee_id', bits: 8 },
  ],
}

/** Every table that holds rows of its own; what SQLite derives for searching follows from them. */
export function sealedTables(raw: BetterSqlite.Database): SealedTable[] {
  const names = raw
    .prepare<[], string>(
      `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`,
    )
    .pluck()
    .all()
  const columns = raw.prepare<[string], Column>('SELECT name, type, pk, hidden FROM pragma_table_xinfo(?)')
  return names.filter(name => !unsealed.includes(name)).map(name => sealedTable(name, columns.all(name)))
}

function sealedTable(name: string, columns: readonly Column[]): SealedTable {
  const key = columns.filter(column => column.pk > 0).sort((a, b) => a.pk - b.pk)
  const parts = divided[name] ?? [firstPart(key, columns)]
  // Generated columns follow from the others; JSON holds no bytes.
  const values = columns
    .filter(column => column.hidden === 0)
    .map(column => (column.type === 'BLOB' ? `hex("${column.name}")` : `"${column.name}"`))
  const order = key.map(column => `"${column.name}"`)
  const within = parts.map(({ column, bits }, index) => {
    const low = bits === 0 ? `@b${index}` : `(@b${index} << ${bits})`
    return bits === 0 ? `"${column}" = ${low}` : `"${column}" BETWEEN ${low} AND ${low} + ${2 ** bits - 1}`
  })
  return {
    name,
    block: row =>
      parts.map(({ column, bits }) => `(${row}."${column}"${bits === 0 ? '' : ` >> ${bits}`})`).join(" || '.' || "),
    content: `SELECT json_group_array(json_array(${values.join(', ')}) ORDER BY ${order.join(', ')}) FROM "${name}" WHERE ${within.join(' AND ')}`,
    idsOf: value => {
      const [part] = parts
      if (typeof value !== 'number' || key.length !== 1 || !part) return null
      return [value << part.bits, (value << part.bits) + 2 ** part.bits - 1]
    },
    rowsOf: value => {
      const bits = parts[0]?.bits ?? 0
      return bits === 0 ? String(value) : `${Number(value) << bits}–${(Number(value) << bits) + 2 ** bits - 1}`
    },
    boundsOf: value => {
      const bounds = parts.length === 1 ? [value] : String(value).split('.').map(Number)
      return Object.fromEntries(bounds.map((bound, index) => [`b${index}`, bound]))
    },
  }
}

/** A block is one row where the key is a word, or where rows hold files: those around it must not be read for each change. */
function firstPart(key: readonly Column[], columns: readonly Column[]): Part {
  const [first] = key
  if (!first) throw new Error('a table without a key cannot be sealed')
  const alone = first.type !== 'INTEGER' || columns.some(column => column.type === 'BLOB')
  return { column: first.name, bits: alone ? 0 : key.length === 1 ? bitsOf.single : bitsOf.first }
}
