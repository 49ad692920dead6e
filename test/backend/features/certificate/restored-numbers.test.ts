import { readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { PlainDate } from '../../../../shared/kernel/plain-date.ts'
import { addInstructor, addTrainees, decidedCohort, enrolled, issueAll, setUp } from '../../cohort-steps.ts'
import { type Fixture, openFixture } from '../../fixture.ts'

let fixture: Fixture
let code: string
let snapshot: string
const today: PlainDate = '2024-12-20'

beforeEach(async () => {
  fixture = openFixture()
  await setUp(fixture)
  const instructorId = await addInstructor(fixture, 'Rina Marliana, S.Pd.', {})
  const traineeIds = await addTrainees(fixture, 4)
  code = await decidedCohort(fixture, { start: '2024-12-02', instructorId, traineeIds }, { heldOn: today })
  snapshot = (await fixture.client.session.takeSnapshot({})).name
})
afterEach(() => fixture.remove())

const book = async () => (await fixture.client.book.list({ search: '', kind: null, limit: 100, offset: 0 })).rows

async function issueOne(position: number): Promise<string> {
  const { enrolmentId } = await enrolled(fixture, code, position)
  const { officerId } = await fixture.client.certificate.prepare({
    ...{ code, kind: 'certificate', issuedOn: today, officerId: null },
  })
  if (officerId === null) throw new Error('nobody may sign')
  const kind = 'certificate' as const
  const request = { code, kind, issuedOn: today, officerId, enrolmentIds: [enrolmentId] }
  return (await fixture.client.certificate.issue(request)).issued[0]?.number ?? ''
}

test('numbers given after a snapshot are void after its restore, and never given again', async () => {
  const given = await issueAll(fixture, code, today)
  expect(given).toHaveLength(4)
  await fixture.client.session.restore({ snapshot })
  expect((await book()).map(row => `${row.number} ${row.state}`).toSorted()).toEqual(
    given.map(number => `${number} void`).toSorted(),
  )
  const again = await issueAll(fixture, code, today)
  expect(again).toHaveLength(4)
  expect(again.filter(number => given.includes(number))).toEqual([])
  expect(new Set((await book()).map(row => row.number)).size).toBe(8)
  expect(fixture.audit().filter(row => row.entity === 'certificate_number')).toHaveLength(4)
})

test('the replaced database file names them if the list beside the database is lost', async () => {
  const given = await issueAll(fixture, code, today)
  rmSync(join(fixture.folder, 'nomor-terbit.txt'))
  await fixture.client.session.restore({ snapshot })
  expect((await book()).map(row => row.number).toSorted()).toEqual(given.toSorted())
  expect(readdirSync(fixture.folder).filter(name => name.startsWith('baca-'))).toEqual([])
})

test('the list beside the database names them if the replaced file is unreadable', async () => {
  const given = await issueAll(fixture, code, today)
  await fixture.backend.close()
  const file = join(fixture.folder, 'balai.db')
  truncateSync(file, Math.floor(statSync(file).size / 3))
  await fixture.reopen()
  await fixture.client.session.restore({ snapshot })
  expect((await book()).map(row => row.number).toSorted()).toEqual(given.toSorted())
})

test('data that was set back without a restore does not reuse numbers either', async () => {
  const given = [await issueOne(1), await issueOne(2)]
  await fixture.backend.close()
  writeFileSync(join(fixture.folder, 'balai.db'), readFileSync(join(fixture.folder, 'cadangan', snapshot)))
  await fixture.reopen()
  await fixture.client.session.goOn({})
  expect(given).not.toContain(await issueOne(3))
  expect(
    (await book())
      .filter(row => row.state === 'void')
      .map(row => row.number)
      .toSorted(),
  ).toEqual(given.toSorted())
})

test('a torn line and a gap in the list do no harm', async () => {
  const given = await issueAll(fixture, code, today)
  const list = join(fixture.folder, 'nomor-terbit.txt')
  const lines = readFileSync(list, 'utf8').split('\n')
  writeFileSync(list, `${lines.filter((_, index) => index !== 2).join('\n')}["certificate","",20`)
  await fixture.backend.close()
  writeFileSync(join(fixture.folder, 'balai.db'), readFileSync(join(fixture.folder, 'cadangan', snapshot)))
  await fixture.reopen()
  await fixture.client.session.goOn({})
  const again = await issueAll(fixture, code, today)
  expect(again.filter(number => given.includes(number))).toEqual([])
  await fixture.client.session.takeSnapshot({})
  expect(new Set(again).size).toBe(4)
})
