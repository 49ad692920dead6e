import type { ActCursor, HistoryFilter } from '../../../../shared/features/history/contract.ts'
import { chipAreas, mostCounted } from '../../../../shared/features/history/history.ts'
import { addDays } from '../../../../shared/kernel/plain-date.ts'
import type { ReadDatabase } from '../../database/connection.ts'
import { findPeople } from '../trainee/people-search-store.ts'

type ActPlace = { id: number; at: string }
/** `operator`: limits acts to one person. */
export type ActQuestion = Omit<HistoryFilter, 'operator'> & { operator: string | null }

/** Most people that a word may match; with more it is ignored. */
const mostPeople = 40
/** Most rows searched for one entity. */
const mostRows = 20_000

const first = '0000'
const last = '9999'

type Bounds = { from: string; to: string }

function boundsOf({ from, until }: Pick<HistoryFilter, 'from' | 'until'>): Bounds {
  return { from: from ?? first, to: until ? addDays(until, 1) : last }
}

/**
 * Acts from a position on, latest first. Each kind of filter has its own index; several kinds are read separately and merged, so that time does not
 * grow with the years.
 */
export function findActs(db: ReadDatabase, question: ActQuestion, before: ActCursor | null, limit: number): ActPlace[] {
  const bounds = boundsOf(question)
  const start = before ?? { at: last, id: Number.MAX_SAFE_INTEGER }
  const about = actsAbout(db, question)
  if (about !== null) return amongThese(db, about, question, bounds, start, limit)
  const areas = chipAreas[question.chip]
  const { operator } = question
  if (operator === null && areas === null) {
    return db.all<ActPlace>(
      `SELECT id, at FROM audit WHERE act IS NULL AND at >= @from AND at < @to AND (at, id) < (@at, @id)
       ORDER BY at DESC, id DESC LIMIT @limit`,
      { ...bounds, ...start, limit },
    )
  }
  const parts = (areas ?? allAreas(db)).flatMap(area =>
    operator === null
      ? db.all<ActPlace>(
          `SELECT id, at FROM audit WHERE act IS NULL AND area = @area AND at >= @from AND at < @to AND (at, id) < (@at, @id)
           ORDER BY at DESC, id DESC LIMIT @limit`,
          { ...bounds, ...start, area, limit },
        )
      : db.all<ActPlace>(
          `SELECT id, at FROM audit INDEXED BY audit_acts_by_person WHERE act IS NULL AND operator = @operator AND area = @area
             AND at >= @from AND at < @to AND (at, id) < (@at, @id) ORDER BY at DESC, id DESC LIMIT @limit`,
          { ...bounds, ...start, area, operator, limit },
        ),
  )
  return parts.toSorted(latestFirst).slice(0, limit)
}

/** Number of acts, at most `mostCounted`. */
export function countActs(db: ReadDatabase, question: ActQuestion): number {
  const bounds = boundsOf(question)
  const about = actsAbout(db, question)
  const start = { at: last, id: Number.MAX_SAFE_INTEGER }
  if (about !== null) return amongThese(db, about, question, bounds, start, mostCounted).length
  const areas = chipAreas[question.chip]
  const { operator } = question
  const most = mostCounted
  if (operator === null && areas === null)
    return db.value<number>(
      'SELECT count(*) FROM (SELECT 1 FROM audit WHERE act IS NULL AND at >= @from AND at < @to LIMIT @most)',
      { ...bounds, most },
    )
  const counts = (areas ?? allAreas(db)).map(area =>
    operator === null
      ? db.value<number>(
          'SELECT count(*) FROM (SELECT 1 FROM audit WHERE act IS NULL AND area = @area AND at >= @from AND at < @to LIMIT @most)',
          { ...bounds, area, most },
        )
      : db.value<number>(
          `SELECT count(*) FROM (SELECT 1 FROM audit INDEXED BY audit_acts_by_person WHERE act IS NULL AND operator = @operator
             AND area = @area AND at >= @from AND at < @to LIMIT @most)`,
          { ...bounds, area, operator, most },
        ),
  )
  return Math.min(
    most,
    counts.reduce((sum, count) => sum + count, 0),
  )
}

/** All kinds, by skipping through the index. */
function allAreas(db: ReadDatabase): string[] {
  return db.values<string>(
    `WITH RECURSIVE found (area) AS (
       SELECT min(area) FROM audit WHERE act IS NULL
       UNION ALL SELECT (SELECT min(area) FROM audit WHERE act IS NULL AND audit.area > found.area) FROM found WHERE found.area IS NOT NULL)
     SELECT area FROM found WHERE area IS NOT NULL`,
  )
}

