import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { brokenAuditRow } from '../../../../electron/backend/database/audit.ts'
import { plainRequest } from '../../../../shared/features/import/plain-request.ts'
import { samplePerson, setUp } from '../../cohort-steps.ts'
import { type Fixture, openFixture, rejectedAs } from '../../fixture.ts'
import { longestSlice } from '../../longest-slice.ts'
import { manyPeople } from '../../many-people.ts'
import { startProgram } from '../../programs/program.ts'

let fixture: Fixture
beforeEach(async () => {
  fixture = openFixture({ alone: false })
  await setUp(fixture)
})
afterEach(() => fixture.remove())

const count = 600
const file = await manyPeople(count)
const people = () => fixture.backend.workspace.read.value<number>('SELECT count(*) FROM trainee')
const request = () => plainRequest(file, randomUUID())

/** A fixed wait would be too long on a quick machine: the import would be over. */
async function isRunning(ticket: string): Promise<void> {
  await expect.poll(() => fixture.client.import.progress({ ticket }), { interval: 1 }).not.toBeNull()
}

describe('a long list is taken in by a thread', () => {
  test('as it would be by this one, in one act that nobody sees half of', async () => {
    expect(file.size).toBeGreaterThan(20_000)
    const here = openFixture()
    await setUp(here)
    const [beside, alone] = [await fixture.client.import.read(request()), await here.client.import.read(request())]
    expect(beside).toEqual(alone)
    expect(beside.summary.create).toBe(count)
    const seen = new Set<number>()
    const running = fixture.client.import.run({ ...request(), answers: [] })
    let done = false
    void running.finally(() => {
      done = true
    })
    while (!done) {
      seen.add(people())
      // Another desk works on meanwhile.
      await fixture.client.home.search({ text: 'Peserta' })
      await new Promise(resolve => setImmediate(resolve))
    }
    const receipt = await running
    const other = await here.client.import.run({ ...request(), answers: [] })
    expect({ ...receipt, rows: receipt.rows.length }).toEqual({ ...other, rows: other.rows.length })
    expect([...seen].every(one => one === 0 || one === receipt.counts.created)).toBe(true)
    expect(people()).toBe(receipt.counts.created)
    const ofImport = (of: Fixture) =>
      of
        .audit()
        .filter(row => row.operation === 'import.run')
        .map(({ operator, entity, entity_id, after }) => ({ operator, entity, entity_id, after }))
    expect(ofImport(fixture)).toEqual(ofImport(here))
    expect(brokenAuditRow(fixture.backend.workspace.read)).toBeNull()
    await here.remove()
  })

  test('while others write, each after the other', async () => {
    const running = fixture.client.import.run({ ...request(), answers: [] })
    const saved = Array.from({ length: 20 }, async (_, index) => {
      await new Promise(resolve => setTimeout(resolve, index * 60))
      const room = { name: `R. ${index}`, capacity: 9, note: '', trades: [], active: true }
      return fixture.client.program.saveRoom({ id: null, room })
    })
    await Promise.all([running, ...saved])
    expect(brokenAuditRow(fixture.backend.workspace.read)).toBeNull()
    expect(people()).toBe(count)
  })

  test('and nothing of it is there once it was called off or the program ended', async () => {
    const asked = request()
    const running = fixture.client.import.run({ ...asked, answers: [] })
    const ended = rejectedAs(running, 'import_cancelled')
    await isRunning(asked.ticket)
    await fixture.client.import.cancel({ ticket: asked.ticket })
    await ended
    expect(people()).toBe(0)
    const next = request()
    const another = rejectedAs(fixture.client.import.run({ ...next, answers: [] }), 'reading_stopped')
    await isRunning(next.ticket)
    await fixture.reopen()
    await another
    expect(people()).toBe(0)
    expect(await fixture.client.import.list({ limit: 10 })).toEqual([])
    await fixture.client.trainee.save({ id: null, trainee: samplePerson(0) })
  })

  test('the answering thread is never held', async () => {
    const read = await longestSlice(() => fixture.client.import.read(request()))
    const run = await longestSlice(() => fixture.client.import.run({ ...request(), answers: [] }))
    expect(Math.max(read, run)).toBeLessThan(100)
  })
})

test('a power cut while a list is written leaves all of it or nothing', async () => {
  await fixture.backend.close()
  let whole = 0
  for (const wait of [0, 80]) {
    const program = startProgram('import-until-killed.ts', fixture.folder)
    program.say('open')
    expect(await program.line()).toBe('writing')
    await new Promise(resolve => setTimeout(resolve, wait))
    await program.kill()
    await fixture.reopen()
    const [there, imports] = [people(), (await fixture.client.import.list({ limit: 10 })).length]
    expect([0, 900 * imports]).toContain(there)
    whole += imports
    expect(fixture.backend.workspace.read.value('PRAGMA quick_check')).toBe('ok')
    for (const { id, takenBack } of await fixture.client.import.list({ limit: 10 }))
      if (!takenBack) await fixture.client.import.undo({ id })
    await fixture.backend.close()
    if (whole > 0) break
  }
  await fixture.reopen()
})
