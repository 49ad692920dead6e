import type { TraineeOrder, TraineeState } from '../../../../shared/features/trainee/trainee-filter.ts'
import type { TraineeId } from '../../../../shared/ids.ts'
import type { ReadDatabase } from '../../database/connection.ts'
import { Remembered } from '../../database/remembered.ts'
import { findVillage } from '../../region/villages.ts'
import {
  countLines,
  everyone,
  type GroupColumn,
  keyOf,
  type ListQuestion,
  matching,
  matchOf,
  mostById,
  ofState,
  type Part,
  parametersOf,
} from './people-question-store.ts'

export type ListLine = { id: TraineeId; cohortId: number; state: TraineeState }

/** People with the same value, adjacent in the list. */
type Group = { value: string | number; people: number }

// People found by id are sorted once, not for every page.
const matchedLines = new Remembered<ListLine[]>(2)
const groups = new Remembered<Group[]>(6, { byTables: true })

/** Columns whose values are shared by many people; undefined for those unique to a person. */
const columns: Partial<Record<TraineeOrder['by'], GroupColumn>> = {
  sex: 'sex',
  village: 'village_code',
  district: 'village_code',
  cohort: 'cohort_id',
}

/** One line for each matching person, for a part of the list. */
export function listLines(db: ReadDatabase, question: ListQuestion, limit: number, offset: number): ListLine[] {
  const { order } = question
  const column = columns[order.by]
  const sought = matchOf(db, question)
  if (sought !== null && 'ids' in sought) {
    const key = `${keyOf(question)} ${order.by} ${order.descending}`
    const read = () =>
      column ? readMatched(db, question, column) : readLines(db, question, countLines(db, question), everyone, 0)
    return matchedLines.get(db, key, read).slice(offset, offset + limit)
  }
  return column
    ? readInGroups(db, question, column, limit, offset)
    : readLines(db, question, countLines(db, question), limit, offset)
}

function readLines(
  db: ReadDatabase,
  question: ListQuestion,
  total: number,
  limit: number,
  offset: number,
  part?: Part,
): ListLine[] {
  // An index is scanned from the nearer end.
  const fromEnd = offset > total / 2
  const taken = Math.max(0, Math.min(limit, total - offset))
  const byPart = part !== undefined
  const descending = (!byPart && question.order.descending) !== fromEnd
  const index = !byPart && total <= mostById ? ofState(question) : undefined
  const lines = db.all<ListLine>(
    `SELECT trainee_id AS id, cohort_id AS cohortId, state ${matching(db, question, index, part)}
     ORDER BY ${sortOf(question.order, descending)} LIMIT @limit OFFSET @offset`,
    { ...parametersOf(db, question, part), limit: taken, offset: fromEnd ? total - offset - taken : offset },
  )
  return fromEnd ? lines.reverse() : lines
}

/** Reads only the groups that contain the position, however many people precede it. */
function readInGroups(
  db: ReadDatabase,
  question: ListQuestion,
  column: GroupColumn,
  limit: number,
  offset: number,
): ListLine[] {
  const lines: ListLine[] = []
  let before = 0
  for (const { value, people } of groupsOf(db, question, column)) {
    const first = Math.max(offset - before, 0)
    const taken = Math.min(limit - lines.length, people - first)
    if (taken > 0) lines.push(...readLines(db, question, people, taken, first, { column, value }))
    before += people
    if (lines.length >= limit) break
  }
  return lines
}

function readMatched(db: ReadDatabase, question: ListQuestion, column: GroupColumn): ListLine[] {
  const lines = db.all<ListLine & { value: Group['value'] }>(
    `SELECT trainee_id AS id, cohort_id AS cohortId, state, ${column} AS value ${matching(db, question)} ORDER BY words, trainee_id`,
    parametersOf(db, question),
  )
  const places = new Map(groupsOf(db, question, column).map(({ value }, place) => [value, place]))
  return lines
    .sort((a, b) => (places.get(a.value) ?? 0) - (places.get(b.value) ?? 0))
    .map(({ id, cohortId, state }) => ({ id, cohortId, state }))
}

/** In list order. */
function groupsOf(db: ReadDatabase, question: ListQuestion, column: GroupColumn): Group[] {
  const { by, descending } = question.order
  return groups.get(db, `${keyOf(question)} ${by} ${descending}`, () => {
    const part = { column, value: null }
    const found = db.all<Group>(
      `SELECT ${column} AS value, count(*) AS people ${matching(db, question, undefined, part)} GROUP BY ${column}`,
      parametersOf(db, question, part),
    )
    const words = wordsOf(db, by)
    const named = found.map(group => ({ group, words: words(group.value) }))
    // Unknown values are last in both directions.
    return named
      .sort((a, b) =>
        a.words === '' || b.words === ''
          ? Number(a.words === '') - Number(b.words === '')
          : collator.compare(a.words, b.words) * (descending ? -1 : 1),
      )
      .map(({ group }) => group)
  })
}

const collator = new Intl.Collator('id')

/** Sort text of a group: classes of the same name by year; '' if there is none. */
function wordsOf(db: ReadDatabase, by: TraineeOrder['by']): (value: Group['value']) => string {
  if (by === 'cohort') {
    const cohorts = db.all<{ id: number; title: string; code: string }>('SELECT id, title, code FROM cohort')
    const words = new Map(cohorts.map(({ id, title, code }) => [id, `${title.replace(/ [IVXLC]+$/, '')} ${code}`]))
    return value => words.get(Number(value)) ?? ''
  }
  if (by === 'sex') return String
  return value => {
    const { village = '', district = '' } = findVillage(String(value)) ?? {}
    return (by === 'village' ? [village, district] : [district, village]).join(' ').trim()
  }
}

/** All matching ids in order, as one text: a row for each of 200,000 takes twice as long. */
export function listIds(db: ReadDatabase, question: ListQuestion): TraineeId[] {
  const { order } = question
  const total = countLines(db, question)
  const sought = matchOf(db, question)
  if (sought !== null && 'ids' in sought) return listLines(db, question, total, 0).map(line => line.id)
  const column = columns[order.by]
  if (column) return idsInGroups(db, question, column)
  const from = matching(db, question, total <= mostById ? ofState(question) : undefined)
  const text = db.value<string>(
    `SELECT json_group_array(id) FROM (SELECT trainee_id AS id ${from} ORDER BY ${sortOf(order, order.descending)})`,
    parametersOf(db, question),
  )
  return JSON.parse(text)
}

function idsInGroups(db: ReadDatabase, question: ListQuestion, column: GroupColumn): TraineeId[] {
  const part = { column, value: null }
  const rows = db.all<{ value: Group['value']; ids: string }>(
    `SELECT value, json_group_array(id) AS ids FROM (
       SELECT ${column} AS value, trainee_id AS id ${matching(db, question, undefined, part)} ORDER BY ${column}, words, trainee_id
     ) GROUP BY value`,
    parametersOf(db, question, part),
  )
  const ids = new Map(rows.map(row => [row.value, row.ids]))
  return groupsOf(db, question, column).flatMap(({ value }) => JSON.parse(ids.get(value) ?? '[]') as TraineeId[])
}

function sortOf({ by }: TraineeOrder, descending: boolean): string {
  const sorted = by === 'birthDate' ? ['birth_date', 'trainee_id'] : ['words', 'trainee_id']
  return sorted.map(column => `${column}${descending ? ' DESC' : ''}`).join(', ')
}
