import type BetterSqlite from 'better-sqlite3'
import type { RowRange } from './commit-log.ts'

/** A table sealed in blocks of rows, with the SQL to read them. */
export type SealedTable = {
  readonly name: string
  /** Expression for the block of a row; `row` is NEW, OLD or the table. */
  block(row: string): string
  /** Reads the content of a block as JSON, '[]' if empty; bind the limits of `boundsOf`. */
  readonly content: string
  boundsOf(block: number | string): Record<string, number | string>
  /** Row ids of a block; null if the key is not a single number. */
  idsOf(block: number | string): RowRange | null
  /** '33–64' or a single key, to name a block to people. */
  rowsOf(block: number | string): string
}

type Column = { name: string; type: string; pk: number; hidden: number }
/** A part of the key, and the number of bits dropped to get the block. */
type Part = { column: string; bits: number }

/** Not sealed: the audit has its own chain (audit.ts), and these are the seals themselves. */
export const unsealed: readonly string[] = ['audit', 'row_seal', 'seal_root']
/** Bits of rows per block, for a key of one number and for the first part of a composite key. */
const bitsOf = { single: 5, first: 2 }
/** Tables with very many rows for one value of the first key part (an import, an export, an epoch of the outbox): divided by further parts. */
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

/** All real tables; what SQLite derives for search is not included. */
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
  // Generated columns depend on others; JSON cannot hold bytes.
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

/** For text keys, or tables with files, a block is one row, so that no neighbours must be read. */
function firstPart(key: readonly Column[], columns: readonly Column[]): Part {
  const [first] = key
  if (!first) throw new Error('a table without a key cannot be sealed')
  const alone = first.type !== 'INTEGER' || columns.some(column => column.type === 'BLOB')
  return { column: first.name, bits: alone ? 0 : key.length === 1 ? bitsOf.single : bitsOf.first }
}
