import BetterSqlite from 'better-sqlite3'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { schema } from '../../../electron/backend/database/schema/schema.ts'
import { type Field, readStatements, type Statement, type Stored } from './statements.ts'

// Prepares every statement of the backend, found in its sources, against the schema. Compares its columns with the row type in the code:
// names, and as far as SQLite knows them types and NULL. So a renamed column fails here and not on a screen.

/** Functions that build their statements at run time, and why. The tests of their features run them. */
const composed: Readonly<Record<string, string>> = {
  byNameWithDigits: 'one condition for each word and number that was typed',
  readLines: 'conditions and index by the filter of the list',
  groupsOf: 'conditions and index by the filter of the list',
  idsInGroups: 'conditions and index by the filter of the list',
  readMatched: 'conditions and index by the filter of the list',
  listIds: 'conditions and index by the filter of the list',
  countLines: 'conditions and index by the filter of the list',
  countStates: 'conditions and index by the filter of the list',
  columnsOf: 'all columns of a table of people, whatever they are',
  writeColumns: 'all columns of a table of people, whatever they are',
  insertColumns: 'all columns of a table of people, whatever they are',
  moveRows: 'runs over a list of tables',
  moveRowsBack: 'runs over a list of tables',
  referencedTrainees: 'asks the schema which tables lead to a person',
  referenceCounter: 'asks the schema which tables lead to a person',
  otherRecords: 'asks the schema which tables lead to a person',
  countMeasures: 'columns by measures and dimensions',
  peopleBehind: 'conditions by the figure',
  classesBehind: 'conditions by the figure',
  spendingBehind: 'conditions by the figure',
  activitiesBehind: 'conditions by the figure',
  listedPeople: 'conditions and columns of a fact',
  listedAnswers: 'conditions of a fact',
  forgetPerson: 'runs over a list of tables',
  rowCounts: 'runs over a list of tables',
  parts: 'columns of what travels by months and facts',
}

/** Columns that allow NULL but are never NULL in the rows that the function reads, and why. */
const neverNull: Readonly<Record<string, string>> = {
  'parts.answeredOn': 'a condition: a notice travels once it was answered',
  'unchosenOf.after': 'a condition: what was not chosen stands in it',
  'sheetsBack.place': 'a CHECK: a page of a cohort has a place',
  'writtenRows.after': 'a CHECK: rows that created or changed somebody say what they wrote',
}

let raw: BetterSqlite.Database
let statements: Statement[]
beforeAll(() => {
  raw = new BetterSqlite(':memory:')
  raw.exec(schema)
  statements = readStatements()
}, 180_000)
afterAll(() => raw.close())

const inWords = ({ file, name }: Statement, fault: string, text: string) => `${file}, ${name}: ${fault}\n${text}`

test('every statement prepares against the schema', () => {
  const broken = statements.flatMap(statement =>
    (statement.texts ?? []).flatMap(text => {
      try {
        raw.prepare(text)
        return []
      } catch (error) {
        return [inWords(statement, String(error), text)]
      }
    }),
  )
  expect(statements.length).toBeGreaterThan(600)
  expect(broken).toEqual([])
})

test('only the statements named above are put together at run time', () => {
  const unknown = statements.filter(({ texts, row }) => texts === null || row?.kind === 'unknown')
  expect([...new Set(unknown.map(({ name }) => name))].sort()).toEqual(Object.keys(composed).sort())
})

test('rows have the columns that their type says', () => {
  const used = new Set<string>()
  const wrong = statements.flatMap(statement =>
    (statement.texts ?? []).flatMap(text =>
      faultsOf(statement, text, used).map(fault => inWords(statement, fault, text)),
    ),
  )
  expect(wrong).toEqual([])
  expect([...used].sort()).toEqual(Object.keys(neverNull).sort())
})

type Column = { name: string; column: string | null; table: string | null; type: string | null }

function faultsOf({ name, row }: Statement, text: string, used: Set<string>): string[] {
  if (!row || row.kind === 'unknown') return []
  const columns = (raw.prepare(text).columns() as Column[]).map(column => ({
    ...column,
    name: column.name.replace(/\?$/, ''),
    // A name that ends in '?' is a boolean; any other number is not.
    type: column.name.endsWith('?') ? 'YES OR NO' : column.type,
  }))
  const faults = (field: Field, column: Column | undefined) => {
    const called = field.name || 'the value'
    if (!column) return field.optional ? [] : [`no column ${called}`]
    const real = storedAs[column.type ?? '']
    const key = `${name}.${field.name}`
    const mayLack = !field.nullable && mayBeNull(column, text)
    if (mayLack && key in neverNull) used.add(key)
    return [
      ...(field.stored === 'boolean' && column.type !== 'YES OR NO'
        ? [`${called} is yes or no, and its column not named so`]
        : []),
      ...(field.stored === 'never' ? [`${called} has a type that SQLite never gives`] : []),
      ...(real && !['any', 'never', real].includes(field.stored)
        ? [`${called} is ${field.stored}, its column ${real}`]
        : []),
      ...(mayLack && !(key in neverNull) ? [`${called} may be NULL`] : []),
    ]
  }
  if (row.kind === 'value') return faults(row.field, columns[0])
  const extra = columns.filter(column => !row.fields.some(field => field.name === column.name))
  return [
    ...row.fields.flatMap(field =>
      faults(
        field,
        columns.find(column => column.name === field.name),
      ),
    ),
    ...extra.map(column => `the type of the row has no ${column.name}`),
  ]
}

const storedAs: Readonly<Record<string, Stored>> = {
  TEXT: 'text',
  INTEGER: 'number',
  BLOB: 'bytes',
  'YES OR NO': 'boolean',
}

/** True for a column that allows NULL and that no condition excludes, and for a column of a left-joined table. */
function mayBeNull({ column, table }: Column, text: string): boolean {
  if (column === null || table === null || table === 'sqlite_master' || table.startsWith('pragma_')) return false
  const row = raw.prepare('SELECT "notnull", pk FROM pragma_table_xinfo(?) WHERE name = ?').get(table, column)
  // The rowid of a full-text index is not listed among its columns.
  if (row === undefined) return false
  const { notnull, pk } = row as { notnull: number; pk: number }
  if (notnull === 0 && pk === 0) return !new RegExp(`\\b${column} (IS NOT NULL|=|>|BETWEEN|IN )`).test(text)
  return new RegExp(`LEFT JOIN ${table}\\b`).test(text) && !new RegExp(`(FROM|(?<!LEFT )JOIN) ${table}\\b`).test(text)
}
