import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { personSections } from '../../../electron/backend/features/rights/read-person-sections.ts'
import { LongLivedThread } from '../../../electron/backend/long-lived-thread.ts'
import { contract } from '../../../shared/contract.ts'
import { longTitles } from '../../../shared/features/session/long-titles.ts'
import type { PlainDate } from '../../../shared/kernel/plain-date.ts'
import { addInstructor, addTrainees, decidedCohort, issueAll, setUp } from '../../backend/cohort-steps.ts'
import { newer, publisher, putRelease, UpdatingHost } from '../../backend/features/update/releases.ts'
import { type Fixture, openFixture } from '../../backend/fixture.ts'
import { asFile, paragraph, wordFile } from '../../backend/office/office-files.ts'
import { endOf, stopping } from '../../backend/stopping.ts'

const day = '2024-12-20'
const kind = 'certificate' as const
const stopped = { code: 'reading_stopped' }

let fixture: Fixture
let code: string
let place: string
let host: UpdatingHost
/** The tasks of `longTitles` that were stopped. */
const tried = new Set<string>()
beforeAll(async () => {
  const stick = mkdtempSync(join(tmpdir(), 'balai-usb-'))
  host = new UpdatingHost(stick)
  fixture = openFixture({ alone: false, host, releaseKeys: [publisher.public] })
  await setUp(fixture)
  const instructorId = await addInstructor(fixture, 'Rina Marliana, S.Pd.', {})
  const traineeIds = await addTrainees(fixture, 16)
  code = await decidedCohort(fixture, { start: '2024-12-02', instructorId, traineeIds }, { heldOn: day })
  place = join(fixture.folder, '..', 'stick')
  mkdirSync(place)
})
afterAll(async () => {
  await fixture.remove()
  rmSync(host.stick, { recursive: true, force: true })
})

test('the page names each task that takes a ticket', () => {
  const own = new Set(['trainee.exportList'])
  const takes = Object.entries(contract).flatMap(([feature, operations]) =>
    Object.entries(operations).flatMap(([name, { '~orpc': definition }]) => {
      const { shape = {} } = definition.inputSchema as { shape?: Record<string, { safeParse(value: unknown): object }> }
      const free = shape.ticket && 'data' in shape.ticket.safeParse(undefined)
      return free && !own.has(`${feature}.${name}`) ? [`${feature}.${name}`] : []
    }),
  )
  expect(takes.sort()).toEqual(Object.keys(longTitles).sort())
})

test('a stopped issue gives no number and leaves no paper; then all are issued from the first number on', async () => {
  const papers = () => (existsSync(join(fixture.folder, 'papers')) ? readdirSync(join(fixture.folder, 'papers')) : [])
  const kept = papers()
  tried.add('certificate.issue')
  const { candidates, officerId } = await fixture.client.certificate.prepare({
    code,
    kind,
    issuedOn: day,
    officerId: null,
  })
  if (officerId === null) throw new Error('nobody signs')
  const enrolmentIds = candidates.map(one => one.enrolmentId)
  const issue = { code, kind, issuedOn: day, officerId, enrolmentIds } as const
  expect(await stopping(fixture, ticket => fixture.client.certificate.issue({ ...issue, ticket }))).toEqual(stopped)
  expect(papers()).toEqual(kept)
  expect(await issueAll(fixture, code, day)).toEqual(candidates.map(one => one.number))
})

test('what makes a file is stopped without a trace, and made after that', async () => {
  const { client } = fixture
  const period = { from: '2024-01-01', to: '2024-12-31' } as const
  const report = { period, fundingSource: null, size: null } as const
  const choice = {
    measure: 'graduates',
    rows: 'district',
    columns: 'trade',
    period,
    filters: {},
    cell: 'count',
  } as const
  // The name in the margin makes a file of each person.
  const file = asFile('surat.docx', wordFile({ body: paragraph('{kode_kelas}'), header: '{nama}' }))
  const { key } = await client.officeForm.add({ title: 'Surat', subject: 'PERSON', file })
  const makes: Record<string, (ticket: string) => Promise<unknown>> = {
    'book.cohortFiles': ticket => client.book.cohortFiles({ code, kind, merged: true, ticket }),
    'certificate.cohortFile': ticket => client.certificate.cohortFile({ code, kind, size: null, ticket }),
    'competence.export': ticket => client.competence.export({ code: null, ticket }),
    'history.breachPeople': ticket =>
      client.history.breachPeople({
        operator: null,
        desk: null,
        from: '2024-01-01',
        until: '2024-12-31',
        knownAt: '2024-12-20T08:00',
        ticket,
      }),
    'history.export': ticket => client.history.export({ ticket }),
    'officeForm.make': ticket => client.officeForm.make({ key, code, ticket }),
    'report.file': ticket => client.report.file({ ...report, key: 'rekap-pelatihan', format: 'pdf', ticket }),
    'report.fileNames': ticket => client.report.fileNames({ ...report, key: 'data-peserta', format: 'xlsx', ticket }),
    'report.fileFullNik': ticket =>
      client.report.fileFullNik({ ...report, key: 'data-peserta', format: 'pdf', ticket }),
    'report.ownFile': ticket => client.report.ownFile({ name: 'Lulus', choice, format: 'xlsx', ticket }),
    'report.ownGuardedFile': ticket =>
      client.report.ownGuardedFile({ name: 'Desil', choice: { ...choice, rows: 'decile' }, format: 'xlsx', ticket }),
    'teaching.exportReport': ticket =>
      client.teaching.exportReport({ from: '2024-01-01', until: '2024-12-31', code: null, ticket }),
  }
  for (const [operation, make] of Object.entries(makes)) {
    tried.add(operation)
    expect(await stopping(fixture, make), operation).toEqual(stopped)
    expect(await endOf(make(randomUUID())), operation).toBeNull()
  }
})

