import { readSheet } from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { TraineeRow } from '../../../../shared/features/trainee/contract.ts'
import type { sortedBy, TraineeFilter } from '../../../../shared/features/trainee/trainee-filter.ts'
import type { TraineeId } from '../../../../shared/ids.ts'
import {
  addInstructor,
  addTrainees,
  createSampleCohort,
  decidedCohort,
  programOf,
  samplePerson,
  setUp,
} from '../../cohort-steps.ts'
import { type Fixture, inputProblems, openFixture } from '../../fixture.ts'

let fixture: Fixture
let ids: TraineeId[]
let extra: TraineeId[]
beforeAll(async () => {
  fixture = openFixture()
  await setUp(fixture)
  ids = await addTrainees(fixture, 6)
  const instructorId = await addInstructor(fixture, 'Rina', {})
  await decidedCohort(fixture, { instructorId, traineeIds: ids.slice(0, 3) }, { heldOn: '2025-01-09' })
  fixture.setToday('2025-01-20')
  await createSampleCohort(fixture, {
    programId: await programOf(fixture, 'TB'),
    start: '2025-02-03',
    traineeIds: [ids[0], ids[3]].flatMap(id => id ?? []),
  })
  extra = []
  for (const [place, name] of ['M.Rizki Maulana', "Nur'aini D’Arcy", 'Sulistyowati', '=HYPERLINK("x")'].entries()) {
    const { id } = await fixture.client.trainee.save({
      id: null,
      trainee: samplePerson(20 + place, { name, phone: `08577000012${place}` }),
      ...(place === 0 && {
        evidence: { source: 'DTSEN', groups: ['POOR', 'EXTREME_POOR'], decile: 1, dataDate: '2024-12-01' },
      }),
      ...(place === 1 && { evidence: { source: 'SURAT', groups: ['STUNTING'], decile: null, dataDate: '2024-12-01' } }),
    })
    extra.push(id)
  }
})
afterAll(() => fixture.remove())

const found = async (search: string) =>
  (await fixture.client.trainee.list({ search, limit: 50, offset: 0 })).rows.map(row => row.name)

describe('people are found', () => {
  test.each([
    ['rizki', 'M.Rizki Maulana'],
    ['MAULANA m', 'M.Rizki Maulana'],
    ['nuraini', "Nur'aini D’Arcy"],
    ['darcy NUR', "Nur'aini D’Arcy"],
    ['rizky maulana', 'M.Rizki Maulana'],
    ['mualana', 'M.Rizki Maulana'],
    ['maulan rizk', 'M.Rizki Maulana'],
    ['tyowati', 'Sulistyowati'],
    [samplePerson(22).nik, 'Sulistyowati'],
    [`${samplePerson(22).nik.slice(0, 10)} ${samplePerson(22).nik.slice(10)}`, 'Sulistyowati'],
    [samplePerson(22).nik.slice(-8), 'Sulistyowati'],
    ['0857-7000-0122', 'Sulistyowati'],
    ['+62 857 7000 0122', 'Sulistyowati'],
    ['85770000122', 'Sulistyowati'],
    ['70000122', 'Sulistyowati'],
    ['sulis 0122', 'Sulistyowati'],
  ])('by “%s”', async (search, name) => {
    expect(await found(search)).toContain(name)
  })

  test('by a NIK as a list shows it, with its middle hidden', async () => {
    const [row] = (await fixture.client.trainee.list({ search: 'sulistyowati', limit: 1, offset: 0 })).rows
    expect(await found(row?.maskedNik ?? '')).toContain('Sulistyowati')
  })

  test('by a new name at once, and not by the old one', async () => {
    const id = extra[2]
    if (id === undefined) throw new Error('nobody')
    await fixture.client.trainee.save({ id, trainee: samplePerson(22, { name: 'Partini', phone: '085770000122' }) })
    expect(await found('partini')).toEqual(['Partini'])
    expect(await found('sulistyowati')).toEqual([])
    expect(await found('artini')).toEqual(['Partini'])
    await fixture.client.trainee.save({
      id,
      trainee: samplePerson(22, { name: 'Sulistyowati', phone: '085770000122' }),
    })
  })

  test('not with two errors, and special characters do no harm', async () => {
    expect(await found('mxulxna')).toEqual([])
    for (const search of ['"', '*', "'", 'a"b', 'NEAR(', 'OR', '-', '^', '{}', '\\', '%', '_']) await found(search)
  })

  test('in Ctrl K with a hint where a letter was wrong', async () => {
    const { hits, suggestion, counts } = await fixture.client.home.search({ text: 'suryeni' })
    expect(hits[0]?.title).toBe('Ani Suryani')
    expect(suggestion).toEqual({ text: 'suryani', count: 1 })
    expect(counts.trainee).toBe(1)
  })
})

