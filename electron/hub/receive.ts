import { createHash } from 'node:crypto'
import type { PoolClient } from 'pg'
import {
  type Applied,
  type Batch,
  clockTolerance,
  type Refusal,
  type TravellingFact,
} from '../../shared/features/hub/batch.ts'
import { sealedText } from '../../shared/features/hub/chain.ts'
import { formOf, isTopic, newestVersion, type Topic, topics } from '../../shared/features/hub/fact.ts'
import { countClasses, type TouchedClass } from './count-classes.ts'
import type { HubDatabase } from './database/hub-database.ts'

/** Where the rows of a topic lie; those of a centre and its keys are few and belong to no year. */
const tables: Readonly<Record<Exclude<Topic, 'centre'>, string>> = {
  signingKey: 'signing_key',
  credential: 'credential',
  class: 'class',
  day: 'day',
  enrolment: 'enrolment',
  place: 'place',
  applicants: 'applicants',
  lesson: 'lesson',
  certificate: 'certificate',
  activity: 'activity',
  spending: 'spending',
  aid: 'aid',
}
const withoutYear: readonly Topic[] = ['centre', 'signingKey', 'credential']

/** A batch that is not taken, and nothing of it. */
export class Refused extends Error {
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super(refusal.code)
    this.refusal = refusal
  }
}

type Row = { topic: Topic; key: string; seq: number; values: Record<string, unknown> | null }
type Member = { epoch: number; applied: number; hash: string; complete: boolean }

/** Years whose partitions exist, by database: asked of PostgreSQL once. */
const madeYears = new WeakMap<HubDatabase, Set<number>>()

export async function stateOf(db: HubDatabase, centreId: string): Promise<Applied> {
  const member = await db.as({ role: 'balai_receiver', reach: `centre ${centreId}` }, client => memberOf(client, false))
  return appliedOf(member)
}

/**
 * Applies a batch in one transaction, in the order of its numbers and each number once: what is known already is compared by its hash and
 * skipped. @throws Refused and leaves everything as it was
 */
export async function receive(db: HubDatabase, centreId: string, batch: Batch, now = new Date()): Promise<Applied> {
  const minutes = Math.round((Date.parse(batch.now) - now.getTime()) / 60_000)
  if (Math.abs(minutes) > clockTolerance)
    throw new Refused({ code: 'clock', now: now.toISOString(), minutes: Math.abs(minutes) })
  const made = madeYears.get(db) ?? new Set()
  madeYears.set(db, made)
  return db.as({ role: 'balai_receiver', reach: `centre ${centreId}` }, async client => {
    const before = await memberOf(client, true)
    const member = begun(before, batch)
    const fresh = await unknownFacts(client, centreId, member, batch)
    const rows = fresh.facts.map(read)
    await ensureYears(client, made, fresh.facts, rows)
    await keepFacts(client, centreId, member.epoch, fresh)
    const touched = await applyRows(client, centreId, member.epoch, rows)
    const complete = batch.complete || member.complete
    if (complete && !member.complete) touched.push(...(await dropEarlierEpochs(client, centreId, member.epoch)))
    await countClasses(client, centreId, touched)
    const last = fresh.facts.at(-1)
    const after = {
      epoch: member.epoch,
      applied: last?.seq ?? member.applied,
      hash: fresh.hashes.at(-1) ?? member.hash,
    }
    await client.query(
      `UPDATE pusat.member SET epoch = $2, applied = $3, hash = $4, complete = $5, heard_at = now(), clock_minutes = $6, trouble = NULL WHERE centre_id = $1`,
      [centreId, after.epoch, after.applied, after.hash, complete, minutes],
    )
    return appliedOf({ ...after, complete })
  })
}

async function memberOf(client: PoolClient, lock: boolean): Promise<Member> {
  const { rows } = await client.query<Member>(
    `SELECT epoch, applied, hash, complete FROM pusat.member WHERE revoked_at IS NULL ${lock ? 'FOR UPDATE' : ''}`,
  )
  const [member] = rows
  if (!member) throw new Refused({ code: 'stranger' })
  return member
}

function appliedOf({ epoch, applied, hash }: Member): Applied {
  return { epoch, applied, hash, now: new Date().toISOString() }
}

/** A later epoch begins at 1; an earlier one is another copy of the data that went on without this one. */
function begun(member: Member, batch: Batch): Member {
  if (batch.epoch < member.epoch) throw new Refused({ code: 'superseded', epoch: member.epoch })
  return batch.epoch > member.epoch ? { epoch: batch.epoch, applied: 0, hash: '', complete: false } : member
}

