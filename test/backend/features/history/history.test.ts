import readXlsx from 'read-excel-file/node'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { BackendClient } from '../../../../electron/backend/create-backend.ts'
import { listCohorts } from '../../../../electron/backend/features/cohort/cohort-list-store.ts'
import { sightingsOf } from '../../../../electron/backend/features/history/sighting-store.ts'
import type { TraineeId } from '../../../../shared/ids.ts'
import { readPdf } from '../../../papers/read-pdf.ts'
import { addTrainees, createSampleCohort, samplePerson, setUp } from '../../cohort-steps.ts'
import { type Fixture, openFixture, rejectedAs } from '../../fixture.ts'
import { signedIn } from '../../sign-in-steps.ts'

let fixture: Fixture
let clerk: BackendClient
let manager: BackendClient
let admin: BackendClient
let inspector: BackendClient
let ids: TraineeId[]
let code: string

beforeAll(async () => {
  fixture = openFixture()
  await setUp(fixture)
  ids = await addTrainees(fixture, 3, 40)
  code = await createSampleCohort(fixture, { traineeIds: await addTrainees(fixture, 4) })
  clerk = await signedIn(fixture, 'Dimas Prakoso', ['desk'])
  manager = await signedIn(fixture, 'Sari Oktaviani', ['training'])
  admin = await signedIn(fixture, 'Nita Kurnia', ['admin'])
  inspector = await signedIn(fixture, 'Anton Wibowo', ['inspector'])
})
afterAll(() => fixture.remove())

const rows = () => fixture.audit()
const seen = (id: TraineeId) => sightingsOf(fixture.backend.workspace.read, id)
test('opening a person is recorded after the answer, once for a page that refreshes itself', async () => {
  const [id] = ids as [TraineeId]
  const before = rows().length
  await manager.trainee.get({ id })
  expect(rows(), 'the query itself writes nothing').toHaveLength(before)
  await manager.trainee.get({ id })
  await new Promise(resolve => setImmediate(resolve))
  const added = rows().slice(before)
  expect(added.filter(row => row.operation === 'trainee.get')).toMatchObject([
    { operator: 'Sari Oktaviani', entity: 'trainee_view', entity_id: String(id), after: '{"people":1}' },
  ])
})

test('recording a view refreshes no pages, a change does', async () => {
  const [, id] = ids as [TraineeId, TraineeId]
  const { read } = fixture.backend.workspace
  const remembered = listCohorts(read)
  const before = rows().length
  await manager.trainee.get({ id })
  await expect.poll(() => rows().length).toBe(before + 1)
  expect(listCohorts(read)).toBe(remembered)
  await manager.trainee.save({ id, trainee: samplePerson(41, { address: 'Jl. Kenanga No. 3' }) })
  expect(listCohorts(read), 'no word of the list is about where people live').toBe(remembered)
  const room = { name: 'Ruang lain', capacity: 20, note: '', trades: [], active: true }
  await manager.program.saveRoom({ id: null, room })
  expect(listCohorts(read)).not.toBe(remembered)
})

test('papers and exports record whose data they held, and a person can ask who saw it', async () => {
  const member = fixture.backend.workspace.read.value<TraineeId>('SELECT min(trainee_id) FROM enrolment')
  await manager.paper.make({ code, key: 'attendance-15', size: null, day: null, from: null, traineeId: null })
  await manager.paper.make({ code, key: 'schedule', size: null, day: null, from: null, traineeId: null })
  const file = await manager.trainee.exportList({
    search: '',
    columns: ['name', 'phone'],
    fullNik: false,
    ticket: null,
  })
  expect(file.size).toBeGreaterThan(1000)
  const sightings = seen(member)
  expect(sightings.map(({ operator, operation }) => `${operator} ${operation}`)).toEqual([
    'Sari Oktaviani trainee.exportList',
    'Sari Oktaviani paper.make',
  ])
  const paper = await manager.history.seenByPaper({ id: member })
  expect(paper.name).toBe(`pembuka-data-peserta-${member}.pdf`)
  const copy = JSON.parse(await (await manager.rights.exportPerson({ id: member, format: 'json' })).text())
  const used: { Tindakan: string }[] = copy['Riwayat penggunaan data']
  expect(used.map(row => row.Tindakan)).toContain('Membuat surat')
})

