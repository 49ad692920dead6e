// `npm run schema-docs`: writes docs/schema.md from the schema and its comments.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import BetterSqlite from 'better-sqlite3'
import { schema, schemaAreas } from '../electron/backend/database/schema/schema.ts'

type Table = { name: string; kind: string; about: string; columns: { name: string; note: string }[] }
type ForeignKey = { id: number; table: string; from: string }

/** The page about all tables and views, by area. */
export function schemaPage(): string {
  const raw = new BetterSqlite(':memory:')
  raw.exec(schema)
  const areas = Object.entries(schemaAreas).map(([name, sql]) => areaSection(raw, name, sql))
  raw.close()
  return `# The schema

Written by \`npm run schema-docs\` out of \`electron/backend/database/schema/\`; edit the comments there. A table whose name ends in \`_restricted\` holds
what UU 27/2022 calls specific. Dates are 'YYYY-MM-DD', times 'HH:MM', moments 'YYYY-MM-DDTHH:MM:SS', scores whole hundredths, flags 0 or 1.

${areas.join('\n')}`
}

function areaSection(raw: BetterSqlite.Database, name: string, sql: string): string {
  const { about, tables } = readArea(sql)
  const title = name.replace(/[A-Z]/g, letter => ` ${letter.toLowerCase()}`)
  const notes = tables.flatMap(table =>
    table.columns.map(column => `- \`${table.name}.${column.name}\`: ${column.note}`),
  )
  const arrows = tables.flatMap(table => arrowsOf(raw, table.name))
  return `## ${title.charAt(0).toUpperCase()}${title.slice(1)}

${about}

| Name | What a row is |
|---|---|
${tables.map(table => `| \`${table.name}\`${table.kind === 'VIEW' ? ' (view)' : ''} | ${table.about} |`).join('\n')}
${notes.length > 0 ? `\n${notes.join('\n')}\n` : ''}${
  arrows.length > 0 ? `\n\`\`\`mermaid\nerDiagram\n${arrows.map(arrow => `  ${arrow}`).join('\n')}\n\`\`\`\n` : ''
}`
}

/** The first comment of a file describes its area; the comment right above a table or column describes that. */
function readArea(sql: string): { about: string; tables: Table[] } {
  const tables: Table[] = []
  let about = ''
  let comment: string[] = []
  let open: Table | undefined
  for (const line of sql.split('\n')) {
    const remark = /^\s*-- (.*)$/.exec(line)?.[1]
    const [, kind, name] = /^CREATE (?:VIRTUAL )?(TABLE|VIEW) (\w+)/.exec(line) ?? []
    const column = open && /^ {2}(\w+) [A-Z]/.exec(line)?.[1]
    if (remark !== undefined) comment.push(remark)
    else if (kind && name) {
      open = { name, kind, about: comment.join(' '), columns: [] }
      tables.push(open)
    } else if (column && comment.length > 0) open?.columns.push({ name: column, note: comment.join(' ') })
    else if (line === '' && about === '') about = comment.join(' ')
    if (line.startsWith(')')) open = undefined
    if (remark === undefined) comment = []
  }
  return { about, tables }
}

/** One line for each foreign key: 'trainee ||--o{ enrolment : trainee_id'. */
function arrowsOf(raw: BetterSqlite.Database, table: string): string[] {
  const keys = raw
    .prepare('SELECT id, "table", "from" FROM pragma_foreign_key_list(?) ORDER BY id DESC, seq')
    .all(table) as ForeignKey[]
  return [...Map.groupBy(keys, key => key.id).values()].flatMap(([first, ...rest]) => {
    if (!first) return []
    const columns = [first, ...rest].map(key => key.from)
    const many = isUnique(raw, table, columns) ? 'o|' : 'o{'
    return [
      `${first.table} ${isRequired(raw, table, first.from) ? '||' : '|o'}--${many} ${table} : "${columns.join(', ')}"`,
    ]
  })
}

function isRequired(raw: BetterSqlite.Database, table: string, column: string): boolean {
  return (
    raw.prepare('SELECT max("notnull", pk) FROM pragma_table_info(?) WHERE name = ?').pluck().get(table, column) !== 0
  )
}

function isUnique(raw: BetterSqlite.Database, table: string, columns: readonly string[]): boolean {
  const key = raw.prepare('SELECT name FROM pragma_table_info(?) WHERE pk > 0').pluck().all(table)
  const indexes = raw
    .prepare('SELECT name FROM pragma_index_list(?) WHERE "unique" = 1 AND partial = 0')
    .pluck()
    .all(table)
  const unique = indexes.map(index => raw.prepare('SELECT name FROM pragma_index_info(?)').pluck().all(index))
  return [key, ...unique].some(
    names => names.length === columns.length && names.every(name => columns.includes(String(name))),
  )
}

if (import.meta.main) writeFileSync(join(import.meta.dirname, '../docs/schema.md'), schemaPage())