/** The facts behind the last one applied, with their hashes. @throws Refused gap, fork, invalid */
async function unknownFacts(client: PoolClient, centreId: string, member: Member, { facts, previous, epoch }: Batch) {
  const first = facts[0]?.seq ?? member.applied + 1
  if (first > member.applied + 1) throw new Refused({ code: 'gap', applied: member.applied, hash: member.hash })
  const known = new Map<number, string>([
    [0, ''],
    [member.applied, member.hash],
  ])
  if (first <= member.applied) {
    const { rows } = await client.query<{ seq: number; hash: string }>(
      'SELECT seq, hash FROM pusat.fact WHERE centre_id = $1 AND epoch = $2 AND seq BETWEEN $3 AND $4',
      [centreId, member.epoch, first - 1, member.applied],
    )
    for (const { seq, hash } of rows) known.set(seq, hash)
  }
  if (known.get(first - 1) !== previous) throw new Refused({ code: 'fork', seq: first, epoch })
  let hash = previous
  const unknown: TravellingFact[] = []
  const hashes: string[] = []
  for (const [index, fact] of facts.entries()) {
    if (fact.seq !== first + index)
      throw new Refused({ code: 'invalid', field: `facts.${index}.seq`, message: 'nomor tidak berurutan' })
    if (fact.body !== null && sha256(fact.body) !== fact.digest)
      throw new Refused({ code: 'invalid', field: `facts.${index}.body`, message: 'isi tidak cocok dengan sidiknya' })
    hash = sha256(sealedText(hash, fact))
    if (fact.seq <= member.applied) {
      if (known.get(fact.seq) !== hash) throw new Refused({ code: 'fork', seq: fact.seq, epoch })
      continue
    }
    unknown.push(fact)
    hashes.push(hash)
  }
  return { facts: unknown, hashes }
}

/** What a fact says, by the form of its version. @throws Refused newer, invalid */
function read({ topic, v, key, seq, body }: TravellingFact): Row {
  const form = formOf(topic, v)
  if (!form || !isTopic(topic))
    throw new Refused({ code: 'newer', topic, v, newest: isTopic(topic) ? newestVersion[topic] : 0 })
  if (body === null || body === 'null') return { topic, key, seq, values: null }
  const parsed = form.safeParse(parseJson(body))
  if (parsed.success) return { topic, key, seq, values: parsed.data }
  const [issue] = parsed.error.issues
  throw new Refused({
    code: 'invalid',
    field: `${topic}.${issue?.path.join('.') ?? ''}`,
    message: issue?.message ?? '',
  })
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

async function ensureYears(
  client: PoolClient,
  made: Set<number>,
  facts: readonly TravellingFact[],
  rows: readonly Row[],
): Promise<void> {
  const years = new Set([
    ...facts.map(yearOfFact),
    ...rows.flatMap(row => (typeof row.values?.year === 'number' ? [row.values.year] : [])),
  ])
  for (const year of years) {
    if (made.has(year)) continue
    if (year < 2000 || year > 2100) throw new Refused({ code: 'invalid', field: 'at', message: `tahun ${year}` })
    await client.query('SELECT pusat.make_year($1)', [year])
    // Another transaction may still undo it: noted only after it was there before.
    const { rows: found } = await client.query(
      "SELECT 1 FROM pg_class WHERE oid = to_regclass('pusat.class_sum_' || $1) AND xmin::text <> pg_current_xact_id()::text",
      [String(year)],
    )
    if (found.length > 0) made.add(year)
  }
}

function yearOfFact(fact: TravellingFact): number {
  return Number(fact.at.slice(0, 4))
}

async function keepFacts(
  client: PoolClient,
  centreId: string,
  epoch: number,
  { facts, hashes }: { facts: TravellingFact[]; hashes: string[] },
): Promise<void> {
  if (facts.length === 0) return
  const rows = facts.map((fact, index) => ({
    ...fact,
    body: fact.body === null ? null : parseJson(fact.body),
    centre_id: centreId,
    year: yearOfFact(fact),
    epoch,
    hash: hashes[index],
  }))
  await client.query('INSERT INTO pusat.fact SELECT * FROM json_populate_recordset(NULL::pusat.fact, $1)', [
    JSON.stringify(rows),
  ])
  // Of a person who was forgotten earlier words go too; what they were sealed with stays.
  const erased = facts.filter(
    fact => fact.topic === 'certificate' && /"kind":"certificate","name":""/.test(fact.body ?? ''),
  )
  if (erased.length > 0)
    await client.query(
      `UPDATE pusat.fact SET body = NULL WHERE centre_id = $1 AND topic = 'certificate' AND key = ANY ($2) AND body ->> 'name' <> ''`,
      [centreId, erased.map(fact => fact.key)],
    )
}

async function applyRows(
  client: PoolClient,
  centreId: string,
  epoch: number,
  rows: readonly Row[],
): Promise<TouchedClass[]> {
  const touched: TouchedClass[] = []
  for (const [topic, all] of Map.groupBy(rows, row => row.topic)) {
    // The last word about each thing; a statement may not touch a row twice.
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
    await client.query(upsert(topic), [JSON.stringify(written)])
    if (['class', 'enrolment'].includes(topic))
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

const upserts = new Map<Topic, string>()

function upsert(topic: Exclude<Topic, 'centre'>): string {
  const known = upserts.get(topic)
  if (known) return known
  const table = tables[topic]
  const fields = [...Object.keys(formOf(topic, newestVersion[topic])?.shape ?? {}), 'epoch', 'seq'].filter(
    name => name !== 'year',
  )
  const key = withoutYear.includes(topic) ? 'centre_id, key' : 'centre_id, year, key'
  const sql = `INSERT INTO pusat.${table} AS present SELECT * FROM json_populate_recordset(NULL::pusat.${table}, $1)
    ON CONFLICT (${key}) DO UPDATE SET ${fields.map(name => `${name} = EXCLUDED.${name}`).join(', ')}
    WHERE (present.epoch, present.seq) < (EXCLUDED.epoch, EXCLUDED.seq)`
  upserts.set(topic, sql)
  return sql
}

/** The new epoch is told to its end: what it did not mention is no more. */
async function dropEarlierEpochs(client: PoolClient, centreId: string, epoch: number): Promise<TouchedClass[]> {
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

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
