import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { digestOf, factsFrom } from '../../electron/backend/features/hub/outbox-store.ts'
import { HubDatabase } from '../../electron/hub/database/hub-database.ts'
import { migrate, migrations } from '../../electron/hub/database/migrations.ts'
import { countAnew } from '../../electron/hub/receive/count-classes.ts'
import { receive } from '../../electron/hub/receive/receive.ts'
import { Refused } from '../../electron/hub/receive/refused.ts'
import type { Batch, TravellingFact } from '../../shared/features/hub/batch.ts'
import { sealedText } from '../../shared/features/hub/chain.ts'
import { earlierVersions, type FactBook, factBook } from '../../shared/features/hub/fact-book.ts'
import type { Fixture } from '../backend/fixture.ts'
import { centreIdOf, type Trial } from './trial.ts'

/** Tests hubs and centres of other releases; `beside` is a hub that has everything of a centre in its first epoch. */
export function upgradeTests(beside: () => { trial: Trial; centre: Fixture }): void {
  let { db, id } = {} as { db: HubDatabase; id: string }
  let trial: Trial
  let centre: Fixture
  beforeAll(async () => {
    ;({ trial, centre } = beside())
    id = centreIdOf(centre)
    // Another hub on the same PostgreSQL. CREATE DATABASE cannot run inside a transaction.
    await trial.hub.db.own(async client => {
      await client.query('COMMIT')
      await client.query('CREATE DATABASE other_release')
    })
    db = new HubDatabase(trial.hub.db.connectionString.replace(/[^/]*$/, 'other_release'), 3)
  })
  afterAll(() => db?.close())

  const rowsOf = async (from: HubDatabase, table: string) =>
    (
      await from.own(client => client.query(`SELECT to_json(t) AS row FROM pusat.${table} AS t ORDER BY t::text`))
    ).rows.map(row => row.row as Record<string, unknown>)
  const add = (table: string, rows: object[]) =>
    db.own(client =>
      client.query(`INSERT INTO pusat.${table} SELECT * FROM json_populate_recordset(NULL::pusat.${table}, $1)`, [
        JSON.stringify(rows),
      ]),
    )

  test('a database two releases old is upgraded with all its data', async () => {
    await db.own(client => client.query('COMMIT').then(() => migrate(client, migrations.slice(0, -earlierVersions))))
    await db.own(client => client.query('SELECT pusat.make_year(2024), pusat.make_year(2025), pusat.make_year(2026)'))
    const member = await rowsOf(trial.hub.db, 'member')
    await add('member', member)
    for (const table of ['class', 'enrolment', 'day']) await add(table, await rowsOf(trial.hub.db, table))
    await db.prepare()
    await db.own(countAnew)
    expect(await rowsOf(db, 'class_sum')).toEqual(await rowsOf(trial.hub.db, 'class_sum'))
    // It continues from there: everything is sent again from the first number.
    await db.own(client => client.query("UPDATE pusat.member SET applied = 0, hash = '', epoch = 0, complete = false"))
    await receive(db, id, batchOf(factsFrom(centre.backend.workspace.read, 1, 1, 2000)))
    for (const table of ['class', 'enrolment', 'certificate', 'credential', 'class_sum'])
      expect(await rowsOf(db, table), table).toEqual(await rowsOf(trial.hub.db, table))
  })

  test('centres of this release and the next two work with a newer hub, and wait at an older one', async () => {
    // Simulates two future releases, each with one more field of a credential.
    const chapter = factBook.credential
    const form = chapter?.forms[chapter.newest]
    if (!chapter || !form) throw new Error('no form')
    const { newest } = chapter
    const second = form.extend({ level: z.string() })
    const third = second.extend({ office: z.string() })
    const book: FactBook = {
      ...factBook,
      credential: {
        newest: newest + 2,
        forms: { ...chapter.forms, [newest + 1]: second, [newest + 2]: third },
        lifts: {
          ...chapter.lifts,
          [newest]: body => ({ ...body, level: '?' }),
          [newest + 1]: body => ({ ...body, office: '' }),
        },
      },
    }
    const last = (
      await db.own(client => client.query('SELECT applied, hash FROM pusat.member WHERE centre_id = $1', [id]))
    ).rows[0] as { applied: number; hash: string }
    const sample = (await rowsOf(db, 'credential'))[0]
    if (!sample) throw new Error('no credential')
    const body = Object.fromEntries(Object.keys(form.shape).map(field => [field, sample[field.toLowerCase()]]))
    const facts = [body, { ...body, level: 'IV' }, { ...body, level: 'V', office: 'LSP' }].map((one, index) =>
      fact(last.applied + 1 + index, `next ${index}`, newest + index, one),
    )
    const at = (known: FactBook, batch: Batch) =>
      receive(db, id, batch, new Date(), known).catch((error: unknown) => {
        if (error instanceof Refused) return error.refusal
        throw error
      })

    // The present hub accepts what it knows and nothing newer.
    expect(await at(factBook, batchOf(facts.slice(0, 1), last.hash))).toMatchObject({ applied: last.applied + 1 })
    const before = await rowsOf(db, 'credential')
    const next = batchOf(facts.slice(1), hashOf(last.hash, facts.slice(0, 1)))
    expect(await at(factBook, next)).toMatchObject({ code: 'newer', v: newest + 1, newest })
    expect(await rowsOf(db, 'credential')).toEqual(before)

    // After the upgrade the same batch is accepted, and a centre of the present release still works.
    const columns = "ADD COLUMN level text NOT NULL DEFAULT '?', ADD COLUMN office text NOT NULL DEFAULT ''"
    await db.own(client => client.query(`ALTER TABLE pusat.credential ${columns}`))
    expect(await at(book, next)).toMatchObject({ applied: last.applied + 3 })
    const again = fact(last.applied + 4, 'next 0', newest, { ...body, number: 'baru' })
    const behind = hashOf(next.previous, facts.slice(1))
    expect(await at(book, batchOf([again], behind))).toMatchObject({ applied: last.applied + 4 })
    const rows = (await rowsOf(db, 'credential')).filter(row => String(row.key).startsWith('next '))
    expect(rows.map(row => [row.key, row.number, row.level, row.office]).toSorted()).toEqual([
      ['next 0', 'baru', '?', ''],
      ['next 1', sample.number, 'IV', ''],
      ['next 2', sample.number, 'V', 'LSP'],
    ])

    // After one more release a present centre is too old: it gets an error, and nothing is lost.
    const later = { ...book.credential, newest: newest + 3, forms: { ...book.credential?.forms, [newest + 3]: third } }
    const old = batchOf([fact(last.applied + 5, 'next 3', newest, body)], hashOf(behind, [again]))
    expect(await at({ ...book, credential: later as FactBook[string] }, old)).toMatchObject({
      code: 'older',
      v: newest,
    })
  })

  test('every version that a hub must read has its form and an upgrade from it', () => {
    for (const [topic, { newest, forms, lifts }] of Object.entries(factBook))
      for (let v = Math.max(1, newest - earlierVersions); v <= newest; v += 1) {
        expect(forms[v], `${topic} ${v}`).toBeDefined()
        if (v < newest) expect(lifts[v], `${topic} ${v}`).toBeDefined()
      }
  })
}

function fact(seq: number, key: string, v: number, content: object): TravellingFact {
  const body = JSON.stringify(content)
  return { seq, topic: 'credential', key, v, at: '2025-06-02T08:00:00', body, digest: digestOf(body) }
}

function hashOf(previous: string, facts: readonly TravellingFact[]): string {
  return facts.reduce((hash, one) => digestOf(sealedText(hash, one)), previous)
}

function batchOf(facts: TravellingFact[], previous = ''): Batch {
  return { epoch: 1, previous, now: new Date().toISOString(), complete: true, facts }
}
