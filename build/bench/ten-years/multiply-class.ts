import type BetterSqlite from 'better-sqlite3'
import { type FundingSource, fundingSourceOnPapers } from '../../../shared/features/activity/funding-source.ts'
import { renderNumber } from '../../../shared/features/centre/numbering.ts'
import { cohortCode } from '../../../shared/features/cohort/cohort-code.ts'
import { tradeName } from '../../../shared/features/program/trades.ts'
import { roman } from '../../../shared/kernel/number-format.ts'
import { addDays, type PlainDate } from '../../../shared/kernel/plain-date.ts'
import { type ClassPlace, perClass, personOf } from './class-places.ts'
import { multiplyHistory } from './multiply-history.ts'
import { factsFor, type SignAs } from './paper-facts.ts'

type Cell = string | number | Uint8Array | null
type Row = Record<string, Cell>
type Played = {
  /** Number of people in the centre. */
  people: number
  today: PlainDate
  /** Ids by lane, by trade, and by year and index. */
  rooms: readonly number[]
  instructors: readonly number[]
  programs: ReadonlyMap<string, number>
  activities: ReadonlyMap<string, number>
  templates: { certificate: string; statement: string; unit: string; classification: string }
  /** The highest row id of each table before the first class was played. */
  before: ReadonlyMap<string, number>
  sign: SignAs
}

/** Tables that are derived from others, or shared by all classes. */
const derived =
  /^(sqlite_|trainee_search|certificate_search|name_word|trainee_listing|audit|history_day|paper_history|signing_key|issued_logo|certificate_design|design_picture|trainee$|trainee_batch|possible_double)/
/** Rows that only classes with a registration have. */
const ofRegistration =
  /^(registration|registration_stage|registration_meeting|applicant|stage_result|stipulation|selection_decision|applicant_event)$/

/** Rows that exist only after the panel has decided. */
const afterPanel = /^(panel|certificate|follow_up|business_aid)/

/**
 * Copies the rows of the first class for each place, directly in the database, because the contract needs a second per class. Everything
 * that triggers maintain is computed again at the end. A new table with rows of a class is copied too: it is found by its foreign keys.
 */
