import { afterAll, beforeAll, expect, test } from 'vitest'
import { createSampleCohort, roomNamed, setUp } from '../cohort-steps.ts'
import { domainErrorOf, type Fixture, openFixture } from '../fixture.ts'

let fixture: Fixture
beforeAll(async () => {
  fixture = openFixture()
  await setUp(fixture)
  await createSampleCohort(fixture, { roomId: await roomNamed(fixture, 'R. Rias 1') })
})
afterAll(() => fixture.remove())

test('nothing and nobody is booked twice', async () => {
  const roomId = await roomNamed(fixture, 'R. Rias 1')
  const second = createSampleCohort(fixture, { number: 2, start: '2025-01-08', roomId })
  expect(await domainErrorOf(second)).toMatchObject({ code: 'room_busy', n: 1, cohort: 'Tata Rias I' })
  expect(await createSampleCohort(fixture, { number: 2, start: '2025-01-09', roomId })).toBe('TR-2025-02')
})
