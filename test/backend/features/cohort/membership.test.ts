import { afterEach, beforeEach, expect, test } from 'vitest'
import { noDetails } from '../../../../shared/features/trainee/details.ts'
import type { InstructorId, TraineeId } from '../../../../shared/ids.ts'
import {
  addActivity,
  addInstructor,
  addTrainees,
  createSampleCohort,
  enrolled,
  enterScores,
  holdDays,
  panel,
  setUp,
} from '../../cohort-steps.ts'
import { domainErrorOf, type Fixture, inputProblems, openFixture, rejectedAs } from '../../fixture.ts'

let fixture: Fixture
let code: string
let rina: InstructorId
let people: TraineeId[]
beforeEach(async () => {
  fixture = openFixture()
  await setUp(fixture)
  rina = await addInstructor(fixture, 'Rina', {})
  people = await addTrainees(fixture, 6)
  code = await createSampleCohort(fixture, { instructorId: rina, traineeIds: people.slice(0, 4) })
})
afterEach(() => fixture.remove())

const reason = 'Diterima bekerja di tempat lain'
const names = async () => (await fixture.client.cohort.trainees({ code })).map(row => [row.position, row.name])
const leave = async (position: number, afterDay: number, kind: 'withdrawn' | 'expelled' = 'withdrawn') => {
  const { enrolmentId } = await enrolled(fixture, code, position)
  return fixture.client.cohort.leave({ enrolmentId, afterDay, kind, reason })
}
const enrol = (...traineeIds: TraineeId[]) => fixture.client.cohort.enrol({ code, traineeIds })

test('who left is counted neither in the list of classes, nor on the board, nor on the map', async () => {
  const activityId = await addActivity(fixture, { budgetYear: 2024 })
  await fixture.client.activity.assign({ code, activityId })
  const counts = async () => {
    const [row] = await fixture.client.cohort.list({})
    const { cells, unknown } = await fixture.client.activity.board({ year: 2024, fundingSource: null })
    const { districts, elsewhere, participants } = await fixture.client.report.year({ year: 2025 })
    const onMap = districts.reduce((total, district) => total + district.people, 0) + elsewhere
    const onBoard = cells.reduce((total, cell) => total + cell.people, unknown)
    return { inList: row?.trainees, onBoard, onMap, participants }
  }
  expect(await counts()).toEqual({ inList: 4, onBoard: 4, onMap: 4, participants: 4 })
  await leave(2, 0)
  // The participants of the decree stay the same.
  expect(await counts()).toEqual({ inList: 3, onBoard: 3, onMap: 3, participants: 4 })
})

test('removing a person from the list closes the gap in its numbers', async () => {
  const { enrolmentId } = await enrolled(fixture, code, 2)
  await fixture.client.cohort.unenrol({ enrolmentId })
  expect(await names()).toEqual([
    [1, 'Ani Suryani'],
    [2, 'Eka Puspitasari'],
    [3, 'Fitri Handayani'],
  ])
  await enrol(people[1] ?? failed())
  expect((await names()).at(-1)).toEqual([4, 'Dewi Lestari'])
  await rejectedAs(fixture.client.cohort.unenrol({ enrolmentId }), 'not_found')
})

function failed(): never {
  throw new Error('there are six people')
}

test('a person with a present or former mark stays on the list', async () => {
  fixture.setToday('2024-12-16')
  const { enrolmentId } = await enrolled(fixture, code, 2)
  const entry = { enrolmentId, n: 1, mark: 'H' as const, arrivedAt: null, note: '' }
  await fixture.client.attendance.mark({ code, marks: [entry], reason: null })
  expect(await domainErrorOf(fixture.client.cohort.unenrol({ enrolmentId }))).toEqual({
    code: 'has_marks',
    name: 'Dewi Lestari',
  })
  await fixture.client.attendance.mark({ code, marks: [{ ...entry, mark: null }], reason: null })
  await rejectedAs(fixture.client.cohort.unenrol({ enrolmentId }), 'has_marks')
})