export function multiplyClass(raw: BetterSqlite.Database, places: readonly ClassPlace[], played: Played): void {
  const triggers = raw
    .prepare<[], { name: string; sql: string }>("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
    .all()
  raw.pragma('foreign_keys = OFF')
  raw.transaction(() => {
    for (const { name } of triggers) raw.exec(`DROP TRIGGER "${name}"`)
    const tables = playedTables(raw, played.before)
    const counters = new Map<string, number>()
    for (const place of places.slice(1)) writeClass(raw, tables, place, played, counters)
    multiplyHistory(raw, places, played.before.get('audit') ?? 0)
    raw.exec(`
      DELETE FROM trainee_listing;
      INSERT INTO trainee_listing SELECT * FROM trainee_standing;
      INSERT INTO certificate_search (rowid, number)
      SELECT id, number || ' ' || sequence FROM certificate WHERE id > ${tables.find(one => one.name === 'certificate')?.stride ?? 0}`)
    for (const { sql } of triggers) raw.exec(sql)
  })()
  raw.pragma('foreign_keys = ON')
}

type Table = {
  name: string
  rows: Row[]
  /** Added to an id for each further class. */
  stride: number
  /** Column name → the table whose id it holds. */
  references: Map<string, string>
  insert: BetterSqlite.Statement
}

/** Every table in which the first class has rows. */
function playedTables(raw: BetterSqlite.Database, before: ReadonlyMap<string, number>): Table[] {
  const names = raw
    .prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'")
    .pluck()
    .all()
  return names
    .filter(name => !derived.test(name))
    .flatMap(name => {
      const columns = raw.pragma(`table_info(${name})`) as { name: string; type: string; pk: number }[]
      const keys = columns.filter(column => column.pk > 0)
      const numbered = keys.length === 1 && keys[0]?.type === 'INTEGER'
      if (!numbered && (before.get(name) ?? 0) > 0) return []
      const own = numbered ? `WHERE ${keys[0]?.name} > ${before.get(name) ?? 0}` : ''
      const rows = raw.prepare<[], Row>(`SELECT * FROM ${name} ${own}`).all()
      if (rows.length === 0) return []
      const foreign = raw.pragma(`foreign_key_list(${name})`) as { table: string; from: string }[]
      const references = new Map(foreign.map(key => [key.from, key.table]))
      const own_id = numbered ? keys[0]?.name : undefined
      if (own_id && !references.has(own_id)) references.set(own_id, name)
      const stride = own_id ? Math.max(...rows.map(row => Number(row[own_id]))) - (before.get(name) ?? 0) : 0
      const list = columns.map(column => column.name)
      const insert = raw.prepare(
        `INSERT INTO ${name} (${list.map(one => `"${one}"`).join(', ')}) VALUES (${list.map(one => `@${one}`).join(', ')})`,
      )
      return [{ name, rows, stride, references, insert }]
    })
}

function writeClass(
  raw: BetterSqlite.Database,
  tables: readonly Table[],
  place: ClassPlace,
  played: Played,
  counters: Map<string, number>,
): void {
  const { people, today } = played
  const strides = new Map(tables.map(table => [table.name, table.stride]))
  const shift = (text: string) => (addDays(text.slice(0, 10) as PlainDate, place.weeks * 7) as string) + text.slice(10)
  const person = (id: number) => {
    const seat = Math.floor((id - 1) / 8)
    return (id - 1) % 8 === 0 ? personOf(people, place.index, seat) : personOf(people, place.index, perClass + seat)
  }
  const idIn = (table: string, id: number): number => {
    const stride = strides.get(table)
    if (stride !== undefined) return id + place.index * stride
    if (table === 'trainee') return person(id)
    if (table === 'instructor') return played.instructors[place.lane] ?? id
    if (table === 'room') return played.rooms[place.lane] ?? id
    if (table === 'program') return played.programs.get(place.trade) ?? id
    if (table === 'activity') return played.activities.get(`${place.year} ${place.activity}`) ?? id
    return id
  }
  // Who closed a day is stored as a name.
  const named = (lane: number) =>
    raw
      .prepare<[number], string>('SELECT name FROM instructor WHERE id = ?')
      .pluck()
      .get(played.instructors[lane] ?? 0) ?? ''
  const [firstName, ownName] = [named(0), named(place.lane)]
  for (const table of tables) {
    if (ofRegistration.test(table.name) && !place.registration) continue
    if (table.name === 'business_aid' && !place.aid) continue
    if (afterPanel.test(table.name) && !place.decided) continue
    for (const row of table.rows) {
      const written: Row = {}
      for (const [column, value] of Object.entries(row)) {
        const target = table.references.get(column)
        written[column] =
          target !== undefined && typeof value === 'number'
            ? idIn(target, value)
            : value === firstName
              ? ownName
              : typeof value === 'string' && /^\d{4}-\d{2}-\d{2}/.test(value)
                ? shift(value)
                : value
      }
      if (typeof written.asked_on === 'string' && written.asked_on > today) continue
      if (!adjust(raw, table.name, written, place, played, counters)) continue
      table.insert.run(written)
    }
  }
}

/** Sets the columns that do not follow from ids and dates. Returns whether the row is to be written. */
function adjust(
  raw: BetterSqlite.Database,
  table: string,
  row: Row,
  place: ClassPlace,
  { people, templates, sign }: Played,
  counters: Map<string, number>,
): boolean {
  switch (table) {
    case 'cohort':
      row.trade = place.trade
      row.year = place.year
      row.number = place.number
      row.code = cohortCode(place.trade, place.year, place.number)
      row.title = `${tradeName(place.trade)} ${roman(place.number)}`
      row.decree_number = `800/${place.index}`
      Object.assign(row, activityWords(raw, row.activity_id))
      return true
    case 'registration':
      row.year = Number(String(row.opens).slice(0, 4))
      row.title = `Pendaftaran ${place.index + 1}`
      return true
    case 'stipulation':
      row.decree_number = `801/${place.index}`
      return true
    case 'enrolment_target':
      row.evidence_id = evidenceOf(raw, personOf(people, place.index, (Number(row.enrolment_id) - 1) % perClass))
      return true
    case 'business_aid':
      return aid(raw, row)
    case 'certificate': {
      const kind = row.kind === 'statement' ? 'statement' : 'certificate'
      const date = String(row.issued_on) as PlainDate
      const year = Number(date.slice(0, 4))
      // The papers of the first class are in the database already, so continue after their numbers.
      const key = `${kind} ${year}`
      const sequence = (counters.get(key) ?? lastSequence(raw, kind, year)) + 1
      counters.set(key, sequence)
      const { unit, classification } = templates
      row.year = year
      row.sequence = sequence
      row.number = renderNumber(templates[kind], { sequence, date, unit, classification })
      // Hash and length stay those of the first class, so that every paper has a file in the store.
      row.facts = factsFor(raw, String(row.facts), { number: String(row.number), date, place, people, row, sign })
      return true
    }
    default:
      return true
  }
}

function activityWords(raw: BetterSqlite.Database, id: Cell | undefined): Row {
  const found = raw
    .prepare<[Cell], { title: string; source: FundingSource }>(
      'SELECT title, funding_source AS source FROM activity WHERE id = ?',
    )
    .get(id ?? null)
  return found ? { activity: found.title, funding_source: fundingSourceOnPapers(found.source) } : {}
}

function evidenceOf(raw: BetterSqlite.Database, trainee: number): number | null {
  return (
    raw.prepare<[number], number>('SELECT max(id) FROM target_evidence WHERE trainee_id = ?').pluck().get(trainee) ??
    null
  )
}

function lastSequence(raw: BetterSqlite.Database, kind: string, year: number): number {
  return (
    raw
      .prepare<[string, number], number>('SELECT max(sequence) FROM certificate WHERE kind = ? AND year = ?')
      .pluck()
      .get(kind, year) ?? 0
  )
}

/** Gives the aid to the first person of the class with a known kelurahan, at most once per kelurahan and year. */
function aid(raw: BetterSqlite.Database, row: Row): boolean {
  const first = Math.floor((Number(row.enrolment_id) - 1) / perClass) * perClass
  const found = raw
    .prepare<[number, number], { id: number; village: string }>(
      `SELECT enrolment.id, village_code AS village FROM enrolment JOIN trainee ON trainee.id = trainee_id
       WHERE enrolment.id BETWEEN ? AND ? AND village_code IS NOT NULL ORDER BY position LIMIT 1`,
    )
    .get(first + 1, first + perClass)
  if (!found) return false
  row.enrolment_id = found.id
  row.village_code = found.village
  row.budget_year = Number(String(row.proposed_on).slice(0, 4))
  return (
    raw
      .prepare('SELECT 1 FROM business_aid WHERE budget_year = ? AND village_code = ?')
      .get(row.budget_year, row.village_code) === undefined
  )
}
