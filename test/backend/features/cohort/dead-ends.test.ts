import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { InstructorId } from '../../../../shared/ids.ts'
import {
  addInstructor,
  addTrainees,
  createSampleCohort,
  enterScores,
  holdDays,
  panel,
  roomNamed,
  setUp,
} from '../../cohort-steps.ts'
import { type Fixture, openFixture, rejectedAs } from '../../fixture.ts'

// Whatever was done to a class: with people it can reach its panel, without people it can be cancelled.

let fixture: Fixture
let rina: InstructorId
beforeEach(async () => {
  fixture = openFixture()
  await setUp(fixture)
  rina = await addInstructor(fixture, 'Rina', {})
})
afterEach(() => fixture.remove())

const lesson = async (code: string, instructorId: InstructorId) => {
  const { units } = await fixture.client.teaching.ofCohort({ code })
  const unitId = units[0]?.id ?? null
  return { instructorId, unitId, kind: 'theory' as const, firstHour: 1, hours: 2, note: 'Pembukaan' }
}

async function addRoom(name: string) {
  const room = { name, capacity: 20, note: '', trades: [], active: true }
  return (await fixture.client.program.saveRoom({ id: null, room })).id
}

async function closeRest(code: string, from: number): Promise<void> {
  await holdDays(fixture, code, { from, until: 15 })
  fixture.setToday('2025-01-09')
  await enterScores(fixture, code)
  await fixture.client.graduation.decide({ code, heldOn: '2025-01-09', ...panel })
}

/** A class taught by Rina, but without an instructor on its first day. */
async function withoutTeacherOnFirstDay(): Promise<string> {
  const code = await createSampleCohort(fixture, { instructorId: rina, traineeIds: await addTrainees(fixture, 1) })
  const day = (await fixture.client.cohort.get({ code })).days[0] ?? failed()
  const plan = { n: 1, hours: day.hours, topic: day.topic, instructorIds: [] }
  await fixture.client.timetable.updateDays({ code, days: [plan] })
  fixture.setToday(day.date)
  return code
}
function failed(): never {
  throw new Error('the class has days')
}

describe('a day without a planned instructor', () => {
  test('is closed in the name of the person who taught', async () => {
    const code = await withoutTeacherOnFirstDay()
    const stranger = await addInstructor(fixture, 'Dian')
    await fixture.client.teaching.record({ code, n: 1, lessons: [await lesson(code, rina)], reason: null })
    await fixture.client.attendance.fillDay({ code, n: 1, exceptions: [] })
    await rejectedAs(
      fixture.client.attendance.closeDay({ code, n: 1, instructorId: stranger }),
      'instructor_not_of_day',
    )
    await fixture.client.attendance.closeDay({ code, n: 1, instructorId: rina })
    await closeRest(code, 2)
  })

  test('is closed in the name of any instructor when no taught hours are recorded', async () => {
    const code = await withoutTeacherOnFirstDay()
    await fixture.client.attendance.fillDay({ code, n: 1, exceptions: [] })
    await fixture.client.attendance.closeDay({ code, n: 1, instructorId: rina })
    await closeRest(code, 2)
  })
})

test('a class without people can be cancelled, even after a day was closed', async () => {
  const code = await createSampleCohort(fixture, { instructorId: rina })
  fixture.setToday('2024-12-16')
  await fixture.client.attendance.closeDay({ code, n: 1, instructorId: rina, teaching: true })
  await fixture.client.cohort.cancel({ code, reason: 'Tidak ada pendaftar' })
  const { rows } = await fixture.client.teaching.report({ from: '2024-12-01', until: '2024-12-31', code: null })
  // Taught hours are still paid.
  expect(rows.flatMap(row => row.lessons)).not.toHaveLength(0)
})

test('a class with people that has begun cannot be cancelled', async () => {
  const code = await createSampleCohort(fixture, { instructorId: rina, traineeIds: await addTrainees(fixture, 1) })
  await holdDays(fixture, code, { until: 1 })
  await rejectedAs(fixture.client.cohort.cancel({ code, reason: 'Tidak jadi diadakan' }), 'cohort_has_held_days')
})

describe('room and hours of a class', () => {
  test('change in one save, where each alone would clash', async () => {
    const [one, two] = [await roomNamed(fixture, 'R. Rias 1'), await addRoom('R. Rias 2')]
    await createSampleCohort(fixture, { number: 1, roomId: two, startTime: '08:00', endTime: '11:15', hours: 4 })
    const afternoon = { startTime: '13:00', endTime: '16:15', hours: 4 } as const
    await createSampleCohort(fixture, { number: 2, roomId: one, ...afternoon })
    const code = await createSampleCohort(fixture, {
      number: 3,
      roomId: one,
      startTime: '08:00',
      endTime: '11:15',
      hours: 4,
    })
    const { decreeIssuer, decreeNumber, decreeDate, decreeSubject, activity, fundingSource } =
      await fixture.client.cohort.get({ code })
    const facts = { decreeIssuer, decreeNumber, decreeDate, decreeSubject, activity, fundingSource }
    await fixture.client.cohort.update({
      code,
      facts: { ...facts, startTime: '13:00', endTime: '16:15', roomId: two },
    })
    expect(await fixture.client.cohort.get({ code })).toMatchObject({ roomId: two, startTime: '13:00' })
  })

  test('stay unchanged for held days', async () => {
    const [one, two] = [await roomNamed(fixture, 'R. Rias 1'), await addRoom('R. Rias 2')]
    const traineeIds = await addTrainees(fixture, 1)
    const code = await createSampleCohort(fixture, { number: 1, roomId: one, instructorId: rina, traineeIds })
    await holdDays(fixture, code, { until: 2 })
    const other = await createSampleCohort(fixture, { number: 2, roomId: two, start: '2024-12-16' })
    await fixture.client.cohort.move({ code: other, start: '2025-03-03', reason: 'Bahan belum datang' })
    const { startTime, endTime, decreeIssuer, decreeNumber, decreeDate, decreeSubject, activity, fundingSource } =
      await fixture.client.cohort.get({ code })
    const facts = { startTime, endTime, decreeIssuer, decreeNumber, decreeDate, decreeSubject, activity, fundingSource }
    await fixture.client.cohort.update({ code, facts: { ...facts, roomId: two } })
    const rooms = fixture.backend.workspace.read.all<{ n: number; roomId: number }>(
      'SELECT n, cohort_day.room_id AS roomId FROM cohort_day JOIN cohort ON cohort.id = cohort_id WHERE code = ? ORDER BY n',
      [code],
    )
    expect(rooms.map(row => row.roomId)).toEqual([one, one, ...Array.from({ length: 13 }, () => two)])
    // The old room is free on future days, but not on the days when it was used.
    const draft = { number: 3, roomId: one, startTime: '08:00', endTime: '15:15' } as const
    await rejectedAs(createSampleCohort(fixture, { ...draft, start: '2024-12-16' }), 'room_busy')
    await createSampleCohort(fixture, { ...draft, start: '2024-12-18' })
  })
})