test('nobody is enrolled twice, and a class takes sixty at most', async () => {
  expect(await domainErrorOf(enrol(people[0] ?? failed()))).toEqual({ code: 'already_enrolled', name: 'Ani Suryani' })
  expect(await domainErrorOf(enrol(people[4] ?? failed(), people[4] ?? failed()))).toMatchObject({
    code: 'already_enrolled',
  })
  expect(await names()).toHaveLength(4)
  const { all } = await fixture.client.trainee.importRows({ fileName: 'a.xlsx', rows: manyPeople(57) })
  expect(await domainErrorOf(enrol(...all))).toEqual({ code: 'cohort_full', limit: 60 })
  await enrol(...all.slice(0, 56))
  expect(await names()).toHaveLength(60)
})

function manyPeople(count: number) {
  return Array.from({ length: count }, (_, index) => ({
    ...noDetails,
    nik: `36710101019${50_001 + index}`,
    name: `Orang ${index}`,
    birthPlace: 'Tangerang',
    birthDate: '1995-01-01' as const,
    sex: 'L' as const,
    familyCard: '',
    address: '',
    neighbourhood: '',
    hamlet: '',
    villageCode: null,
    phone: '',
    education: null,
  }))
}

test('a person who joins later needs no marks before, and is measured over all planned days', async () => {
  await holdDays(fixture, code, { until: 3 })
  await enrol(people[4] ?? failed())
  const late = await enrolled(fixture, code, 5)
  expect(late.joinedDay).toBe(4)
  const entry = { enrolmentId: late.enrolmentId, mark: 'H' as const, arrivedAt: null, note: '' }
  expect(
    await domainErrorOf(fixture.client.attendance.mark({ code, marks: [{ ...entry, n: 3 }], reason: reason })),
  ).toEqual({
    code: 'not_a_member',
    name: late.name,
    n: 3,
  })
  await holdDays(fixture, code, { from: 4, until: 15 })
  const { rows, missing } = await fixture.client.graduation.get({ code })
  expect(rows.at(-1)).toMatchObject({ present: 12, planned: 15, percent: 8000 })
  expect(missing.filter(step => step.step === 'attendance')).toEqual([])
})

test('nobody can join a class whose days are all held', async () => {
  await holdDays(fixture, code, { until: 15 })
  expect(await domainErrorOf(enrol(people[4] ?? failed()))).toEqual({ code: 'class_over', cohort: 'Tata Rias I' })
})

test('a person who leaves needs no marks afterwards', async () => {
  await holdDays(fixture, code, { until: 5 })
  await leave(1, 5)
  await holdDays(fixture, code, { from: 6, until: 7 })
  const { rows } = await fixture.client.attendance.grid({ code })
  expect(rows[0]).toMatchObject({ left: { afterDay: 5, kind: 'withdrawn' } })
  expect(rows[0]?.cells.map(cell => cell?.mark ?? null).slice(4, 7)).toEqual(['H', null, null])
  const { enrolmentId } = await enrolled(fixture, code, 1)
  const entry = { enrolmentId, n: 6, mark: 'H' as const, arrivedAt: null, note: '' }
  await rejectedAs(fixture.client.attendance.mark({ code, marks: [entry], reason }), 'not_a_member')
})

test('nobody can leave before a day with a mark, nor after the class', async () => {
  await holdDays(fixture, code, { until: 3 })
  expect(await domainErrorOf(leave(1, 1))).toEqual({ code: 'marks_after_leaving', name: 'Ani Suryani', n: 3 })
  expect(await domainErrorOf(leave(1, 16))).toEqual({ code: 'not_found', entity: 'day' })
  const { enrolmentId } = await enrolled(fixture, code, 1)
  expect(
    await inputProblems(fixture.client.cohort.leave({ enrolmentId, afterDay: 3, kind: 'withdrawn', reason: 'kerja' })),
  ).toEqual(['Tulis paling sedikit 10 huruf.'])
})

