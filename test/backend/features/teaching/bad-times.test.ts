import { afterEach, beforeEach, expect, test } from 'vitest'
import type { CohortDetails } from '../../../../shared/features/cohort/cohort.ts'
import { addInstructor, addTrainees, createSampleCohort, holdDays, setUp } from '../../cohort-steps.ts'
import { type Fixture, openFixture, rejectedAs } from '../../fixture.ts'

let fixture: Fixture
let code: string
let other: string
beforeEach(async () => {
  fixture = openFixture()
  await setUp(fixture)
  const rina = await addInstructor(fixture, 'Rina', {})
  const sari = await addInstructor(fixture, 'Sari', {})
  const [one, two] = await addTrainees(fixture, 2)
  code = await createSampleCohort(fixture, { instructorId: rina, traineeIds: one ? [one] : [] })
  other = await createSampleCohort(fixture, { instructorId: sari, number: 2, traineeIds: two ? [two] : [] })
  for (const each of [code, other]) {
    await holdDays(fixture, each, { until: 15 })
    await fixture.client.teaching.closeDays({ code: each, days: [1, 2, 5] })
  }
})
afterEach(() => fixture.remove())

const year = { from: '2024-12-01', until: '2025-12-31', code: null } as const

test('a finished class refuses times that its hours do not fit into', async () => {
  const { startTime: _s, endTime: _e, ...cohort } = await fixture.client.cohort.get({ code })
  const { decreeIssuer, decreeNumber, decreeDate, decreeSubject, activity, fundingSource, roomId } = cohort
  const facts: CohortDetails = {
    ...{ decreeIssuer, decreeNumber, decreeDate, decreeSubject, activity, fundingSource, roomId },
    ...{ startTime: '20:00', endTime: '22:00' },
  }
  await rejectedAs(fixture.client.cohort.update({ code, facts }), 'clock_past_midnight')
  const report = await fixture.client.teaching.report(year)
  expect(report.rows.flatMap(row => row.lessons)).toHaveLength(12)
})

test('a class with unreadable times is shown as such, and blocks nothing else', async () => {
  const before = await fixture.client.teaching.report(year)
  fixture.backend.workspace.write.run("UPDATE cohort SET start_time = '20:00', end_time = '22:00' WHERE code = ?", [
    code,
  ])
  const { rows } = await fixture.client.teaching.report(year)
  const lessonsOf = (of: string) => rows.flatMap(row => row.lessons).filter(lesson => lesson.cohort === of)
  expect(new Set(lessonsOf(code).map(lesson => lesson.start))).toEqual(new Set(['']))
  expect(lessonsOf(other)).toEqual(before.rows.flatMap(row => row.lessons).filter(lesson => lesson.cohort === other))
  expect(rows.map(row => row.hours)).toEqual(before.rows.map(row => row.hours))
  expect((await fixture.client.teaching.exportReport(year)).file.size).toBeGreaterThan(1000)

  expect(await fixture.client.cohort.list({})).toHaveLength(2)
  expect((await fixture.client.teaching.ofCohort({ code })).days[0]?.clock).toEqual([])
  expect((await fixture.client.timetable.get({ code })).days[0]?.clock).toEqual([])
  for (const key of ['schedule-week', 'teaching-hours', 'instructor-attendance'] as const)
    expect((await fixture.client.paper.make({ code, key, size: null, day: null })).file.size).toBeGreaterThan(1000)
})

test('a taught day keeps its hours when the times of the class change', async () => {
  const lessons = async () =>
    (await fixture.client.teaching.report(year)).rows
      .flatMap(row => row.lessons)
      .filter(lesson => lesson.cohort === late)
  const third = await addInstructor(fixture, 'Wati', {})
  const late = await createSampleCohort(fixture, { instructorId: third, number: 3 })
  await fixture.client.teaching.closeDays({ code: late, days: [1] })
  const before = await lessons()
  expect(before[0]?.start).toBe('08:00')

  const { clock } = await fixture.client.timetable.get({ code: late })
  const ordinary = { ...clock.ordinary, startTime: '07:00', minutesPerHour: 40, breaks: [] }
  await fixture.client.timetable.setClock({ code: late, clock: { ...clock, ordinary } })
  expect(await lessons()).toEqual(before)
  const { days } = await fixture.client.timetable.get({ code: late })
  expect(days.map(day => day.clock[0]?.start).slice(0, 2)).toEqual(['08:00', '07:00'])
  expect((await fixture.client.teaching.ofCohort({ code: late })).days[0]?.clock).toEqual(days[0]?.clock)
})
