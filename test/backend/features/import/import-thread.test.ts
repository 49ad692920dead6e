import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { brokenAuditRow } from '../../../../electron/backend/database/audit.ts'
import type { ReadDatabase } from '../../../../electron/backend/database/connection.ts'
import { ThreadWriter } from '../../../../electron/backend/database/thread-writer.ts'
import { checkImportFile } from '../../../../electron/backend/features/import/check-import-file.ts'
import { readTable } from '../../../../electron/backend/features/import/read-table.ts'
import { planFile } from '../../../../electron/backend/features/import/write-import.ts'
import { writeInPieces } from '../../../../electron/backend/features/import/write-in-pieces.ts'
import { Work } from '../../../../electron/backend/running-work.ts'
import type { ImportProgress } from '../../../../shared/features/import/contract.ts'
import { plainRequest } from '../../../../shared/features/import/plain-request.ts'
import type { PlainDate } from '../../../../shared/kernel/plain-date.ts'
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
const rows = () => fixture.backend.workspace.read.value<number>('SELECT count(*) FROM trainee')
const people = async () => (await fixture.client.trainee.list({ search: '', limit: 1, offset: 0 })).total
const firstNik = '3671050101700001'

/** Everything that shows people or imports, and could show a half-imported list. */
async function everybodySees(): Promise<object> {
  const { client } = fixture
  const listed = (search: string) => client.trainee.list({ search, limit: 50, offset: 0 })
  return {
    lists: await Promise.all(['', 'peserta', '367105', firstNik, '0811'].map(listed)),
    states: await client.trainee.listCounts({ search: '' }),
    found: await Promise.all(['Peserta', firstNik.slice(0, 9), '0811'].map(text => client.home.search({ text }))),
    byNik: await client.trainee.byNik({ nik: firstNik, code: null }),
    doubles: [await client.duplicate.counts({}), await client.duplicate.list({ view: 'near', limit: 9, offset: 0 })],
    steps: await client.home.firstSteps({}),
    choices: await client.trainee.filterChoices({}),
    imports: [await client.import.list({ limit: 9 }), await client.import.senders({})],
  }
}
const request = () => plainRequest(file, randomUUID())

/** Waits until the import runs. A fixed wait would be too long on a fast machine, where the import would be over. */
async function isRunning(ticket: string): Promise<void> {
  await expect.poll(() => fixture.client.import.progress({ ticket }), { interval: 1 }).not.toBeNull()
}

describe('a long list is imported by a thread', () => {
  test('with the same result as on this thread, in one act that nobody sees half done', async () => {
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
      seen.add(await people())
      // Another desk works meanwhile.
      await fixture.client.home.search({ text: 'Peserta' })
      await new Promise(resolve => setImmediate(resolve))
    }
    const receipt = await running
    const other = await here.client.import.run({ ...request(), answers: [] })
    expect({ ...receipt, rows: receipt.rows.length }).toEqual({ ...other, rows: other.rows.length })
    expect([...seen].every(one => one === 0 || one === receipt.counts.created)).toBe(true)
    expect(await people()).toBe(receipt.counts.created)
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
    expect(await people()).toBe(count)
  })

  test('and nothing of it is left when cancelled or when the program ends', async () => {
    const input = request()
    const running = fixture.client.import.run({ ...input, answers: [] })
    const ended = rejectedAs(running, 'import_cancelled')
    await isRunning(input.ticket)
    await fixture.client.import.cancel({ ticket: input.ticket })
    await ended
    expect(await people()).toBe(0)
    const next = request()
    const another = rejectedAs(fixture.client.import.run({ ...next, answers: [] }), 'reading_stopped')
    await isRunning(next.ticket)
    await fixture.reopen()
    await another
    expect(await people()).toBe(0)
    expect(await fixture.client.import.list({ limit: 10 })).toEqual([])
    await fixture.client.trainee.save({ id: null, trainee: samplePerson(0) })
  })

  test('in parts, between which others work, and a power cut undoes all of it', async () => {
    const { client, backend } = fixture
    const { workspace } = backend
    const [first] = await client.trainee.importRows({ fileName: 'x', rows: [samplePerson(0)] }).then(({ all }) => all)
    const before = await everybodySees()
    const work = new Work<ImportProgress>({ done: 0, total: null }, { code: 'import_cancelled' })
    const read = <T>(ask: (scope: { db: ReadDatabase }) => T) => ask({ db: workspace.read })
    const judged = await checkImportFile(
      { ...request(), repairs: [] },
      '2024-12-10' as PlainDate,
      read,
      work,
      readTable,
    )
    const signature = {
      at: '2024-12-10T08:00:00',
      operator: 'Wulan',
      desk: 'Loket 1',
      operation: 'import.run',
      area: 'trainee',
    }
    const writer = new ThreadWriter(workspace.read.value('SELECT file FROM pragma_database_list'), {
      ...signature,
      sealSecret: workspace.dataFolder.sealSecret,
    })
    let pieces = 0
    const writing = writeInPieces({
      ...signature,
      request: request(),
      file: judged,
      plan: planFile(judged, []).plan,
      onPiece: () => undefined,
      onIn: () => undefined,
      async write(piece) {
        pieces += 1
        if (pieces <= 2) return writer.transaction(piece)
        expect(rows()).toBeGreaterThan(1)
        expect(await everybodySees()).toEqual(before)
        throw new Error('cut')
      },
    })
    await expect(writing).rejects.toThrow('cut')
    writer.close()
    await rejectedAs(client.trainee.save({ id: null, trainee: { ...samplePerson(1), nik: firstNik } }), 'nik_coming_in')
    const { id } = await client.trainee.save({ id: null, trainee: samplePerson(1) })
    expect(id).toBeGreaterThan(Number(first) + count)
    await fixture.reopen()
    expect(rows()).toBe(2)
    expect(
      fixture.backend.workspace.read.value('SELECT (SELECT count(*) FROM import_row) + count(*) FROM import'),
    ).toBe(0)
    await fixture.backend.workspace.checkOnThread()
    expect(fixture.backend.workspace.changedOutside).toEqual([])
    await fixture.client.trainee.save({ id: null, trainee: { ...samplePerson(2), nik: firstNik } })
  })

  test('the answering thread is never blocked', async () => {
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
    const [there, imports] = [rows(), (await fixture.client.import.list({ limit: 10 })).length]
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
