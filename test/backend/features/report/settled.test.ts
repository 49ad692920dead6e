import { strFromU8 } from 'fflate'
import { afterEach, expect, test } from 'vitest'
import { figureKeys } from '../../../../shared/features/report/official.ts'
import {
  addActivity,
  addInstructor,
  addTrainees,
  createSampleCohort,
  decidedCohort,
  setUp,
} from '../../cohort-steps.ts'
import { type Fixture, openFixture, rejectedAs } from '../../fixture.ts'
import { signedIn } from '../../sign-in-steps.ts'

const year = { from: '2025-01-01', to: '2025-12-31' } as const
const lastYear = { from: '2024-01-01', to: '2024-12-31' } as const

let fixture: Fixture
afterEach(() => fixture.remove())

/** Eight people of Tata Rias, from 16 December 2024 over New Year, decided on 14 January 2025. */
async function overNewYear(): Promise<string> {
  fixture = openFixture({ today: '2024-12-10' })
  await setUp(fixture)
  const instructorId = await addInstructor(fixture, 'Rina Marliana', {})
  const activityId = await addActivity(fixture, { budgetYear: 2024, budget: 10_000_000 })
  const code = await decidedCohort(
    fixture,
    { instructorId, traineeIds: await addTrainees(fixture, 8), activityId },
    { heldOn: '2025-01-14' },
  )
  return code
}

const get = (key: (typeof figureKeys)[number], period: typeof year | typeof lastYear) =>
  fixture.client.report.get({ key, period, fundingSource: null })
const totalOf = ({ tables }: Awaited<ReturnType<typeof get>>) =>
  tables[0]?.rows.find(row => row.kind === 'total')?.cells

test('a class over New Year counts once, in the year of its panel, and the report notes it', async () => {
  await overNewYear()
  expect(totalOf(await get('rekap-pelatihan', lastYear))).toMatchObject({ quota: 16, finished: 0, participants: 0 })
  const report = await get('rekap-pelatihan', year)
  expect(totalOf(report)).toMatchObject({ finished: 1, participants: 8, hours: 120 })
  expect(report.countedBy).toContain('tanggal sidang kelulusan')

  const setting = await fixture.client.report.setting({})
  await fixture.client.report.saveSetting({ setting: { ...setting, countedBy: 'start' } })
  expect(totalOf(await get('rekap-pelatihan', lastYear))).toMatchObject({ participants: 8 })
  expect(totalOf(await get('rekap-pelatihan', year))).toBeUndefined()
  expect((await get('rekap-pelatihan', year)).countedBy).toContain('hari pertamanya')
})

test('a year without data has every report, empty', async () => {
  fixture = openFixture({ today: '2024-12-10' })
  await setUp(fixture)
  for (const key of figureKeys) {
    const report = await get(key, year)
    expect(report.tables.length).toBeGreaterThan(0)
    for (const format of ['xlsx', 'pdf', 'csv'] as const)
      await fixture.client.report.file({ key, period: year, fundingSource: null, format, size: null })
  }
  const page = await fixture.client.report.year({ year: 2025 })
  expect(page).toMatchObject({ classes: 0, participants: 0, workingShare: null })
})

test('a trade has no percentage before its first panel', async () => {
  fixture = openFixture({ today: '2024-12-10' })
  await setUp(fixture)
  await createSampleCohort(fixture, { start: '2025-01-06', number: 1, traineeIds: await addTrainees(fixture, 4) })
  fixture.setToday('2025-02-03')
  const setting = await fixture.client.report.setting({})
  await fixture.client.report.saveSetting({ setting: { ...setting, passBase: 'decree' } })
  const { trades } = await fixture.client.report.year({ year: 2025 })
  expect(trades).toMatchObject([{ trade: 'TR', participants: 4, running: 4, share: null }])
})

test('a settled report stays unchanged, and later changes are named', async () => {
  const code = await overNewYear()
  fixture.setToday('2025-02-03')
  const january = { from: '2025-01-01', to: '2025-01-31' } as const
  const { officers } = await fixture.client.report.settleForm({ date: '2025-02-03' })
  const officerId = officers[0]?.id
  if (!officerId) throw new Error('nobody signs')
  const request = { key: 'rekap-pelatihan', period: january, fundingSource: null, officerId } as const
  await rejectedAs(
    fixture.client.report.settle({ ...request, period: year, number: '500/1', settledOn: '2025-02-03' }),
    'report_not_over',
  )
  await rejectedAs(
    fixture.client.report.settle({ ...request, number: '500/1', settledOn: '2025-03-03' }),
    'date_in_future',
  )
  const { id } = await fixture.client.report.settle({ ...request, number: '500/1', settledOn: '2025-02-03' })
  await rejectedAs(
    fixture.client.report.settle({ ...request, number: '500/1', settledOn: '2025-02-03' }),
    'report_number_taken',
  )
  expect((await fixture.client.report.differences({ id })).differences).toEqual([])
  const pdf = new Uint8Array(
    await ((await fixture.client.report.settledFile({ id, format: 'pdf' })).file as File).arrayBuffer(),
  )
  expect(strFromU8(pdf.slice(0, 5))).toBe('%PDF-')

  // The reminder of January is gone; the same month a year later would still be due.
  expect((await fixture.client.report.due({})).map(item => item.key)).not.toContain(
    'rekap-pelatihan 2025-01-01 2025-01-31',
  )

  fixture.setToday('2025-02-10')
  await fixture.client.graduation.reopen({ code, reason: 'Nilai satu orang keliru' })
  const { settled, report, differences } = await fixture.client.report.differences({ id })
  expect(settled).toMatchObject({ number: '500/1', settledOn: '2025-02-03' })
  expect(report.tables[0]?.rows.at(-1)?.cells).toMatchObject({ graduates: 8 })
  expect(differences).toContainEqual(expect.objectContaining({ column: 'Lulus', row: 'JUMLAH', before: 8, after: 0 }))
  await fixture.backend.close()
  const raw = fixture.rawDatabase()
  expect(() => raw.exec("UPDATE settled_report SET number = 'x'")).toThrow(/append_only/)
  expect(() => raw.exec('DELETE FROM settled_report')).toThrow(/append_only/)
  raw.close()
  await fixture.reopen()
})