test('a departure can be changed and undone, each time with the earlier value in the audit', async () => {
  await holdDays(fixture, code, { until: 2 })
  await leave(1, 2)
  await leave(1, 3, 'expelled')
  const { enrolmentId, left } = await enrolled(fixture, code, 1)
  expect(left).toEqual({ afterDay: 3, kind: 'expelled', reason })
  await fixture.client.cohort.rejoin({ enrolmentId, reason: 'Ternyata salah catat orang' })
  expect((await enrolled(fixture, code, 1)).left).toBeNull()
  const row = fixture.audit().at(-1)
  expect(JSON.parse(row?.before ?? '')).toEqual({ left: { afterDay: 3, kind: 'expelled', reason } })
  await holdDays(fixture, code, { from: 3, until: 3 })
})

test('nobody returns who is in another class by now', async () => {
  await holdDays(fixture, code, { until: 2 })
  await leave(1, 2)
  const { enrolmentId } = await enrolled(fixture, code, 1)
  await createSampleCohort(fixture, { number: 2, start: '2024-12-19', traineeIds: people.slice(0, 1) })
  expect(await domainErrorOf(fixture.client.cohort.rejoin({ enrolmentId, reason }))).toMatchObject({
    code: 'trainee_busy',
    name: 'Ani Suryani',
    cohort: 'Tata Rias II',
  })
})

test('a departure cannot move over days on which the person is in another class by now', async () => {
  await holdDays(fixture, code, { until: 2 })
  await leave(1, 2)
  await createSampleCohort(fixture, { number: 2, start: '2024-12-19', traineeIds: people.slice(0, 1) })
  expect(await domainErrorOf(leave(1, 11))).toMatchObject({
    code: 'trainee_busy',
    name: 'Ani Suryani',
    cohort: 'Tata Rias II',
  })
  await leave(1, 3)
  expect((await enrolled(fixture, code, 1)).left?.afterDay).toBe(3)
})

test('a person who returns after closed days has gaps that the panel names', async () => {
  await holdDays(fixture, code, { until: 2 })
  await leave(1, 2)
  await holdDays(fixture, code, { from: 3, until: 15 })
  const { enrolmentId } = await enrolled(fixture, code, 1)
  await fixture.client.cohort.rejoin({ enrolmentId, reason: 'Ternyata salah catat orang' })
  fixture.setToday('2025-01-09')
  await enterScores(fixture, code)
  const decide = () => fixture.client.graduation.decide({ code, heldOn: '2025-01-09', ...panel })
  expect((await rejectedAs(decide(), 'panel_missing')).words).toEqual(['13 hari (ke-3 s.d. 15) belum diisi'])
  const marks = Array.from({ length: 13 }, (_, index) => ({
    enrolmentId,
    n: index + 3,
    mark: 'H' as const,
    arrivedAt: null,
    note: '',
  }))
  await fixture.client.attendance.mark({ code, marks, reason: 'Ternyata salah catat orang' })
  expect(await decide()).toEqual({ passed: 4, failed: 0, withdrawn: 0 })
})

test('removal from the class is a separate outcome, counted with those who withdrew', async () => {
  await holdDays(fixture, code, { until: 1 })
  await leave(1, 1, 'expelled')
  await leave(2, 1)
  await holdDays(fixture, code, { from: 2, until: 15 })
  fixture.setToday('2025-01-09')
  await enterScores(fixture, code)
  expect(await fixture.client.graduation.decide({ code, heldOn: '2025-01-09', ...panel })).toEqual({
    passed: 2,
    failed: 0,
    withdrawn: 2,
  })
  const { rows } = await fixture.client.graduation.get({ code })
  expect(rows.map(row => row.decision)).toEqual(['expelled', 'withdrawn', 'passed', 'passed'])
})