test('lists of a report record whose data they held, for each file, and their name', async () => {
  const member = fixture.backend.workspace.read.value<TraineeId>('SELECT min(trainee_id) FROM enrolment')
  const people = fixture.backend.workspace.read.value<number>('SELECT count(DISTINCT trainee_id) FROM enrolment')
  const period = { from: '2024-01-01', to: '2025-12-31' } as const
  const list = { key: 'data-peserta', period, fundingSource: null } as const
  const before = seen(member).length
  await manager.report.getNames(list)
  const pages = { measure: 'participants', period, filters: {}, limit: 50, offset: 0 } as const
  await manager.report.behind(pages)
  await manager.report.file({ ...list, key: 'rekap-pelatihan', format: 'csv', size: null })
  for (const format of ['csv', 'csv', 'xlsx'] as const) await manager.report.fileNames({ ...list, format, size: null })
  await manager.report.fileFullNik({ ...list, format: 'csv', size: null })
  await manager.report.fileNames({ ...list, key: 'data-kelas', format: 'csv', size: null })
  const sightings = seen(member).map(one => one.operation.slice('report.'.length))
  const added = ['fileFullNik', 'fileNames', 'fileNames', 'fileNames', 'behind', 'getNames']
  expect(sightings.slice(0, -before)).toEqual(added)
  const acts = (await manager.history.acts({ limit: 7 })).map(({ object, seen }) => [object, seen])
  const named = ['Data Peserta, Tahun 2024 s.d. 2025', people]
  expect(acts).toEqual([
    ['Data Angkatan, Tahun 2024 s.d. 2025', null],
    ...Array.from({ length: 4 }, () => named),
    ['Peserta, Tahun 2024 s.d. 2025', people],
    named,
  ])
})

test('one row is one act, with old and new values for those who may see them', async () => {
  const [id] = ids as [TraineeId]
  await clerk.access.status({})
  const dimas = await signedIn(fixture, 'Dimas Kedua', ['desk'])
  await dimas.trainee.save({ id, trainee: samplePerson(40, { address: 'Jl. Melati Raya Gg. 2 No. 14' }) })
  const [act] = await manager.history.acts({ limit: 1 })
  expect(act).toMatchObject({ operation: 'trainee.save', operator: 'Dimas Kedua', path: `/peserta/${id}`, fields: 1 })
  const detail = await manager.history.act({ id: act?.id ?? 0 })
  expect(detail.records[0]?.fields).toEqual([
    { label: 'Alamat', before: samplePerson(40).address, after: 'Jl. Melati Raya Gg. 2 No. 14' },
  ])
  expect(detail.follows).toBe((act?.id ?? 0) - 1)
  const issued = await manager.history.acts({ limit: 200, text: code })
  expect(issued.map(one => one.operation)).toContain('cohort.create')
  const about = await manager.history.acts({ limit: 200, traineeId: id })
  expect(about.map(one => one.operation)).toEqual(expect.arrayContaining(['trainee.save', 'trainee.get']))
  const imported = await manager.history.acts({ limit: 200, chip: 'certificate' })
  expect(imported).toEqual([])
})

