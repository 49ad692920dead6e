import { readSearch } from '../../../../shared/features/trainee/name/search-words.ts'
import {
  byName,
  type TraineeFilter,
  type TraineeOrder,
  type TraineeState,
} from '../../../../shared/features/trainee/trainee-filter.ts'
import type { TraineeId } from '../../../../shared/ids.ts'
import type { Parameters, ReadDatabase } from '../../database/connection.ts'
import { Remembered } from '../../database/remembered.ts'
import { countBegun, findPeople } from './people-search-store.ts'
import { countedPeople } from './taking-in-store.ts'

/** `within`: of these people alone, where whoever asks sees no others. */
export type ListQuestion = {
  search: string
  filter: TraineeFilter
  order: TraineeOrder
  within?: readonly TraineeId[] | null
}
export type ListLine = { id: TraineeId; cohortId: number; state: TraineeState }

/** People by id, as JSON; or, where they are too many for that, the words that are looked for line by line. */
type Sought = { ids: string; count: number } | { words: string[] }

// Fewer are sorted quicker than the list is walked; among more, the next hundred are never far.
const mostById = 2000
const everyone = 1_000_000_000

const soughtPeople = new Remembered<Sought>(2)
// People that were looked for by id are sorted once, not at every page.
const soughtLines = new Remembered<ListLine[]>(2)
const totals = new Remembered<number>(40)
const byState = new Remembered<Record<TraineeState, number>>(20)

/** One line of each person that fits, from one place in the order to another. */
export function listLines(db: ReadDatabase, question: ListQuestion, limit: number, offset: number): ListLine[] {
  const { order } = question
  const sought = soughtBy(db, question)
  if (sought === null || !('ids' in sought)) return readLines(db, question, limit, offset)
  const key = `${keyOf(question)} ${order.by} ${order.descending}`
  return soughtLines.get(db, key, () => readLines(db, question, everyone, 0)).slice(offset, offset + limit)
}

function readLines(db: ReadDatabase, question: ListQuestion, limit: number, offset: number): ListLine[] {
  const total = countLines(db, question)
  // An index is walked from the nearer end.
  const fromEnd = offset > total / 2
  const taken = Math.max(0, Math.min(limit, total - offset))
  const descending = question.order.descending !== fromEnd
  const lines = db.all<ListLine>(
    `SELECT trainee_id AS id, cohort_id AS cohortId, state ${matching(db, question, total <= mostById ? ofState(question) : undefined)}
     ORDER BY ${sortOf(question.order, descending)} LIMIT @limit OFFSET @offset`,
    { ...parametersOf(db, question), limit: taken, offset: fromEnd ? total - offset - taken : offset },
  )
  return fromEnd ? lines.reverse() : lines
}

export function countLines(db: ReadDatabase, question: ListQuestion): number {
  return totals.get(db, keyOf(question), () => {
    if (Object.values(question.filter).every(value => value === null)) {
      const sought = soughtBy(db, question)
      if (sought === null) return db.value(`SELECT ${countedPeople}`)
      return 'words' in sought ? countBegun(db, sought.words) : sought.count
    }
    const inAnyOrder = { ...question, order: byName }
    return db.value(`SELECT count(*) ${matching(db, inAnyOrder, ofState(question))}`, parametersOf(db, question))
  })
}

/** How many there are in each state, whatever state the filter names. */
export function countStates(db: ReadDatabase, given: ListQuestion): Record<TraineeState, number> {
  const question = { ...given, filter: { ...given.filter, state: null } }
  return byState.get(db, keyOf(question), () => {
    const none = { none: 0, enrolled: 0, passed: 0, failed: 0, withdrawn: 0, expelled: 0 }
    const rows = db.all<{ state: TraineeState; people: number }>(
      `SELECT state, count(*) AS people ${matching(db, question, 'listing_by_state')} GROUP BY state`,
      parametersOf(db, question),
    )
    return { ...none, ...Object.fromEntries(rows.map(({ state, people }) => [state, people])) }
  })
}

/** Everybody who fits, in order. Two hundred thousand are one text: a row for each takes twice as long. */
export function listIds(db: ReadDatabase, question: ListQuestion): TraineeId[] {
  const total = countLines(db, question)
  const sought = soughtBy(db, question)
  if (sought !== null && 'ids' in sought) return listLines(db, question, total, 0).map(line => line.id)
  const from = matching(db, question, total <= mostById ? ofState(question) : undefined)
  const text = db.value<string>(
    `SELECT json_group_array(id) FROM (SELECT trainee_id AS id ${from} ORDER BY ${sortOf(question.order, question.order.descending)})`,
    parametersOf(db, question),
  )
  return JSON.parse(text)
}

