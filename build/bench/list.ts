import type { ReadDatabase } from '../../electron/backend/database/connection.ts'
import { listIds } from '../../electron/backend/features/trainee/people-list-store.ts'
import { byName, everybody, type TraineeFilter } from '../../shared/features/trainee/trainee-filter.ts'
import { programId } from '../../shared/ids.ts'
import { percentile, timesOf } from './measure.ts'
import { assertRight, atLeast, type Figure, shownOnly, under } from './part.ts'
import { openPeopleDatabase } from './people-database.ts'

type ListQuestion = { search: string; filter: TraineeFilter; order: typeof byName }

const page = 100

/**
 * Pages of the list of 200,000 people: first, middle and last pages, every filter, both orders; the counts of its chips; opening a person.
 * Compared with reading all people and then sorting and filtering in memory.
 */
export async function list(): Promise<Figure[]> {
  const { backend, people, villages, remove } = await openPeopleDatabase(200_000)
  try {
    const db = backend.workspace.read
    const { client } = backend
    const questions = questionsOf(villages[40] ?? '')
    for (const question of questions.filter((_, index) => index % 3 === 0)) checkRight(db, question)
    const { total } = await client.trainee.list({ search: '', limit: 1, offset: 0 })
    assertRight(total === people.length, `${total} people`)

    const first: number[] = []
    const firstInGroups: number[] = []
    // The counts of a filter are cached; here each is read for the first time.
    for (const question of questions) {
      const start = performance.now()
      await client.trainee.list({ ...question, limit: page, offset: 0 })
      const times = ['name', 'birthDate'].includes(question.order.by) ? first : firstInGroups
      times.push(performance.now() - start)
    }
    const pages: (ListQuestion & { offset: number })[] = []
    for (const question of questions) {
      const { total: all } = await client.trainee.list({ ...question, limit: 1, offset: 0 })
      for (const share of [0, 0.25, 0.5, 0.75, 1])
        pages.push({ ...question, offset: Math.max(0, Math.floor(all * share) - page) })
    }
    const read = ({ offset, ...question }: (typeof pages)[number]) =>
      client.trainee.list({ ...question, limit: page, offset })
    const rounds = [await timesOf(read, pages), await timesOf(read, pages, false), await timesOf(read, pages, false)]
    const times = pages.map((_, index) =>
      percentile(
        rounds.map(round => round[index] ?? 0),
        50,
      ),
    )
    const all = await timesOf(() => db.all('SELECT * FROM trainee ORDER BY folded_name'), [1, 2, 3])
    const open = await timesOf(
      ({ id }) => client.trainee.get({ id: id as Parameters<typeof client.trainee.get>[0]['id'] }),
      people.filter((_, index) => index % 500 === 0),
    )
    return [
      under('list', `p95 of ${pages.length} pages: filters, orders, places`, percentile(times, 95), 10),
      under('list', `p95 of ${first.length} first pages of a new filter, counted too`, percentile(first, 95), 10),
      under('list', `p95 of ${firstInGroups.length} first pages in another order`, percentile(firstInGroups, 95), 50),
      atLeast('list', 'a page against reading everybody', percentile(all, 50) / percentile(times, 95), 10),
      shownOnly('list', 'counts of the chips, of everybody, after a change', await chipTime(db), 'ms'),
      under('list', `p95 of opening ${open.length} people`, percentile(open, 95), 5),
    ]
  } finally {
    await remove()
  }
}

async function chipTime(db: ReadDatabase): Promise<number> {
  return percentile(
    await timesOf(
      () =>
        db.all(
          'SELECT state, count(*) FROM trainee_listing INDEXED BY listing_by_state WHERE newest = 1 GROUP BY state',
        ),
      [1, 2, 3, 4, 5],
    ),
    50,
  )
}

export function questionsOf(villageCode: string): ListQuestion[] {
  const filters: Partial<TraineeFilter>[] = [
    {},
    { state: 'none' },
    { state: 'enrolled' },
    { state: 'passed' },
    { villageCode },
    { villageCode, state: 'passed' },
    { programId: programId.parse(3) },
    { programId: programId.parse(3), year: 2021 },
    { year: 2021 },
    { year: 2021, state: 'failed' },
    { year: 2021, villageCode },
    { target: 'POOR' },
    { target: 'EXTREME_POOR', state: 'failed' },
    { target: 'GENERAL', programId: programId.parse(5), year: 2019 },
  ]
  const searches = ['rahayu', 'siti nur', 'rahyu', '0003', 'dwi s']
  return [
    ...filters.flatMap(filter =>
      (['name', 'birthDate'] as const).map(by => ({
        search: '',
        filter: { ...everybody, ...filter },
        order: { by, descending: false },
      })),
    ),
    ...filters
      .filter(filter => filter.target === undefined)
      .flatMap(filter =>
        (['sex', 'district', 'cohort'] as const).map(by => ({
          search: '',
          filter: { ...everybody, ...filter },
          order: { by, descending: false },
        })),
      ),
    ...searches.map(search => ({ search, filter: everybody, order: byName })),
  ]
}

/** Throws unless the list has the same people, in the same order, as a plain read of the tables. */
function checkRight(db: ReadDatabase, question: ListQuestion): void {
  if (question.search !== '') return
  const { villageCode, programId: program, year, state, target } = question.filter
  const placed =
    program === null && year === null
      ? 'NOT EXISTS (SELECT 1 FROM placement AS other WHERE other.trainee_id = person.id AND other.id > place.id)'
      : `(@program IS NULL OR place.program_id = @program) AND (@year IS NULL OR place.year = @year) AND NOT EXISTS (SELECT 1 FROM placement AS other
       WHERE other.trainee_id = person.id AND other.id > place.id AND (@program IS NULL OR other.program_id = @program) AND (@year IS NULL OR other.year = @year))`
  const rows = db.all<{ id: number }>(
    `WITH person AS (
       SELECT trainee.*, coalesce((SELECT poor FROM target_evidence WHERE trainee_id = trainee.id ORDER BY id DESC LIMIT 1), 0) AS poor,
         coalesce((SELECT extreme_poor FROM target_evidence WHERE trainee_id = trainee.id ORDER BY id DESC LIMIT 1), 0) AS extreme
       FROM trainee)
     SELECT person.id FROM person LEFT JOIN placement AS place ON place.trainee_id = person.id
     LEFT JOIN panel_decision ON enrolment_id = place.id
     WHERE ${placed} AND (@village IS NULL OR village_code = @village)
       AND (@state IS NULL OR CASE WHEN place.id IS NULL THEN 'none' ELSE coalesce(decision, left_kind, 'enrolled') END = @state)
       AND CASE @target WHEN 'POOR' THEN poor WHEN 'EXTREME_POOR' THEN extreme WHEN 'GENERAL' THEN NOT poor AND NOT extreme ELSE 1 END
     ORDER BY ${question.order.by === 'name' ? 'folded_name' : 'birth_date'}, person.id`,
    { program, year, village: villageCode, state, target },
  )
  const { by } = question.order
  // Other orders sort by names of kelurahan and classes, which no table holds: compare the set of people only.
  const order = (ids: number[]) => (by === 'name' || by === 'birthDate' ? ids : ids.toSorted((a, b) => a - b)).join()
  assertRight(
    order(rows.map(row => row.id)) === order(listIds(db, question)),
    `people of ${JSON.stringify(question.filter)}`,
  )
}
