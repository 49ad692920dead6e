import { afterEach, beforeEach, expect, test } from 'vitest'
import type { InstructorId, LeaveId } from '../../../../shared/ids.ts'
import type { PlainDate } from '../../../../shared/kernel/plain-date.ts'
import { addInstructor, createSampleCohort, sampleCohortDraft, setUp } from '../../cohort-steps.ts'
import { domainErrorOf, type Fixture, inputProblems, openFixture } from '../../fixture.ts'

// An instructor on leave does not teach, and leave cannot be entered on taught days.

let fixture: Fixture
let rina: InstructorId
beforeEach(async () => {
  fixture = openFixture()
  await setUp(fixture)
  rina = await addInstructor(fixture, 'Rina', {})
})
afterEach(() => fixture.remove())

const leave = (from: PlainDate, until: PlainDate, id: LeaveId | null = null, reason = 'Cuti tahunan') =>
  fixture.client.instructor.saveLeave({ instructorId: rina, id, leave: { from, until, reason } })

test('blocks a new class, naming day and reason', async () => {
  await leave('2024-12-19', '2024-12-20')
  expect(
    await domainErrorOf(fixture.client.cohort.create(await sampleCohortDraft(fixture, { instructorId: rina }))),
  ).toEqual({
    code: 'instructor_away',
    name: 'Rina',
    n: 4,
    date: '2024-12-19',
    why: 'berhalangan (Cuti tahunan)',
  })
  const { programId, start, week, jointLeave, hours, startTime, endTime } = await sampleCohortDraft(fixture)
  const plan = await fixture.client.cohort.plan({ programId, start, week, jointLeave, hours, startTime, endTime })
  expect(plan.instructors[0]?.problems).toEqual([
    { n: 4, date: '2024-12-19', reason: 'berhalangan (Cuti tahunan)', kind: 'away' },
    { n: 5, date: '2024-12-20', reason: 'berhalangan (Cuti tahunan)', kind: 'away' },
  ])
})

test('blocks assigning a day and moving a class into it', async () => {
  await leave('2025-01-09', '2025-01-10')
  const code = await createSampleCohort(fixture, { instructorId: rina })
  const move = fixture.client.cohort.move({ code, start: '2024-12-17', reason: 'Ruang belum siap dipakai' })
  expect(await domainErrorOf(move)).toMatchObject({ code: 'instructor_away', n: 15, date: '2025-01-09' })
  const sari = await addInstructor(fixture, 'Sari', {})
  await fixture.client.timetable.updateDays({ code, days: [{ n: 2, hours: 8, topic: '', instructorIds: [sari] }] })
  await leave('2024-12-17', '2024-12-17')
  const back = fixture.client.timetable.updateDays({
    code,
    days: [{ n: 2, hours: 8, topic: '', instructorIds: [rina] }],
  })
  expect(await domainErrorOf(back)).toMatchObject({ code: 'instructor_away', n: 2 })
})

test('is refused on a taught day', async () => {
  await createSampleCohort(fixture, { instructorId: rina })
  expect(await domainErrorOf(leave('2024-12-10', '2024-12-16'))).toEqual({
    code: 'teaches_on_leave',
    name: 'Rina',
    cohort: 'Tata Rias I',
    n: 1,
    date: '2024-12-16',
  })
  const { id } = await leave('2024-12-12', '2024-12-13')
  expect(await domainErrorOf(leave('2024-12-12', '2024-12-17', id))).toMatchObject({ code: 'teaches_on_leave', n: 1 })
})

test('past leave cannot change; of a started one only the end can', async () => {
  const { id } = await leave('2024-12-12', '2024-12-20')
  fixture.setToday('2024-12-16')
  expect(await domainErrorOf(fixture.client.instructor.removeLeave({ id }))).toEqual({
    code: 'leave_begun',
    from: '2024-12-12',
  })
  expect(await domainErrorOf(leave('2024-12-13', '2024-12-20', id))).toMatchObject({ code: 'leave_begun' })
  expect(await domainErrorOf(leave('2024-12-12', '2024-12-14', id))).toMatchObject({ code: 'leave_begun' })
  await leave('2024-12-12', '2024-12-18', id)
  fixture.setToday('2024-12-19')
  expect(await domainErrorOf(leave('2024-12-12', '2024-12-31', id))).toEqual({
    code: 'leave_over',
    until: '2024-12-18',
  })
  expect(await domainErrorOf(fixture.client.instructor.removeLeave({ id }))).toMatchObject({ code: 'leave_over' })
  const { leaves } = await fixture.client.instructor.get({ id: rina })
  expect(leaves).toEqual([{ id, from: '2024-12-12', until: '2024-12-18', reason: 'Cuti tahunan' }])
})

test('future leave can be deleted, and everything is in the audit', async () => {
  const { id } = await leave('2024-12-12', '2024-12-20')
  await fixture.client.instructor.removeLeave({ id })
  expect((await fixture.client.instructor.get({ id: rina })).leaves).toEqual([])
  expect(
    fixture
      .audit()
      .slice(-2)
      .map(row => [row.operation, row.entity]),
  ).toEqual([
    ['instructor.saveLeave', 'instructor_leave'],
    ['instructor.removeLeave', 'instructor_leave'],
  ])
  expect(await inputProblems(leave('2024-12-20', '2024-12-12'))).toEqual(['Sampai tidak mendahului mulai.'])
})
