import type { PoolClient } from 'pg'
import { type Applied, type Batch, clockTolerance, type TravellingFact } from '../../../shared/features/hub/batch.ts'
import { factBook } from '../../../shared/features/hub/fact-book.ts'
import { parseJson } from '../../../shared/kernel/parse-json.ts'
import type { HubDatabase } from '../database/hub-database.ts'
import { newestNotice } from '../notices.ts'
import { applyRows, dropEarlierEpochs } from './apply-rows.ts'
import { begun, type Member, type Row, read, unknownFacts } from './check-batch.ts'
import { countClasses } from './count-classes.ts'
import { Refused } from './refused.ts'

/** Years with partitions, by database, so that PostgreSQL is asked once. */
const madeYears = new WeakMap<HubDatabase, Set<number>>()

export async function stateOf(db: HubDatabase, centreId: string): Promise<Applied> {
  return db.as({ role: 'balai_receiver', reach: `centre ${centreId}` }, async client => {
    const member = await memberOf(client, false)
    return { ...appliedOf(member), notices: await newestNotice(client) }
  })
}

/**
 * Applies a batch in one transaction, in the order of its numbers and each number once: known facts are compared by hash and skipped.
 * @throws Refused, without any change
 */
export async function receive(
  db: HubDatabase,
  centreId: string,
  batch: Batch,
  now = new Date(),
  book = factBook,
): Promise<Applied> {
  const minutes = Math.round((Date.parse(batch.now) - now.getTime()) / 60_000)
  if (Math.abs(minutes) > clockTolerance)
    throw new Refused({ code: 'clock', now: now.toISOString(), minutes: Math.abs(minutes) })
  const made = madeYears.get(db) ?? new Set()
  madeYears.set(db, made)
  return db.as({ role: 'balai_receiver', reach: `centre ${centreId}` }, async client => {
    const before = await memberOf(client, true)
    const member = begun(before, batch)
    const fresh = await unknownFacts(client, centreId, member, batch)
    const rows = fresh.facts.map(fact => read(fact, book))
    await ensureYears(client, made, fresh.facts, rows)
    await keepFacts(client, centreId, member.epoch, fresh)
    const touched = await applyRows(client, centreId, member.epoch, rows, book)
    await notePeople(client, centreId, rows)
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

/** A person trained in two centres is detected when the second centre sends its fact (`person_seen`). */
async function notePeople(client: PoolClient, centreId: string, rows: readonly Row[]): Promise<void> {
  const people = rows.flatMap(({ topic, values }) => (topic === 'enrolment' && values?.person ? [values] : []))
  if (people.length > 0)
    await client.query('SELECT pusat.note_people($1, $2, $3)', [
      centreId,
      people.map(row => row.person),
      people.map(row => row.keyId),
    ])
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
    // Another transaction may still be rolled back: a year is cached only if it existed before.
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
  // For a person who was forgotten, and for an application that ended, earlier contents are deleted too; their hashes stay.
  const forgotten = facts.filter(
    fact => fact.topic === 'certificate' && /"kind":"certificate","name":""/.test(fact.body ?? ''),
  )
  const settled = facts.filter(fact => fact.topic === 'application' && fact.body === 'null')
  if (forgotten.length + settled.length > 0)
    await client.query(
      `UPDATE pusat.fact SET body = NULL WHERE centre_id = $1 AND (topic = 'certificate' AND key = ANY ($2) AND body ->> 'name' <> ''
         OR topic = 'application' AND key = ANY ($3) AND body ->> 'person' <> '')`,
      [centreId, forgotten.map(fact => fact.key), settled.map(fact => fact.key)],
    )
}