test('the role decides what is shown: own acts, acts without values, or without names', async () => {
  const [id] = ids as [TraineeId]
  const own = await signedIn(fixture, 'Dimas Ketiga', ['desk'])
  expect((await own.history.acts({ limit: 200 })).every(act => act.operator === 'Dimas Ketiga')).toBe(true)
  expect(
    (await own.history.acts({ limit: 200, operator: 'Sari Oktaviani' })).every(act => act.operator === 'Dimas Ketiga'),
  ).toBe(true)
  const [change] = await manager.history.acts({ limit: 1, operator: 'Dimas Kedua', chip: 'trainee' })
  const act = change?.id ?? 0
  await rejectedAs(own.history.act({ id: act }), 'not_found')
  const name = samplePerson(40).name
  for (const client of [admin, inspector]) {
    const all = await client.history.acts({ limit: 200 })
    expect(all.some(one => one.id === act)).toBe(true)
    expect(JSON.stringify(all)).not.toContain(name)
    expect(JSON.stringify(await client.history.act({ id: act }))).not.toContain('Melati')
    expect(await client.history.acts({ limit: 200, text: name })).toEqual(all)
    expect(await client.history.acts({ limit: 200, traineeId: id })).toEqual(all)
    await rejectedAs(client.rights.freeze({ id, requestedOn: '2024-12-10', reason: 'Diminta orangnya' }), 'not_allowed')
  }
})

test('pages continue where the last one ended, and counts follow the filter', async () => {
  const all = await manager.history.acts({ limit: 200 })
  const first = await manager.history.acts({ limit: 2 })
  const end = first.at(-1)
  const next = await manager.history.acts({ limit: 3, before: end ? { at: end.at, id: end.id } : null })
  expect([...first, ...next].map(act => act.id)).toEqual(all.slice(0, 5).map(act => act.id))
  const counts = await manager.history.counts({})
  expect(counts.all).toBe(all.length)
  expect(counts.trainee).toBe((await manager.history.acts({ limit: 200, chip: 'trainee' })).length)
  expect((await manager.history.counts({ from: '2030-01-01' })).all).toBe(0)
})

test('the chain is checked, and acts are exported as a workbook', async () => {
  const { rows: count, broken } = await manager.history.check({})
  expect(broken).toBeNull()
  expect(count).toBe(rows().length)
  const file = await manager.history.export({ chip: 'trainee' })
  const sheet = await readXlsx(Buffer.from(await file.arrayBuffer()))
  expect(JSON.stringify(sheet)).toContain('Dimas Kedua')
})

test('after a breach: which data, of how many people, since when, until when it must be reported, and to whom', async () => {
  const question = {
    operator: 'Sari Oktaviani',
    desk: null,
    from: '2024-12-01' as const,
    until: '2024-12-31' as const,
    knownAt: '2024-12-10T14:30',
  }
  const breach = await manager.history.breach(question)
  const people = fixture.backend.workspace.read.value<number>('SELECT count(*) FROM trainee')
  expect(breach).toMatchObject({ people, deadline: '2024-12-13T14:30', first: '2024-12-10T08:00:00' })
  expect(breach.kinds.find(kind => kind.operation === 'trainee.exportList')?.columns).toEqual(['Nama', 'No HP'])
  const noticeText = async () => {
    const notice = await manager.history.breachNotice(question)
    const { pages } = await readPdf(new Uint8Array(await notice.arrayBuffer()))
    return pages.map(({ text }) => text.replace(/\s+/g, ' ')).join(' ')
  }
  const { rules } = await fixture.client.centre.get({})
  const named = { dataOfficer: 'Ratna Dewi, S.H.', dataOfficerContact: 'pdp@balai.example' }
  await fixture.client.centre.updateRules({ ...rules, ...named })
  const notice = await noticeText()
  // Once in the text for the people, once in that for the authority.
  expect(notice.split('Ratna Dewi, S.H., pdp@balai.example')).toHaveLength(3)
  const list = await readXlsx(Buffer.from(await (await manager.history.breachPeople(question)).arrayBuffer()))
  expect(JSON.stringify(list)).toContain(samplePerson(40).name)
  await rejectedAs(admin.history.breach(question), 'not_allowed')
  await rejectedAs(
    manager.history.breachNotice({ ...question, from: '2020-01-01', until: '2020-01-02' }),
    'nothing_seen',
  )
})
