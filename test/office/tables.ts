import { Offence, type Office } from './office.ts'

// Only grows, or is laid out anew with every change.
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

/** The rows of each table as lines of text, without columns that only count how often a plan was changed. */
export function state(office: Office, besides: readonly string[] = []): Map<string, string> {
  const tables = office
    .rows<{ name: string }>(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name",
    )
    .map(row => row.name)
    .filter(name => ![...history, ...besides].some(other => name === other || name.startsWith(`${other}_`)))
  return new Map(tables.map(name => [name, linesOf(office, name, besides)]))
}

function linesOf(office: Office, table: string, besides: readonly string[]): string {
  const columns = office
    .rows<{ name: string }>(`SELECT name FROM pragma_table_info('${table}')`)
    .map(row => row.name)
    .filter(name => !besides.includes(`${table}.${name}`))
  const rows = office.rows<object>(`SELECT ${columns.map(name => `"${name}"`).join(', ')} FROM "${table}"`)
  return rows
    .map(row => JSON.stringify(row))
    .sort()
    .join('\n')
}

/** @throws Offence naming the tables that differ */
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