test('anonymous and frozen people count in figures and have no name in lists', async () => {
  await overNewYear()
  const before = await get('rekap-pelatihan', year)
  const [first, second] = (await fixture.client.trainee.list({ search: '', limit: 8, offset: 0 })).rows
  if (!first || !second) throw new Error('nobody is there')
  await fixture.client.rights.freeze({ id: first.id, requestedOn: '2025-01-14', reason: 'Permintaan sendiri' })
  expect((await get('rekap-pelatihan', year)).tables).toEqual(before.tables)
  const behind = await fixture.client.report.behind({
    measure: 'participants',
    period: year,
    filters: {},
    limit: 50,
    offset: 0,
  })
  expect(behind).toMatchObject({ count: 7, hidden: 1 })
  expect(behind.rows.map(row => row.name)).not.toContain(first.name)
  const list = await fixture.client.report.getNames({ key: 'data-peserta', period: year, fundingSource: null })
  const names = list.tables[0]?.rows.map(row => row.cells.nama)
  expect(names).toHaveLength(8)
  expect(names).toContain('(disamarkan)')
  expect(names).not.toContain(first.name)
  expect(String(list.tables[0]?.rows.find(row => row.cells.nama === second.name)?.cells.nik)).toMatch(
    /^\d{6}\*{6}\d{4}$/,
  )
  const { file } = await fixture.client.report.fileFullNik({
    key: 'data-peserta',
    period: year,
    fundingSource: null,
    format: 'csv',
    size: null,
  })
  expect(await (file as File).text()).toMatch(/\d{16}/)
  expect(fixture.audit().some(row => row.entity === 'report' && row.after?.includes('lengkap'))).toBe(true)

  // Anonymised after the retention years, a person still counts, also by kelurahan, and is in lists without a name.
  fixture.setToday('2035-02-01')
  const byVillage = await get('kelurahan', year)
  await fixture.client.rights.anonymise({ ids: [second.id], reason: null })
  expect((await get('kelurahan', year)).tables).toEqual(byVillage.tables)
  expect((await get('rekap-pelatihan', year)).tables).toEqual(before.tables)
  const later = await fixture.client.report.getNames({ key: 'data-peserta', period: year, fundingSource: null })
  const hidden = later.tables[0]?.rows.filter(row => row.cells.nama === '(disamarkan)') ?? []
  expect(hidden.map(row => row.cells.nik)).toEqual(['', ''])
  expect(JSON.stringify(later)).not.toContain(second.name)
})

test('two records of one person count as one person after a merge, and as two memberships', async () => {
  await overNewYear()
  const [twin] = await addTrainees(fixture, 1, 8)
  const [first] = (await fixture.client.trainee.list({ search: '', limit: 1, offset: 0 })).rows
  if (!first || twin === undefined) throw new Error('nobody is there')
  const code = await createSampleCohort(fixture, { start: '2025-03-03', number: 1, traineeIds: [twin] })
  const own = (measure: 'participants' | 'people') =>
    fixture.client.report.own({
      choice: { measure, rows: 'class', columns: null, period: year, filters: {}, cell: 'count' },
    })
  expect([(await own('participants')).total, (await own('people')).total]).toEqual([9, 9])
  await fixture.client.duplicate.merge({ survivorId: first.id, awayId: twin, taken: [] })
  expect([(await own('participants')).total, (await own('people')).total]).toEqual([9, 8])
  const { rows } = await fixture.client.report.behind({
    measure: 'people',
    period: year,
    filters: { class: [code] },
    limit: 5,
    offset: 0,
  })
  expect(rows.map(row => row.path)).toEqual([`/peserta/${first.id}`])
})

test('a figure by restricted data hides small cells, and the people behind them', async () => {
  await overNewYear()
  const choice = {
    measure: 'participants',
    rows: 'decile',
    columns: 'sex',
    period: year,
    filters: {},
    cell: 'count',
  } as const
  await expect(fixture.client.report.own({ choice })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  const table = await fixture.client.report.ownGuarded({ choice })
  expect(table.rows.every(row => row.cells.every(value => value === null || value === 0 || value >= 3))).toBe(true)

  // Names behind such a figure are for people who may open restricted data, not for all who may see names.
  const treasurer = await signedIn(fixture, 'Ratna Dewi', ['treasurer'])
  const behind = { measure: 'participants', period: year, filters: {}, limit: 5, offset: 0 } as const
  expect((await treasurer.report.behind(behind)).count).toBe(8)
  await rejectedAs(treasurer.report.behind({ ...behind, filters: { decile: [0] } }), 'restricted_people')
  await rejectedAs(treasurer.report.behind({ ...behind, measure: 'stunting' }), 'restricted_people')
  expect((await fixture.client.report.behind({ ...behind, filters: { decile: [0] } })).count).toBe(8)
  const list = { key: 'penerima-manfaat', period: year, fundingSource: null } as const
  const notes = (await treasurer.report.getNames(list)).notes.filter(note => note.startsWith('Desil'))
  expect([notes.length, (await fixture.client.report.getNames(list)).notes.length]).toEqual([1, 1])
  const byTarget = { ...choice, measure: 'stunting', rows: 'village', columns: null } as const
  await expect(fixture.client.report.own({ choice: byTarget })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
})
