import ICAL from 'ical.js'
import { afterEach, expect, test } from 'vitest'
import { addDays } from '../../../../shared/kernel/plain-date.ts'
import { addInstructor, addTrainees, decidedCohort, setUp } from '../../cohort-steps.ts'
import { type Fixture, openFixture } from '../../fixture.ts'

let fixture: Fixture
afterEach(() => fixture.remove())

const today = '2025-01-20'

async function eventsOf(): Promise<ICAL.Component[]> {
  const { file } = await fixture.client.report.calendar({})
  expect(file.name).toBe('jatuh-tempo.ics')
  return new ICAL.Component(ICAL.parse(await file.text())).getAllSubcomponents('vevent')
}

test('the calendar file has each due item on its day, overdue ones on today, with stable ids', async () => {
  fixture = openFixture({ today: '2024-12-10' })
  await setUp(fixture)
  const instructorId = await addInstructor(fixture, 'Rina Marliana', {})
  await decidedCohort(fixture, { instructorId, traineeIds: await addTrainees(fixture, 8) }, { heldOn: '2025-01-14' })
  fixture.setToday(today)
  const due = await fixture.client.report.due({})
  expect(due.map(item => item.kind)).toContain('report')
  const events = await eventsOf()
  expect(
    events.map(event => [event.getFirstPropertyValue('summary'), String(event.getFirstPropertyValue('dtstart'))]),
  ).toEqual(due.map(({ title, due, daysLeft }) => [title, daysLeft < 0 ? today : due]))
  for (const event of events) {
    const [start, end] = ['dtstart', 'dtend'].map(name => String(event.getFirstPropertyValue(name)))
    expect(end).toBe(addDays(start as typeof today, 1))
    expect(String(event.getFirstSubcomponent('valarm')?.getFirstPropertyValue('trigger'))).toBe('-P3D')
  }
  const identities = events.map(event => event.getFirstPropertyValue('uid'))
  expect(new Set(identities).size).toBe(events.length)
  expect((await eventsOf()).map(event => event.getFirstPropertyValue('uid'))).toEqual(identities)
})
