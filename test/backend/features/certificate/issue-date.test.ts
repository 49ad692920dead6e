import { afterEach, beforeEach, expect, test } from 'vitest'
import type { CertificateId } from '../../../../shared/ids.ts'
import type { PlainDate } from '../../../../shared/kernel/plain-date.ts'
import { addInstructor, addTrainees, decidedCohort, enrolled, setUp } from '../../cohort-steps.ts'
import { type Fixture, openFixture, rejectedAs } from '../../fixture.ts'

let fixture: Fixture
let code: string
const today: PlainDate = '2024-12-20'

beforeEach(async () => {
  fixture = openFixture()
  await setUp(fixture)
  const instructorId = await addInstructor(fixture, 'Rina Marliana, S.Pd.', {})
  const traineeIds = await addTrainees(fixture, 2)
  code = await decidedCohort(fixture, { start: '2024-12-02', instructorId, traineeIds }, { heldOn: today })
})
afterEach(() => fixture.remove())

async function officerId() {
  const { officers } = await fixture.client.centre.get({})
  return officers[0]?.id ?? failed()
}
const failed = (): never => {
  throw new Error('nobody signs')
}
async function issue(issuedOn: PlainDate, position = 1) {
  const { enrolmentId } = await enrolled(fixture, code, position)
  const request = { code, kind: 'certificate' as const, issuedOn, officerId: await officerId() }
  const { issued } = await fixture.client.certificate.issue({ ...request, enrolmentIds: [enrolmentId] })
  return issued[0]?.id ?? failed()
}
const replace = async (id: CertificateId, issuedOn: PlainDate) =>
  fixture.client.book.replace({ id, issuedOn, officerId: await officerId(), reason: 'Tanggal salah', exception: null })

test('a mistyped year is refused, and reported before the issue', async () => {
  const error = await rejectedAs(issue('2029-12-20'), 'issue_in_future')
  expect(error).toMatchObject({ date: '2029-12-20', latest: today })
  const input = { code, kind: 'certificate' as const, issuedOn: '2029-12-20' as const, officerId: null }
  const { checks } = await fixture.client.certificate.prepare(input)
  expect(checks.map(check => check.message)).toContainEqual(expect.stringContaining('belum tiba'))
})

test('the rules may allow a ceremony a few days ahead, and such a paper can be corrected today', async () => {
  const { rules } = await fixture.client.centre.get({})
  await fixture.client.centre.updateRules({ ...rules, issueDaysAhead: 5 })
  await rejectedAs(issue('2024-12-26'), 'issue_in_future')
  const [first, second] = [await issue('2024-12-25'), await issue('2024-12-25', 2)]
  await fixture.client.book.revoke({ id: first, revokedOn: today, reason: 'Acara dibatalkan' })
  await replace(second, '2024-12-23')
})

test('a paper dated by a clock that ran ahead can be replaced, and revoked', async () => {
  fixture.setToday('2026-02-02')
  const [first, second] = [await issue('2026-02-02'), await issue('2026-02-02', 2)]
  fixture.setToday('2024-12-23')
  await replace(first, '2024-12-23')
  await fixture.client.book.revoke({ id: second, revokedOn: '2024-12-23', reason: 'Jam komputer salah' })
})

test('a replacement and a handwritten paper cannot have a future date either', async () => {
  const id = await issue(today)
  await rejectedAs(replace(id, '2025-12-20'), 'issue_checks')
  await fixture.client.book.reserve({ kind: 'certificate', series: '', date: today, count: 1, reason: 'Blanko lama' })
  const { rows } = await fixture.client.book.list({ search: '', kind: null, limit: 10, offset: 0 })
  const { setAsideId } = rows.find(row => row.setAsideId !== null) ?? failed()
  const byHand = { id: setAsideId ?? failed(), holder: 'Siti', program: '', issuedOn: '2025-12-20' as const }
  await rejectedAs(fixture.client.book.recordByHand(byHand), 'issue_in_future')
})