export function listOperators(db: ReadDatabase): string[] {
  return db.values<string>(
    `WITH RECURSIVE found (name) AS (
       SELECT min(operator) FROM audit WHERE act IS NULL
       UNION ALL SELECT (SELECT min(operator) FROM audit WHERE act IS NULL AND operator > found.name) FROM found WHERE found.name IS NOT NULL)
     SELECT name FROM found WHERE name IS NOT NULL`,
  )
}

/** Present names of desks; unused ones are found by person. */
export function listDesks(db: ReadDatabase): string[] {
  return db.values<string>('SELECT DISTINCT desk FROM last_sign_in UNION SELECT name FROM desk ORDER BY 1')
}

function amongThese(
  db: ReadDatabase,
  acts: ReadonlySet<number>,
  { operator, chip }: ActQuestion,
  { from, to }: Bounds,
  start: ActCursor,
  limit: number,
): ActPlace[] {
  const areas = chipAreas[chip]
  return db
    .all<ActPlace & { operator: string; area: string }>(
      'SELECT id, at, operator, area FROM audit WHERE id IN (SELECT value FROM json_each(?))',
      [JSON.stringify([...acts])],
    )
    .filter(act => act.at >= from && act.at < to && (operator === null || act.operator === operator))
    .filter(act => areas === null || areas.includes(act.area))
    .filter(act => act.at < start.at || (act.at === start.at && act.id < start.id))
    .toSorted(latestFirst)
    .slice(0, limit)
    .map(({ id, at }) => ({ id, at }))
}

function latestFirst(a: ActPlace, b: ActPlace): number {
  return a.at === b.at ? b.id - a.id : a.at < b.at ? 1 : -1
}

/** Acts about a person, or about what a text matches; null without a question. */
function actsAbout(db: ReadDatabase, { text, traineeId }: ActQuestion): ReadonlySet<number> | null {
  if (traineeId !== null) return new Set(actsOfPerson(db, traineeId))
  const words = text.trim()
  if (words.length < 3) return null
  const found = new Set<number>(actsByNumber(db, words))
  const people = findPeople(db, words, mostPeople)
  if (!people.more && !people.near) for (const id of people.ids) for (const act of actsOfPerson(db, id)) found.add(act)
  const codes = db.values<string>(
    "SELECT code FROM cohort WHERE title LIKE '%' || ? || '%' ORDER BY id DESC LIMIT 20",
    [words],
  )
  for (const code of codes) for (const act of actsByNumber(db, code)) found.add(act)
  return found
}

/** Acts about entities whose number or code starts with the text. */
function actsByNumber(db: ReadDatabase, text: string): number[] {
  if (!/\d/.test(text)) return []
  return db.values<number>(
    `SELECT coalesce(act, id) FROM audit WHERE entity_id IS NOT NULL AND entity_id >= @text AND entity_id < @text || char(1114111)
     LIMIT @mostRows`,
    { text: text.toUpperCase(), mostRows },
  )
}

/** Acts about the person, enrolments and papers, and those that showed the data. */
function actsOfPerson(db: ReadDatabase, traineeId: number): number[] {
  const id = String(traineeId)
  const rows = db.values<number>(
    `SELECT coalesce(act, id) FROM audit WHERE entity_id = @id AND (entity LIKE 'trainee%' OR entity = 'target_evidence')
     UNION SELECT coalesce(audit.act, audit.id) FROM enrolment JOIN audit ON entity_id = CAST(enrolment.id AS TEXT) AND entity = 'enrolment'
       WHERE trainee_id = @traineeId
     UNION SELECT coalesce(audit.act, audit.id) FROM enrolment JOIN cohort ON cohort.id = cohort_id
       JOIN audit ON entity_id = code || ' ' || enrolment.id WHERE trainee_id = @traineeId
     UNION SELECT coalesce(audit.act, audit.id) FROM enrolment JOIN cohort ON cohort.id = cohort_id
       JOIN audit ON entity_id IS NOT NULL AND entity_id > code || ' ' || enrolment.id || ' '
         AND entity_id < code || ' ' || enrolment.id || '!' AND entity = 'attendance' WHERE trainee_id = @traineeId
     UNION SELECT coalesce(audit.act, audit.id) FROM enrolment JOIN certificate ON certificate.enrolment_id = enrolment.id
       JOIN audit ON entity_id = number AND entity IN ('certificate', 'certificate_number') WHERE trainee_id = @traineeId
     UNION SELECT audit_id FROM seen_person WHERE trainee_id = @traineeId
     LIMIT @mostRows`,
    { id, traineeId, mostRows },
  )
  return rows
}
