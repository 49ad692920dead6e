import type { PoolClient } from 'pg'
import { type Topic, topics } from '../../../shared/features/hub/fact.ts'
import { type FactBook, fieldsOf } from '../../../shared/features/hub/fact-book.ts'
import type { Row } from './check-batch.ts'
import type { TouchedClass } from './count-classes.ts'

/** The table of the rows of a topic. Topics with few or temporary rows have no year. */
const tables: Readonly<Record<Exclude<Topic, 'centre'>, string>> = {
  signingKey: 'signing_key',
  credential: 'credential',
  class: 'class',
  day: 'day',
  enrolment: 'enrolment',
  place: 'place',
  applicants: 'applicants',
  application: 'application',
  noticeAnswer: 'notice_answer',
  lesson: 'lesson',
  certificate: 'certificate',
  activity: 'activity',
  spending: 'spending',
  aid: 'aid',
}
const withoutYear: readonly Topic[] = ['centre', 'signingKey', 'credential', 'application', 'noticeAnswer']

/** Writes a batch into the rows of its centre. Returns the classes whose sums must be counted again. */
export async function applyRows(
  client: PoolClient,
  centreId: string,
  epoch: number,
  rows: readonly Row[],
  book: FactBook,
): Promise<TouchedClass[]> {
  const touched: TouchedClass[] = []
  for (const [topic, all] of Map.groupBy(rows, row => row.topic)) {
    // The last fact for each key: a statement may not change a row twice.
    const last = [...new Map(all.map(row => [row.key, row])).values()]
    if (topic === 'centre') {
      for (const { values } of last) if (values) await describe(client, centreId, values)
      continue
    }
    const table = tables[topic]
    const gone = last.filter(row => row.values === null)
    if (gone.length > 0) {
      const { rows: deleted } = await client.query<{ year?: number; class?: string }>(
        `DELETE FROM pusat.${table} WHERE centre_id = $1 AND key = ANY ($2) RETURNING *`,
        [centreId, gone.map(row => row.key)],
      )
      for (const row of deleted)
        if (row.year !== undefined && row.class !== undefined) touched.push({ year: row.year, class: row.class })
    }
    const kept = last.filter(row => row.values !== null)
    if (kept.length === 0) continue
    const written = kept.map(({ key, seq, values }) => ({
      ...Object.fromEntries(Object.entries(values ?? {}).map(([name, value]) => [name.toLowerCase(), value])),
      centre_id: centreId,
      key,
      epoch,
      seq,
    }))
    await client.query(upsert(topic, book), [JSON.stringify(written)])
    if (['class', 'enrolment', 'day'].includes(topic))
      for (const { values } of kept) touched.push({ year: values?.year as number, class: values?.class as string })
  }
  return touched
}

async function describe(client: PoolClient, centreId: string, values: Record<string, unknown>): Promise<void> {
  await client.query(
    'UPDATE pusat.member SET name = $2, city = $3, regency = $4, counted_by = $5, pass_base = $6 WHERE centre_id = $1',
    [centreId, values.name, values.city, values.regency, values.countedBy, values.passBase],
  )
}

function upsert(topic: Exclude<Topic, 'centre'>, book: FactBook): string {
  const table = tables[topic]
  const fields = [...fieldsOf(book, topic), 'epoch', 'seq'].filter(name => name !== 'year')
  const key = withoutYear.includes(topic) ? 'centre_id, key' : 'centre_id, year, key'
  return `INSERT INTO pusat.${table} AS present SELECT * FROM json_populate_recordset(NULL::pusat.${table}, $1)
    ON CONFLICT (${key}) DO UPDATE SET ${fields.map(name => `${name} = EXCLUDED.${name}`).join(', ')}
    WHERE (present.epoch, present.seq) < (EXCLUDED.epoch, EXCLUDED.seq)`
}

/** The new epoch is complete: rows that it did not mention are deleted. */
export async function dropEarlierEpochs(client: PoolClient, centreId: string, epoch: number): Promise<TouchedClass[]> {
  const touched: TouchedClass[] = []
  for (const topic of topics) {
    if (topic === 'centre') continue
    const { rows } = await client.query<{ year?: number; class?: string }>(
      `DELETE FROM pusat.${tables[topic]} WHERE centre_id = $1 AND epoch < $2 RETURNING *`,
      [centreId, epoch],
    )
    for (const row of rows)
      if (row.year !== undefined && row.class !== undefined) touched.push({ year: row.year, class: row.class })
  }
  return touched
}