describe('the list', () => {
  const listed = async (filter: Partial<TraineeFilter>, search = '') =>
    (await fixture.client.trainee.listIds({ search, filter })).toSorted((a, b) => a - b)

  test('filters by the result of the newest class, or by a class of some program and year', async () => {
    expect(await listed({ state: 'enrolled' })).toEqual([ids[0], ids[3]])
    expect(await listed({ state: 'passed' })).toEqual([ids[1], ids[2]])
    // A person who has begun another class still belongs to the year of the first one.
    expect(await listed({ year: 2024 })).toEqual(ids.slice(0, 3))
    expect(await listed({ year: 2024, state: 'passed' })).toEqual(ids.slice(0, 3))
    expect(await listed({ programId: await programOf(fixture, 'TB') })).toEqual([ids[0], ids[3]])
    expect(await listed({ programId: await programOf(fixture, 'TB'), year: 2024 })).toEqual([])
    expect(await listed({ state: 'none' })).toEqual([...ids.slice(4), ...extra])
  })

  test('counts every state for the chips, under the other filters', async () => {
    const counts = await fixture.client.trainee.listCounts({ search: '' })
    expect(counts).toEqual({ none: 6, enrolled: 2, passed: 2, failed: 0, withdrawn: 0, expelled: 0 })
    expect(
      await fixture.client.trainee.listCounts({ search: '', filter: { year: 2024, state: 'enrolled' } }),
    ).toMatchObject({
      passed: 3,
      enrolled: 0,
    })
  })

  test('does not reveal restricted evidence through its filters', async () => {
    expect(await listed({ target: 'POOR' })).toEqual([extra[0]])
    expect(await listed({ target: 'EXTREME_POOR' })).toEqual([extra[0]])
    expect(await listed({ target: 'GENERAL' })).toEqual([...ids, ...extra.slice(1)])
    expect(
      await inputProblems(fixture.client.trainee.listIds({ search: '', filter: { target: 'STUNTING' as 'POOR' } })),
    ).toHaveLength(1)
  })

  test('follows when a class is cancelled', async () => {
    const code = await createSampleCohort(fixture, {
      start: '2025-06-02',
      traineeIds: [ids[4]].flatMap(id => id ?? []),
      number: 7,
    })
    expect(await listed({ state: 'enrolled' })).toContain(ids[4])
    await fixture.client.cohort.cancel({ code, reason: 'Peserta kurang dari sepuluh orang' })
    expect(await listed({ state: 'enrolled' })).not.toContain(ids[4])
  })

  test('sorts both ways by name and birth date, with the same order from either end', async () => {
    for (const by of ['name', 'birthDate'] as const) {
      const up = await fixture.client.trainee.listIds({ search: '', order: { by, descending: false } })
      const down = await fixture.client.trainee.listIds({ search: '', order: { by, descending: true } })
      expect(down).toEqual(up.toReversed())
      const paged: TraineeId[] = []
      for (let offset = 0; offset < up.length; offset += 3)
        for (const row of (
          await fixture.client.trainee.list({ search: '', order: { by, descending: false }, limit: 3, offset })
        ).rows)
          paged.push(row.id)
      expect(paged).toEqual(up)
    }
  })

  test('sorts by sex, kelurahan, kecamatan and class, each by name, with unknown ones last in both directions', async () => {
    const { client } = fixture
    const ordered = async (by: (typeof sortedBy)[number], descending: boolean, search = '') => {
      const order = { by, descending }
      const all = (await client.trainee.list({ search, order, limit: 100, offset: 0 })).rows
      const paged = []
      for (let offset = 0; offset < all.length; offset += 3)
        paged.push(...(await client.trainee.list({ search, order, limit: 3, offset })).rows)
      expect(paged).toEqual(all)
      expect(await client.trainee.listIds({ search, order })).toEqual(all.map(row => row.id))
      return all
    }
    const readers = {
      sex: (row: TraineeRow) => row.sex,
      village: (row: TraineeRow) => row.village ?? '',
      district: (row: TraineeRow) => row.district ?? '',
      cohort: (row: TraineeRow) => row.cohort?.title ?? '',
    }
    // 'i' is in many names: the search then sorts by id, without an index.
    for (const search of ['', 'i'])
      for (const by of ['sex', 'village', 'district', 'cohort'] as const)
        for (const descending of [false, true]) {
          const values = (await ordered(by, descending, search)).map(readers[by])
          const known = values.filter(value => value !== '')
          const sorted = known.toSorted((a, b) => a.localeCompare(b, 'id') * (descending ? -1 : 1))
          expect(values).toEqual([...sorted, ...values.filter(value => value === '')])
        }
    const bySex = await ordered('sex', true)
    const first = bySex.filter(row => row.sex === 'P').map(row => row.name.toLowerCase())
    expect(first).toEqual(first.toSorted((a, b) => a.localeCompare(b, 'id')))
  })

  test('has the same rows in its table as in its view', async () => {
    const { read } = fixture.backend.workspace
    const sorted = (table: string) => read.all(`SELECT * FROM ${table} ORDER BY trainee_id, cohort_id`)
    expect(sorted('trainee_listing')).toEqual(sorted('trainee_standing'))
  })
})

describe('the export', () => {
  test('contains the chosen people and columns, digits as text, no formulas', async () => {
    const file = await fixture.client.trainee.exportList({
      search: '',
      columns: ['nik', 'name', 'phone', 'state'],
      fullNik: true,
      ids: [extra[3], ids[0]].flatMap(id => id ?? []),
    })
    const rows = await readSheet(Buffer.from(await file.arrayBuffer()))
    expect(rows[0]).toEqual(['NIK', 'Nama', 'No HP', 'Keadaan'])
    expect(rows.slice(1).toSorted()).toEqual(
      [
        [samplePerson(23).nik, '\'=HYPERLINK("x")', '0857-7000-0123', 'belum ikut pelatihan'],
        [samplePerson(0).nik, 'Ani Suryani', expect.any(String), 'terdaftar'],
      ].toSorted(),
    )
    expect(rows.slice(1).every(row => typeof row[0] === 'string')).toBe(true)
    const logged = fixture.audit().at(-1)
    expect(logged).toMatchObject({ operator: 'Wulan Sari', operation: 'trainee.exportList' })
    expect(JSON.parse(logged?.after ?? '')).toMatchObject({
      count: 2,
      columns: ['nik', 'name', 'phone', 'state'],
      fullNik: true,
    })
  })

  test('has no restricted column', async () => {
    for (const column of ['stunting', 'disability', 'bankAccount', 'decile'])
      expect(
        await inputProblems(fixture.client.trainee.exportList({ search: '', columns: [column as 'nik'] })),
      ).toHaveLength(1)
  })
})