test('what is held about a person is read beside the work of others too', async () => {
  const { client, backend } = fixture
  const [person] = (await client.trainee.list({ search: '', limit: 1, offset: 0 })).rows
  if (!person) throw new Error('nobody is there')
  const file = await client.rights.exportPerson({ id: person.id, format: 'json' })
  const titles = Object.keys(JSON.parse(await file.text()))
  const held = personSections(backend.workspace.read, person.id).map(section => section.title)
  expect(titles).toEqual(expect.arrayContaining(held))
  expect(held).toContain('Riwayat penggunaan data')
})

test('a list of several years is read by a thread, and is the same as that of its year', async () => {
  const asked = { key: 'data-peserta', fundingSource: null, format: 'csv', size: null } as const
  const list = async (from: PlainDate, to: PlainDate) =>
    (await fixture.client.report.fileNames({ ...asked, period: { from, to } })).file.text()
  const [years, year] = [await list('2020-01-01', '2024-12-31'), await list('2024-01-01', '2024-12-31')]
  expect(years).toBe(year)
  expect(years.split('\r\n').length).toBeGreaterThan(16)
  const acts = fixture.audit().filter(row => row.operation === 'report.fileNames' && row.entity === 'report')
  expect(acts.slice(-2).map(row => JSON.parse(row.after ?? '').people)).toEqual([16, 16])
})

test('a stopped backup leaves no half bundle, a stopped proof no folder', async () => {
  const { backup } = fixture.client
  await backup.make({ to: place })
  await backup.addPlace({ path: place, name: 'CADANGAN A' })
  const whole = readdirSync(place).length
  expect(await stopping(fixture, ticket => backup.run({ ticket }))).toEqual(stopped)
  expect(readdirSync(place).filter(name => name.endsWith('.tmp'))).toEqual([])
  expect(readdirSync(place).length).toBe(whole)
  expect(await stopping(fixture, ticket => backup.test({ ticket }))).toEqual(stopped)
  expect(readdirSync(fixture.folder).filter(name => name.startsWith('uji-pulih-'))).toEqual([])
  expect((await backup.run({})).written).toEqual(['CADANGAN A'])
  expect(await backup.test({})).toMatchObject({ ok: true })
  for (const operation of ['backup.run', 'backup.test']) tried.add(operation)
})

test('a stopped search for an update, or choice of one, keeps no file of it', async () => {
  const { update } = fixture.client
  const installer = putRelease(host.stick, { bytes: Buffer.alloc(30_000_000, 7) })
  host.chosen = installer
  for (const operation of ['search', 'choose'] as const) {
    tried.add(`update.${operation}`)
    expect(await stopping(fixture, ticket => update[operation]({ ticket })), operation).toEqual(stopped)
    expect(readdirSync(fixture.folder).filter(name => name.startsWith('pembaruan'))).toEqual([])
    expect((await update.status({})).prepared).toBeNull()
  }
  expect((await update.choose({}))?.version).toBe(newer)
})

test('every task with a ticket of this kind was stopped above', () => {
  expect([...tried].sort()).toEqual(Object.keys(longTitles).sort())
})

test('a call that waits behind stopped work gets its answer from a new thread', async () => {
  const thread = new LongLivedThread<number, number>(new URL('../../backend/programs/slow-thread.ts', import.meta.url))
  const stop = new AbortController()
  const first = thread.ask(-1, stop.signal)
  const second = thread.ask(2)
  const third = endOf(thread.ask(3, AbortSignal.abort()))
  const ended = endOf(first)
  stop.abort()
  expect(await ended).toEqual(stopped)
  expect(await second).toBe(4)
  expect(await third).toEqual(stopped)
})