function sortOf({ by }: TraineeOrder, descending: boolean): string {
  const columns = by === 'name' ? ['words', 'trainee_id'] : ['birth_date', 'trainee_id']
  return columns.map(column => `${column}${descending ? ' DESC' : ''}`).join(', ')
}

/** Null where nobody is looked for. */
function soughtBy(db: ReadDatabase, { search, within }: ListQuestion): Sought | null {
  if (within == null) return search === '' ? null : soughtIn(db, search)
  if (search === '') return byId(within)
  const own = new Set(within)
  return byId(findPeople(db, search, everyone).ids.filter(id => own.has(id)))
}

function soughtIn(db: ReadDatabase, search: string): Sought {
  return soughtPeople.get(db, search, () => {
    const found = findPeople(db, search, mostById)
    if (!found.more) return byId(found.ids)
    const { words, digits } = readSearch(search)
    if (digits.length === 0 && !found.near) return { words }
    return byId(findPeople(db, search, everyone).ids)
  })
}

function byId(ids: readonly TraineeId[]): Sought {
  return { ids: JSON.stringify(ids), count: ids.length }
}

function keyOf({ search, filter, within = null }: ListQuestion): string {
  return JSON.stringify([search, Object.values(filter), within])
}

/** People of one state are counted, and sorted where they are few, without walking past all the others. */
function ofState({ filter }: ListQuestion): string | undefined {
  return filter.state === null ? undefined : 'listing_by_state'
}

/** The index that leaves the fewest lines to look at is named, because statistics of a growing table mislead the planner. */
function matching(db: ReadDatabase, question: ListQuestion, otherwise?: string): string {
  const { filter, order } = question
  const { programId, year, villageCode, state, target } = filter
  const ofCohort = programId !== null || year !== null
  const line = ofCohort
    ? programId === null
      ? 'newest_of_year'
      : year === null
        ? 'newest_of_program'
        : 'newest_of_both'
    : 'newest'
  const index = indexFor(filter, order, otherwise)
  const sought = soughtBy(db, question)
  const conditions = [
    `${line} = 1`,
    programId !== null && 'program_id = @programId',
    year !== null && 'year = @year',
    villageCode !== null && 'village_code = @villageCode',
    state !== null && 'state = @state',
    target === 'POOR' && 'poor = 1',
    target === 'EXTREME_POOR' && 'extreme_poor = 1',
    target === 'GENERAL' && 'poor = 0 AND extreme_poor = 0',
    sought !== null && 'ids' in sought && 'trainee_id IN (SELECT value FROM json_each(@ids))',
    ...wordsOf(sought).map((_, place) => `instr(' ' || words, @word${place}) > 0`),
  ].filter(Boolean)
  return `FROM trainee_listing ${sought !== null && 'ids' in sought ? '' : `INDEXED BY ${index}`} WHERE ${conditions.join(' AND ')}`
}

function indexFor(
  { programId, year, villageCode, state, target }: TraineeFilter,
  { by }: TraineeOrder,
  otherwise?: string,
): string {
  if (programId !== null) return 'listing_by_program'
  if (year !== null) return 'listing_by_year'
  if (villageCode !== null) return 'listing_by_village'
  if (target === 'EXTREME_POOR' && (by === 'name' || state !== null)) return 'listing_by_extreme_poor'
  if (otherwise !== undefined) return otherwise
  if (by === 'birthDate') return 'listing_by_birth'
  if (state !== null) return 'listing_by_state'
  return target === 'POOR' ? 'listing_by_poor' : 'listing_by_name'
}

function parametersOf(db: ReadDatabase, question: ListQuestion): Parameters {
  const { programId, year, villageCode, state } = question.filter
  const sought = soughtBy(db, question)
  return {
    ...(programId !== null && { programId }),
    ...(year !== null && { year }),
    ...(villageCode !== null && { villageCode }),
    ...(state !== null && { state }),
    ...(sought !== null && 'ids' in sought && { ids: sought.ids }),
    ...Object.fromEntries(wordsOf(sought).map((word, place) => [`word${place}`, ` ${word}`])),
  }
}

function wordsOf(sought: Sought | null): string[] {
  return sought !== null && 'words' in sought ? sought.words : []
}
