import { afterEach, beforeEach, expect, test } from 'vitest'
import { addActivity, createSampleCohort, sampleActivity, setUp } from '../../cohort-steps.ts'
import { type Fixture, openFixture, rejectedAs } from '../../fixture.ts'

// A class is paid by one activity.

let fixture: Fixture
beforeEach(async () => {
  fixture = openFixture()
  await setUp(fixture)
})
afterEach(() => fixture.remove())

test('a new class copies the budget text of its activity', async () => {
  const activityId = await addActivity(fixture, { budgetYear: 2024 })
  const code = await createSampleCohort(fixture, { activityId, activity: 'sesuatu yang lain', fundingSource: 'entah' })
  expect(await fixture.client.cohort.get({ code })).toMatchObject({
    activity: 'Pelatihan Tata Rias bagi Masyarakat Miskin Ekstrem',
    fundingSource: 'Insentif Fiskal (Kemiskinan Ekstrem)',
  })
  const activity = await fixture.client.activity.get({ id: activityId })
  expect(activity).toMatchObject({ cohorts: 1, decided: 0, people: 0 })
  expect(activity.classes).toEqual([
    { code, title: 'Tata Rias I', start: '2024-12-16', end: '2025-01-08', people: 0, decided: false },
  ])
})

test('a class is planned only into an activity of the year in which it starts', async () => {
  const activityId = await addActivity(fixture, { budgetYear: 2025 })
  expect(await rejectedAs(createSampleCohort(fixture, { activityId }), 'activity_of_other_year')).toMatchObject({
    year: 2025,
    cohort: 'Tata Rias I',
    start: '2024-12-16',
  })
  expect(await fixture.client.cohort.list({})).toEqual([])
  const code = await createSampleCohort(fixture, { activityId, start: '2025-02-03' })
  const away = fixture.client.cohort.move({ code, start: '2024-12-16', reason: 'Ruang dipakai rapat dinas' })
  await rejectedAs(away, 'activity_of_other_year')
  await fixture.client.cohort.move({ code, start: '2025-02-10', reason: 'Ruang dipakai rapat dinas' })
})

test('a new class needs an activity where the year has one; before that it is listed as unpaid', async () => {
  const early = await createSampleCohort(fixture)
  const id = await addActivity(fixture, { budgetYear: 2024 })
  expect((await fixture.client.activity.list({ year: 2024 })).unassigned.map(row => row.code)).toEqual([early])
  expect(await rejectedAs(createSampleCohort(fixture, { number: 2 }), 'class_without_activity')).toEqual({
    code: 'class_without_activity',
    cohort: 'Tata Rias II',
    year: 2024,
  })
  // The other year has no activities yet.
  await createSampleCohort(fixture, { start: '2025-02-03' })
  await createSampleCohort(fixture, { number: 2, activityId: id })
  expect((await fixture.client.activity.get({ id })).cohorts).toBe(1)
})

test('a late holiday cannot push a class out of the year of its activity', async () => {
  const activityId = await addActivity(fixture, { budgetYear: 2024 })
  const code = await createSampleCohort(fixture, { start: '2024-12-31', activityId })
  const change = {
    action: 'add' as const,
    day: {
      date: '2024-12-31' as const,
      kind: 'centre_closure' as const,
      name: 'Banjir',
      source: 'SE 1',
      certain: true,
    },
    cohort: null,
    answers: [],
  }
  const { affected } = await fixture.client.replan.preview(change)
  expect(affected.map(row => row.problems.map(one => [one.code, one.blocking]))).toContainEqual([
    ['activity_of_other_year', true],
  ])
  await fixture.client.activity.assign({ code, activityId: null })
  const free = await fixture.client.replan.preview(change)
  expect(free.affected.flatMap(row => row.problems)).toEqual([])
})

test('a class belongs to one activity: a second assignment moves it, and its own texts stay', async () => {
  const code = await createSampleCohort(fixture)
  const own = await createSampleCohort(fixture, { number: 2, activity: 'Kata sendiri', fundingSource: 'Dana sendiri' })
  const first = await addActivity(fixture, { budgetYear: 2024 })
  const second = await addActivity(fixture, { budgetYear: 2024, number: 2, title: 'Lain', fundingSource: 'APBD' })
  const other = await addActivity(fixture, { budgetYear: 2025, number: 3 })
  expect((await fixture.client.activity.get({ id: first })).unassigned.map(row => row.code)).toEqual([code, own])
  await rejectedAs(fixture.client.activity.assign({ code, activityId: other }), 'activity_of_other_year')
  for (const activityId of [first, second]) {
    await fixture.client.activity.assign({ code, activityId })
    await fixture.client.activity.assign({ code: own, activityId })
  }
  expect((await fixture.client.activity.list({ year: 2024 })).rows.map(row => row.cohorts)).toEqual([0, 2])
  expect(await fixture.client.cohort.get({ code })).toMatchObject({ activity: 'Lain', fundingSource: 'APBD' })
  expect(await fixture.client.cohort.get({ code: own })).toMatchObject({
    activity: 'Kata sendiri',
    fundingSource: 'Dana sendiri',
  })
  await fixture.client.activity.assign({ code, activityId: null })
  expect((await fixture.client.activity.list({ year: 2024 })).unassigned.map(row => row.code)).toEqual([code])
  await fixture.client.cohort.cancel({ code, reason: 'Peserta tidak cukup banyak' })
  await rejectedAs(fixture.client.activity.assign({ code, activityId: first }), 'cohort_cancelled')
  expect((await fixture.client.activity.list({ year: 2024 })).unassigned).toEqual([])
})

test('renaming an activity also renames it in the classes that copied its name', async () => {
  const own = await createSampleCohort(fixture, { number: 2, activity: 'Kata sendiri', fundingSource: 'Dana sendiri' })
  const id = await addActivity(fixture, { budgetYear: 2024 })
  const code = await createSampleCohort(fixture, { activityId: id })
  await fixture.client.activity.assign({ code: own, activityId: id })
  const renamed = { title: 'Pelatihan Las bagi Pencari Kerja', fundingSource: 'APBD' as const, budgetYear: 2024 }
  await fixture.client.activity.save({ id, activity: { ...sampleActivity, ...renamed } })
  expect(await fixture.client.cohort.get({ code })).toMatchObject({
    activity: 'Pelatihan Las bagi Pencari Kerja',
    fundingSource: 'APBD',
  })
  expect(await fixture.client.cohort.get({ code: own })).toMatchObject({ activity: 'Kata sendiri' })
})
