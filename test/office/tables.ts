import { Offence, type Office } from './office.ts'

// Tables that only grow, or are rebuilt with every change.
const history = [
  'audit',
  'audit_erasure',
  'history_day',
  'seen_person',
  'row_seal',
  'seal_root',
  'name_word',
  'trainee_search',
  'certificate_search',
  'taught_correction',
  'attendance_correction',
]

/** The rows of each table as lines of text, without columns that only count changes of a plan. */
export function state(office: Office, besides: readonly string[] = []): Map<string, string> {
  columns ??= columnsOf(office)
  const kept = [...columns.keys()].filter(
    name => ![...history, ...besides].some(other => name === other || name.startsWith(`${other}_`)),
  )
  return new Map(kept.map(name => [name, linesOf(office, name, besides)]))
}

type Column = { name: string; type: string }
/** Table → columns; the schema is the same in every office. */
let columns: ReadonlyMap<string, readonly Column[]> | undefined

function columnsOf(office: Office): ReadonlyMap<string, readonly Column[]> {
  const rows = office.rows<Column & { tableName: string }>(
    `SELECT t.name AS tableName, c.name, c.type FROM sqlite_schema AS t JOIN pragma_table_info(t.name) AS c
     WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%' ORDER BY t.name, c.cid`,
  )
  return Map.groupBy(rows, row => row.tableName)
}

function linesOf(office: Office, table: string, besides: readonly string[]): string {
  // JSON cannot hold bytes.
  const values = (columns?.get(table) ?? [])
    .filter(({ name }) => !besides.includes(`${table}.${name}`))
    .map(({ name, type }) => (type === 'BLOB' ? `hex("${name}")` : `"${name}"`))
  return office.db
    .values<string>(`SELECT json_array(${values.join(', ')}) FROM "${table}"`)
    .sort()
    .join('\n')
}

/** @throws Offence that names the tables that differ */
export function expectSame(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
  name: string,
): void {
  const changed = [...before].filter(([table, lines]) => after.get(table) !== lines)
  const [first] = changed
  if (!first) return
  const [table, lines] = first
  const [was, is] = [lines.split('\n'), (after.get(table) ?? '').split('\n')]
  const gone = was.filter(line => !is.includes(line)).slice(0, 3)
  const come = is.filter(line => !was.includes(line)).slice(0, 3)
  throw new Offence(`${name} leaves something in ${changed.map(([one]) => one)}: ${table} had ${gone}, has ${come}`)
}
