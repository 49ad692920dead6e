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
import { countedPeople } from './import-batch-store.ts'
import { countBegun, findPeople } from './people-search-store.ts'

/** `within`: only these people, if the asking person may see no others. */
export type ListQuestion = {
  search: string
  filter: TraineeFilter
  order: TraineeOrder
  within?: readonly TraineeId[] | null
}
/** People with the same value of a column: sex, kelurahan or class. */
export type Part = { column: GroupColumn; value: string | number | null }
export type GroupColumn = 'sex' | 'village_code' | 'cohort_id'

/** Ids of people as JSON; or, if they are too many, the words to compare line by line. */
type SearchMatch = { ids: string; count: number } | { words: string[] }

// Fewer people are sorted faster than the list is scanned; with more, the next hundred are never far.
export const mostById = 2000
export const everyone = 1_000_000_000

const matchedPeople = new Remembered<SearchMatch>(2)
const totals = new Remembered<number>(40)
const byState = new Remembered<Record<TraineeState, number>>(20)

export function countLines(db: ReadDatabase, question: ListQuestion): number {
  return totals.get(db, keyOf(question), () => {
    if (Object.values(question.filter).every(value => value === null)) {
      const sought = matchOf(db, question)
      if (sought === null) return db.value(`SELECT ${countedPeople}`)
      return 'words' in sought ? countBegun(db, sought.words) : sought.count
    }
    const inAnyOrder = { ...question, order: byName }
    return db.value(`SELECT count(*) ${matching(db, inAnyOrder, ofState(question))}`, parametersOf(db, question))
  })
}

/** Numbers by state, independent of the filter's state. */
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

/** Null without a search. */
export function matchOf(db: ReadDatabase, { search, within }: ListQuestion): SearchMatch | null {
  if (within == null) return search === '' ? null : matchSearch(db, search)
  if (search === '') return byId(within)
  const own = new Set(within)
  return byId(findPeople(db, search, everyone).ids.filter(id => own.has(id)))
}

function matchSearch(db: ReadDatabase, search: string): SearchMatch {
  return matchedPeople.get(db, search, () => {
    const found = findPeople(db, search, mostById)
    if (!found.more) return byId(found.ids)
    const { words, digits } = readSearch(search)
    if (digits.length === 0 && !found.near) return { words }
    return byId(findPeople(db, search, everyone).ids)
  })
}

function byId(ids: readonly TraineeId[]): SearchMatch {
  return { ids: JSON.stringify(ids), count: ids.length }
}

export function keyOf({ search, filter, within = null }: ListQuestion): string {
  return JSON.stringify([search, Object.values(filter), within])
}

/** The state, if people of one state can be counted, and sorted if few, without scanning all others. */
export function ofState({ filter }: ListQuestion): string | undefined {
  return filter.state === null ? undefined : 'listing_by_state'
}

/** Names the index that leaves the fewest rows, because statistics of a growing table mislead the planner. */
export function matching(db: ReadDatabase, question: ListQuestion, otherwise?: string, part?: Part): string {
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
  const index = (part && indexOfPart(filter, part)) ?? indexFor(filter, order, otherwise)
  const sought = matchOf(db, question)
  const conditions = [
    `${line} = 1`,
    programId !== null && 'program_id = @programId',
    year !== null && 'year = @year',
    part && part.value !== null && `${part.column} = @part`,
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

/** For a part, the index that starts with its column, unless the filter leaves fewer rows. */
function indexOfPart({ programId, year, villageCode }: TraineeFilter, { column, value }: Part): string | undefined {
  const narrowed = programId !== null || year !== null || villageCode !== null
  if (column === 'cohort_id' && (value !== null || !narrowed)) return 'listing_by_cohort'
  if (narrowed) return undefined
  return { sex: 'listing_by_sex', village_code: 'listing_by_village', cohort_id: 'listing_by_cohort' }[column]
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

export function parametersOf(db: ReadDatabase, question: ListQuestion, part?: Part): Parameters {
  const { programId, year, villageCode, state } = question.filter
  const sought = matchOf(db, question)
  return {
    ...(programId !== null && { programId }),
    ...(year !== null && { year }),
    ...(villageCode !== null && { villageCode }),
    ...(state !== null && { state }),
    ...(part && part.value !== null && { part: part.value }),
    ...(sought !== null && 'ids' in sought && { ids: sought.ids }),
    ...Object.fromEntries(wordsOf(sought).map((word, place) => [`word${place}`, ` ${word}`])),
  }
}

function wordsOf(sought: SearchMatch | null): string[] {
  return sought !== null && 'words' in sought ? sought.words : []
}
