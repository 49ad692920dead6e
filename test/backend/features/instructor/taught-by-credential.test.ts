import { afterEach, beforeEach, expect, test } from 'vitest'
import type { InstructorId } from '../../../../shared/ids.ts'
import { addInstructor, addTrainees, createSampleCohort, setUp, technical } from '../../cohort-steps.ts'
import { type Fixture, openFixture, rejectedAs } from '../../fixture.ts'

// Recorded hours need the credential with which they were taught, as planned hours do.

let fixture: Fixture
let dian: InstructorId
beforeEach(async () => {
  fixture = openFixture()
  await setUp(fixture)
  const rina = await addInstructor(fixture, 'Rina', {})
  dian = await addInstructor(fixture, 'Dian', {})
  const code = await createSampleCohort(fixture, { instructorId: rina, traineeIds: await addTrainees(fixture, 1) })
  fixture.setToday('2024-12-16')
  const { units } = await fixture.client.teaching.ofCohort({ code })
  const lesson = { instructorId: dian, unitId: units[0]?.id ?? null, kind: 'theory' as const, firstHour: 1, hours: 2 }
  await fixture.client.teaching.record({ code, n: 1, lessons: [{ ...lesson, note: '' }], reason: null })
})
afterEach(() => fixture.remove())

async function credential() {
  const [first] = (await fixture.client.instructor.get({ id: dian })).credentials
  if (!first) throw new Error('Dian has one')
  return first
}
async function change(changes: Partial<typeof technical>) {
  const { id, number } = await credential()
  return fixture.client.instructor.saveCredential({
    instructorId: dian,
    id,
    credential: { ...technical, number, ...changes },
  })
}

test.each([
  ['shortened', { validUntil: '2024-12-15' }],
  ['begun later', { issued: '2024-12-17' }],
  ['given another trade', { trades: ['TB'] }],
  ['given another kind', { kind: 'METODOLOGI' }],
] as const)('it is not %s', async (_, changes) => {
  await rejectedAs(change(changes as Partial<typeof technical>), 'credential_in_use')
})

test('it cannot be deleted', async () => {
  await rejectedAs(fixture.client.instructor.removeCredential({ id: (await credential()).id }), 'credential_in_use')
})

test('it can be shortened to the last taught day, and no further', async () => {
  await change({ validUntil: '2024-12-16' })
  expect(await credential()).toMatchObject({ validUntil: '2024-12-16' })
})

test.each([
  "UPDATE credential SET valid_until = '2024-12-15'",
  'DELETE FROM credential_trade',
  'DELETE FROM credential',
])('the schema enforces the same: %s', async statement => {
  await fixture.backend.close()
  const raw = fixture.rawDatabase()
  expect(() =>
    raw.exec(`BEGIN; ${statement} WHERE ${statement.includes('trade') ? 'credential_id' : 'id'} > 1; COMMIT`),
  ).toThrow('teaching_without_credential')
  raw.close()
  await fixture.reopen()
})
