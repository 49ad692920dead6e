import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { digestOf } from '../../../../electron/backend/features/hub/outbox-store.ts'
import { allParts, parts } from '../../../../electron/backend/features/hub/part-store.ts'
import { provincePseudonymiser } from '../../../../electron/backend/features/hub/province-key.ts'
import { silentHost } from '../../../../electron/cli/with-backend.ts'
import type { TravellingFact } from '../../../../shared/features/hub/batch.ts'
import { sealedText } from '../../../../shared/features/hub/chain.ts'
import { formOf, newestVersion, topics } from '../../../../shared/features/hub/fact.ts'
import { addActivity, issuedPapers, setUp } from '../../cohort-steps.ts'
import { type Fixture, openFixture, rejectedAs } from '../../fixture.ts'
import { aYearOfWork, secrets } from '../../hub-steps.ts'

const fingerprint = 'f'.repeat(64)

let fixture: Fixture
beforeEach(async () => {
  // A simulated hub that accepts everything; the real one is tested in test/hub.
  const body = { centreId: '00000000-0000-4000-8000-000000000001', key: 'k'.repeat(43), hub: 'Pusat Contoh' }
  fixture = openFixture({ host: { ...silentHost, hubLine: async () => ({ status: 200, fingerprint, body }) } })
  await setUp(fixture)
})
afterEach(() => fixture.remove())

const join = () => fixture.client.hub.join({ address: 'https://pusat.example:7443', fingerprint, code: 'ABCD' })
const facts = () =>
  fixture.backend.workspace.read.all<TravellingFact & { hash: string }>('SELECT * FROM outbox ORDER BY epoch, seq')

/** The latest fact for each key. */
function latestFacts(): Map<string, string> {
  const last = new Map(facts().map(({ topic, key, body }) => [`${topic} ${key}`, body ?? '']))
  for (const [place, body] of last) if (body === 'null') last.delete(place)
  return last
}

/** The facts computed again from the rows of the centre. */
function currentFacts(): Map<string, string> {
  const { read, keys } = fixture.backend.workspace
  const due = read.all<{ part: string; owner: number }>(allParts)
  return new Map(
    due.flatMap(({ part, owner }) =>
      (parts[part]?.(read, owner, provincePseudonymiser(keys)) ?? []).map(
        fact => [`${fact.topic} ${fact.key}`, JSON.stringify(fact.body)] as const,
      ),
    ),
  )
}

test('every change is queued by its command, in forms without room for personal data', async () => {
  const { client } = fixture
  await client.hub.makeProvinceKey({})
  await join()
  // The outbox is empty at first, so everything that follows comes from the commands themselves.
  await client.hub.send({}).catch(() => undefined)
  const { code, ids, numbers } = await aYearOfWork(fixture)
  // This year has no modal kerja, and nobody was told about an applicant.
  const silent = ['aid', 'noticeAnswer']
  expect(new Set(facts().map(fact => fact.topic))).toEqual(new Set(topics.filter(topic => !silent.includes(topic))))
  expect(latestFacts()).toEqual(currentFacts())

  const db = fixture.backend.workspace.read
  const people = db.all<Record<'nik' | 'name' | 'birthDate' | 'address' | 'phone', string>>(
    'SELECT nik, name, birth_date AS birthDate, address, phone FROM trainee',
  )
  const never = [
    ...Object.values(secrets),
    'Salon Rahasia',
    'Bahan praktik',
    'Rina Marliana',
    ...people.flatMap(({ nik, birthDate, address, phone }) => [nik, birthDate, address, phone]),
  ].filter(text => text !== '')
  for (const { topic, v, body, key } of facts().filter(fact => fact.body !== 'null')) {
    expect(formOf(topic, v)?.safeParse(JSON.parse(body ?? '')).error, `${topic} ${key} ${body}`).toBeUndefined()
    const words = `${key} ${body}`
    expect(never.filter(text => words.includes(text))).toEqual([])
    // Only a certificate carries a name.
    if (topic === 'certificate') continue
    expect(people.filter(({ name }) => words.toUpperCase().includes(name.toUpperCase()))).toEqual([])
  }

  // Checks the hash chain.
  let previous = ''
  for (const [index, fact] of facts().entries()) {
    expect(fact.seq).toBe(index + 1)
    expect(fact.digest).toBe(digestOf(fact.body ?? ''))
    expect(fact.hash).toBe(digestOf(sealedText(previous, fact)))
    previous = fact.hash
  }

  // A revocation, a corrected name and a removed trainee are queued too.
  const before = facts().length
  const papers = await issuedPapers(client)
  const paper = papers.find(row => row.number === numbers[0])
  if (!paper || ids[0] === undefined) throw new Error('no paper')
  await client.book.revoke({ id: paper.id, revokedOn: '2025-04-15', reason: 'Nama salah eja pada kertas' })
  expect(
    facts()
      .slice(before)
      .map(fact => fact.topic)
      .toSorted(),
  ).toEqual(['certificate', 'enrolment'])
  expect(latestFacts()).toEqual(currentFacts())

  // An anonymised person leaves no name and no NIK code; the chain holds for the rest.
  const [erased] = people
  fixture.setToday('2035-05-09')
  await client.rights.anonymise({ ids: [ids[0]], reason: null })
  expect(latestFacts()).toEqual(currentFacts())
  expect(
    facts().filter(
      ({ body }) => body?.includes(erased?.name.toUpperCase() ?? '?') || body?.includes(erased?.name ?? '?'),
    ),
  ).toEqual([])
  const enrolment = facts().findLast(
    fact => fact.topic === 'enrolment' && JSON.parse(fact.body ?? '').trainee === ids[0],
  )
  expect(JSON.parse(enrolment?.body ?? '')).toMatchObject({ class: code, person: '', keyId: '' })
})

test('nothing is queued before a hub is joined, and a failing command queues nothing', async () => {
  const { client } = fixture
  await addActivity(fixture)
  expect(fixture.backend.workspace.read.value('SELECT count(*) FROM travel_due')).toBe(0)
  await join()
  const before = facts().length
  await expect(addActivity(fixture)).rejects.toThrow()
  expect(facts().length).toBe(before)
  await addActivity(fixture, { number: 2 })
  expect(facts().length).toBe(before + 1)
  await rejectedAs(join(), 'hub_joined_already')
  await client.hub.leave({})
  expect(facts()).toEqual([])
})

test('docs/hub.md names every sent field, and no other', () => {
  const table = readFileSync(new URL('../../../../docs/hub.md', import.meta.url), 'utf8')
  for (const topic of topics) {
    const row = table.split('\n').find(line => line.startsWith(`| \`${topic}\` |`))
    const named = row
      ?.split('|')[2]
      ?.split(',')
      .map(name => name.trim())
    expect(named, topic).toEqual(Object.keys(formOf(topic, newestVersion[topic])?.shape ?? {}))
  }
})
