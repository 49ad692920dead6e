import { afterEach, beforeEach, expect, test } from 'vitest'
import type { CompetenceTestDraft } from '../../../../shared/features/competence/contract.ts'
import type { EnrolmentId, TraineeId } from '../../../../shared/ids.ts'
import { addInstructor, addTrainees, decidedCohort, enrolled, setUp } from '../../cohort-steps.ts'
import { domainErrorOf, type Fixture, inputProblems, openFixture, rejectedAs } from '../../fixture.ts'

let fixture: Fixture
let code: string
let people: TraineeId[]
let enrolments: EnrolmentId[]
beforeEach(async () => {
  fixture = openFixture()
  await setUp(fixture)
  const instructorId = await addInstructor(fixture, 'Rina', {})
  people = await addTrainees(fixture, 3)
  code = await decidedCohort(fixture, { instructorId, traineeIds: people }, { heldOn: '2025-01-09' })
  enrolments = await Promise.all([1, 2, 3].map(async n => (await enrolled(fixture, code, n)).enrolmentId))
})
afterEach(() => fixture.remove())

const competent: CompetenceTestDraft = {
  testedOn: '2025-01-08',
  lsp: 'LSP Kecantikan Contoh',
  scheme: 'Penata Rias Wajah',
  result: 'K',
  number: '96022 5142 3 0000001 2025',
  registration: 'KEC.1565.00001.2025',
  validUntil: '2028-01-08',
}
const notYet: CompetenceTestDraft = { ...competent, result: 'BK', number: '', registration: '', validUntil: null }
const save = (index: number, test: CompetenceTestDraft | null) =>
  fixture.client.competence.save({ code, tests: [{ enrolmentId: enrolments[index] as EnrolmentId, test }] })
const listed = async (of: string | null = code) => fixture.client.competence.list({ code: of })

test('a result is kept beside the decision of the panel, corrected, and deleted', async () => {
  await save(0, { ...competent, number: '  96022 5142 3  0000001 2025 '.toLowerCase() })
  await save(1, notYet)
  expect((await listed()).map(({ decision, test }) => [decision, test?.result, test?.number])).toEqual([
    ['passed', 'K', '96022 5142 3 0000001 2025'],
    ['passed', 'BK', ''],
    ['passed', undefined, undefined],
  ])
  await save(1, { ...competent, number: '96022 5142 3 0000002 2025' })
  await save(0, null)
  expect((await listed(null)).map(row => row.name)).toEqual(['Dewi Lestari'])
  expect(fixture.audit().at(-1)).toMatchObject({
    operation: 'competence.save',
    entity: 'competence_test',
    after: 'null',
  })
})

test('after a second test one result counts, and the earlier one is still shown', async () => {
  await save(0, { ...notYet, testedOn: '2025-01-07' })
  await save(0, { ...notYet, testedOn: '2025-01-07', scheme: 'Penata Rias' })
  await save(0, competent)
  expect(await listed()).toMatchObject([
    { test: { result: 'K' }, earlier: [{ testedOn: '2025-01-07', result: 'BK', number: '' }] },
    { earlier: [] },
    { earlier: [] },
  ])
  await save(0, null)
  await save(0, competent)
  expect((await listed(null))[0]?.earlier).toHaveLength(1)
})

test('impossible results are refused: a number of another person, a number without K, an end before the test, a future date', async () => {
  await save(0, competent)
  expect(await domainErrorOf(save(1, competent))).toEqual({
    code: 'test_number_taken',
    number: competent.number,
    name: 'Ani Suryani',
  })
  expect(await inputProblems(save(1, { ...notYet, number: '1' }))).not.toEqual([])
  expect(await inputProblems(save(1, { ...competent, validUntil: '2025-01-08' }))).not.toEqual([])
  await rejectedAs(save(1, { ...competent, number: '', testedOn: '2025-02-01' }), 'not_tested_yet')
  const [row] = await listed()
  expect(row?.test).toMatchObject(competent)
})

test('the sheet for Excel holds every digit as text', async () => {
  await save(0, competent)
  const file = await fixture.client.competence.export({ code })
  expect(file.name).toBe(`uji-bnsp-${code}.xlsx`)
  const { readSheet } = await import('read-excel-file/node')
  const rows = await readSheet(Buffer.from(await file.arrayBuffer()))
  expect(rows[1]).toEqual(expect.arrayContaining(['Ani Suryani', '08/01/2025', competent.number, 'Kompeten']))
  expect(rows).toHaveLength(2)
})

test('is in the copy for the person; an anonymous person keeps the result but no number', async () => {
  await save(0, competent)
  const id = people[0] as TraineeId
  const copy = await fixture.client.rights.exportPerson({ id, format: 'json' })
  expect(await copy.text()).toContain(competent.number)
  fixture.setToday('2040-01-10')
  await fixture.client.rights.anonymise({ ids: [id], reason: null })
  const [row] = await listed()
  expect(row?.test).toMatchObject({ result: 'K', number: '', registration: '' })
  expect(fixture.audit().some(entry => `${entry.before}${entry.after}`.includes(competent.number))).toBe(false)
  await rejectedAs(save(0, { ...competent, lsp: 'LSP Lain' }), 'person_closed')
})
