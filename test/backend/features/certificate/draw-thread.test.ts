import { afterEach, beforeEach, expect, test } from 'vitest'
import { manyCertificates } from '../../../../build/bench/certificates/content.ts'
import { drawEach, drawTogether } from '../../../../electron/backend/features/certificate/issue/draw-issued.ts'
import { paperKeys } from '../../../../shared/facts/paper-key.ts'
import { addInstructor, addTrainees, decidedCohort, issueAll, setUp } from '../../cohort-steps.ts'
import { type Fixture, openFixture } from '../../fixture.ts'
import { longestSlice } from '../../longest-slice.ts'

const look = { logo: null, paperSize: 'A4', palette: 'berwarna', design: null } as const
const requests = manyCertificates(20).map(({ facts, photo }) => ({ facts, photo }))
const plain = requests.slice(0, 5)

let fixture: Fixture
beforeEach(() => {
  fixture = openFixture({ alone: false })
})
afterEach(() => fixture.remove())

test('a thread draws the same bytes, as one file each or all in one', async () => {
  const [beside, here] = [
    await drawEach({ alone: false }, 'certificate', requests, look),
    await drawEach({ alone: true }, 'certificate', requests, look),
  ]
  expect(beside.map(bytes => Buffer.from(bytes).toString('latin1'))).toEqual(
    here.map(bytes => Buffer.from(bytes).toString('latin1')),
  )
  const together = await drawTogether({ alone: false }, 'certificate', plain, look)
  expect(Buffer.compare(together, await drawTogether({ alone: true }, 'certificate', plain, look))).toBe(0)
})

test('an issue, the file of a class and its folder never block the answering thread', async () => {
  await setUp(fixture)
  const instructorId = await addInstructor(fixture, 'Rina Marliana, S.Pd.', {})
  const traineeIds = await addTrainees(fixture, 16)
  const code = await decidedCohort(fixture, { start: '2024-12-02', instructorId, traineeIds }, { heldOn: '2024-12-20' })
  const issue = await longestSlice(() => issueAll(fixture, code, '2024-12-20'))
  const file = await longestSlice(() =>
    fixture.client.certificate.cohortFile({ code, kind: 'certificate', size: null }),
  )
  const zip = await longestSlice(() => fixture.client.book.cohortFiles({ code, kind: 'certificate', merged: true }))
  const ticket = 'aaaa-0000'
  const folder = await longestSlice(() =>
    fixture.client.folder.makeFile({ code, size: null, scanPlace: 'AFTER', ticket }),
  )
  expect(Math.max(issue, file, zip, folder)).toBeLessThan(100)
  // The sheets of the file are registered, so that their scans can be recognised.
  expect(fixture.backend.workspace.read.value<number>('SELECT count(*) FROM sheet_page')).toBeGreaterThan(10)

  // All other papers of the class as PDF, document and spreadsheet; an error in the thread is an error here.
  const input = { code, size: null, day: null, from: null, traineeId: null }
  const start = async (made: Promise<{ file: File }>) =>
    Buffer.from(await (await made).file.slice(0, 4).arrayBuffer()).toString('latin1')
  for (const key of paperKeys) expect(await start(fixture.client.paper.make({ ...input, key })), key).toBe('%PDF')
  expect(await start(fixture.client.paper.office({ ...input, key: 'participants', format: 'docx' }))).toMatch(/^PK/)
  expect(await start(fixture.client.paper.office({ ...input, key: 'participants', format: 'xlsx' }))).toMatch(/^PK/)
  await expect(fixture.client.paper.make({ ...input, key: 'attendance-day', day: 59 })).rejects.toMatchObject({
    data: { code: 'not_found' },
  })
  const period = { from: '2024-01-01', to: '2024-12-31' } as const
  for (const format of ['pdf', 'xlsx', 'csv'] as const) {
    const made = fixture.client.report.file({ key: 'rekap-pelatihan', period, fundingSource: null, format, size: null })
    expect(await start(made), format).toMatch(format === 'pdf' ? /^%PDF/ : format === 'xlsx' ? /^PK/ : /^\w/)
  }
})
