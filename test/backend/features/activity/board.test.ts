import { afterEach, beforeEach, expect, test } from 'vitest'
import { countPlacements } from '../../../../electron/backend/features/activity/board-store.ts'
import { readBoard } from '../../../../electron/backend/features/activity/read-board.ts'
import { districtsOfRegency } from '../../../../electron/backend/region/regencies.ts'
import { defaultCentre } from '../../../../shared/features/centre/centre.ts'
import { addActivity, addTrainees, createSampleCohort, samplePerson, setUp } from '../../cohort-steps.ts'
import { type Fixture, openFixture, rejectedAs } from '../../fixture.ts'
import { type Placement, placePeople } from '../../placements.ts'

let fixture: Fixture
beforeEach(async () => {
  fixture = openFixture()
  await setUp(fixture)
})
afterEach(() => fixture.remove())

/** A fixed random sequence, so that a failure can be repeated. */
function drawing(seed: number) {
  let state = seed
  return (limit: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * limit)
  }
}

const city = districtsOfRegency('3671').flatMap(district => district.villages.map(village => village.code))

async function withPlacements(seed: number, people: number, classes = 3): Promise<Placement[]> {
  await createSampleCohort(fixture)
  await fixture.backend.close()
  const raw = fixture.rawDatabase()
  const draw = drawing(seed)
  // Half of the kelurahan of the city, so that some stay empty; one of another city; one unknown.
  const villages = [...city.filter((_, index) => (index + seed) % 2 === 0), '3273010001', null]
  const written = placePeople(raw, { year: 2024, activities: 24, classes, people, villages, draw })
  placePeople(raw, { year: 2025, activities: 2, classes: 1, people: 0, villages, draw })
  raw.close()
  await fixture.reopen()
  return written
}

test('Kota Tangerang has 13 kecamatan and 104 kelurahan, in the order of their codes', async () => {
  const { districts, regency } = await fixture.client.activity.board({ year: 2024, fundingSource: null })
  expect(regency).toEqual({ code: '3671', name: 'Kota Tangerang' })
  expect(districts.length).toBe(13)
  expect(districts[0]).toMatchObject({ code: '367101', name: 'Tangerang' })
  expect(city.length).toBe(104)
  expect(city).toEqual([...city].sort())
  expect(new Set(city).size).toBe(104)
})

test.each([1, 2, 3])('every figure equals a plain count, and lists exactly these people (%d)', async seed => {
  const written = await withPlacements(seed, 2000)
  const counted = written.filter(row => row.counted)
  expect(counted.length).toBeLessThan(written.length)
  for (const fundingSource of [null, 'DIF_POVERTY', 'APBN'] as const) {
    const rows = counted.filter(row => fundingSource === null || row.source === fundingSource)
    const board = await fixture.client.activity.board({ year: 2024, fundingSource })
    for (const activity of board.activities) {
      expect(activity.people).toBe(rows.filter(row => row.activity === activity.id).length)
      for (const village of city) {
        const people = rows.filter(row => row.activity === activity.id && row.village === village).length
        const cell = board.cells.find(one => one.activityId === activity.id && one.village === village)
        expect(cell?.people ?? 0).toBe(people)
      }
    }
    expect(board.cells.every(cell => cell.people > 0)).toBe(true)
    expect(board.elsewhere).toBe(rows.filter(row => row.village === '3273010001').length)
    expect(board.unknown).toBe(rows.filter(row => row.village === null).length)
    for (const { activityId, village, people } of board.cells.slice(0, 20)) {
      const behind = await fixture.client.activity.people({ year: 2024, fundingSource, activityId, village })
      expect(behind.length).toBe(people)
    }
    const all = await fixture.client.activity.people({ year: 2024, fundingSource, activityId: null, village: null })
    expect(all.length).toBe(rows.length)
  }
  expect((await fixture.client.activity.board({ year: 2025, fundingSource: null })).cells).toEqual([])
})

test('thousands of placements in hundreds of classes are counted by one statement', async () => {
  const written = await withPlacements(7, 6000, 18)
  expect(written.length).toBeGreaterThan(5900)
  const db = fixture.backend.workspace.read
  const total = countPlacements(db, { year: 2024, fundingSource: null }).reduce((sum, row) => sum + row.people, 0)
  expect(total).toBe(written.filter(row => row.counted).length)
  expect(readBoard(db, { year: 2024, fundingSource: null, regency: '3671' }).activities.length).toBe(24)
})

test('the people behind a figure are named with class and kelurahan, their NIK masked', async () => {
  const activityId = await addActivity(fixture, { budgetYear: 2024 })
  const traineeIds = await addTrainees(fixture, 3)
  const code = await createSampleCohort(fixture, { activityId, traineeIds: traineeIds.slice(0, 2) })
  const person = samplePerson(0)
  const village = person.villageCode ?? ''
  const behind = await fixture.client.activity.people({ year: 2024, fundingSource: null, activityId, village })
  const row = behind.find(one => one.traineeId === traineeIds[0])
  expect(row).toMatchObject({
    name: person.name,
    cohort: { code, title: 'Tata Rias I' },
    activity: { number: 1 },
    district: expect.any(String),
  })
  expect(row?.maskedNik).toMatch(/^\d{6}\*+\d{4}$/)
  expect(JSON.stringify(behind)).not.toContain(person.nik)
})

test('candidates of a kelurahan are people whom no activity of the year has placed', async () => {
  const activityId = await addActivity(fixture, { budgetYear: 2024 })
  const traineeIds = await addTrainees(fixture, 3)
  const villages = [0, 1, 2].map(index => samplePerson(index).villageCode)
  await createSampleCohort(fixture, { activityId, traineeIds: traineeIds.slice(0, 1) })
  // Placed, but in a class without an activity.
  await createSampleCohort(fixture, { number: 2, start: '2025-02-03', traineeIds: traineeIds.slice(1, 2) })
  const candidates = async (village: string) =>
    (await fixture.client.activity.candidates({ year: 2024, village })).map(row => row.traineeId)
  for (const village of new Set(villages)) {
    if (village === null) continue
    const expected = traineeIds.filter((_, index) => index > 0 && villages[index] === village)
    expect((await candidates(village)).toSorted()).toEqual(expected)
  }
})

test('the board shows the city of the settings', async () => {
  await fixture.client.centre.update({ ...defaultCentre, regencyCode: '3674' })
  const board = await fixture.client.activity.board({ year: 2024, fundingSource: null })
  expect(board.regency.name).toBe('Kota Tangerang Selatan')
  expect(board.districts.flatMap(district => district.villages).length).toBe(54)
  const nowhere = fixture.client.centre.update({ ...defaultCentre, regencyCode: '9999' })
  expect(await rejectedAs(nowhere, 'regency_unknown')).toMatchObject({ regency: '9999' })
  const names = await fixture.client.activity.regencies({})
  expect(names.length).toBe(514)
})
