import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { IssuePreparation } from '../../../../shared/features/certificate/contract.ts'
import type { OfficerId, TraineeId } from '../../../../shared/ids.ts'
import type { PlainDate } from '../../../../shared/kernel/plain-date.ts'
import { readPdf } from '../../../papers/read-pdf.ts'
import {
  addInstructor,
  addTrainees,
  createSampleCohort,
  decidedCohort,
  enrolled,
  issueAll,
  issuedPapers,
  samplePerson,
  setUp,
} from '../../cohort-steps.ts'
import { domainErrorOf, type Fixture, openFixture, rejectedAs } from '../../fixture.ts'
import { pngOf } from '../../pictures.ts'

let fixture: Fixture
let code: string
let people: TraineeId[]
let officerId: OfficerId
beforeEach(async () => {
  fixture = openFixture()
  await setUp(fixture)
  const instructorId = await addInstructor(fixture, 'Rina Marliana, S.Pd.', {})
  people = await addTrainees(fixture, 4)
  // The class ends on 20 December 2024; the fourth person fails.
  code = await decidedCohort(
    fixture,
    { start: '2024-12-02', instructorId, traineeIds: people },
    { heldOn: '2024-12-20', absences: { 4: { 1: 'A', 2: 'A', 3: 'A', 4: 'A' } } },
  )
  const [officer] = (await fixture.client.centre.get({})).officers
  if (!officer) throw new Error('nobody signs')
  officerId = officer.id
})
afterEach(() => fixture.remove())

type Kind = IssuePreparation['kind']
async function issue(positions: number[], issuedOn: PlainDate, kind: Kind = 'certificate', changes: object = {}) {
  const enrolmentIds = []
  for (const position of positions) enrolmentIds.push((await enrolled(fixture, code, position)).enrolmentId)
  if (issuedOn > '2024-12-20') fixture.setToday(issuedOn)
  const { issued } = await fixture.client.certificate.issue({
    code,
    kind,
    issuedOn,
    officerId,
    enrolmentIds,
    ...changes,
  })
  return issued
}
const numbers = async (...request: Parameters<typeof issue>) => (await issue(...request)).map(row => row.number)
const prepare = (kind: Kind, issuedOn: PlainDate) =>
  fixture.client.certificate.prepare({ code, kind, issuedOn, officerId: null })

describe('a second official', () => {
  test('signs at the left of the certificate and of its replacement; not outside the days in office', async () => {
    const { client } = fixture
    const { id: agencyHead } = await client.centre.saveOfficer({
      id: null,
      officer: {
        role: 'BUDGET_HOLDER',
        prefix: '',
        title: 'Kepala Dinas Ketenagakerjaan',
        name: 'Hj. Contoh Pejabat, M.M.',
        rank: '',
        nip: '',
        validFrom: '2024-01-01',
        validUntil: '2024-12-31',
      },
    })
    const { acknowledgers } = await prepare('certificate', '2024-12-30')
    expect(acknowledgers.map(one => one.id).toSorted()).toEqual([agencyHead, officerId].toSorted())
    const late = issue([2], '2025-01-02', 'certificate', { acknowledgerId: agencyHead })
    expect(await rejectedAs(late, 'officer_not_valid')).toMatchObject({ name: 'Hj. Contoh Pejabat, M.M.' })
    const [first] = await issue([1], '2024-12-30', 'certificate', { acknowledgerId: agencyHead })
    if (!first) throw new Error('nothing was issued')
    const textOf = async (id: typeof first.id) =>
      (await readPdf(new Uint8Array(await (await client.certificate.file({ id })).arrayBuffer()))).pages[0]?.text
    expect(await textOf(first.id)).toMatch(/Mengetahui[\s\S]*Kepala Dinas Ketenagakerjaan/)
    fixture.setToday('2024-12-31')
    const again = await client.book.replace({
      id: first.id,
      issuedOn: '2024-12-31',
      officerId,
      reason: 'Nama salah tulis',
    })
    expect(await textOf(again.id)).toContain('Kepala Dinas Ketenagakerjaan')
    const [alone] = await issue([2], '2024-12-30')
    expect(await textOf(alone?.id ?? first.id)).not.toContain('Mengetahui')
  })
})

describe('numbers', () => {
  test('run per kind and year, over New Year and back', async () => {
    expect(await numbers([1], '2024-12-30')).toEqual(['500.15/0001/BLK/XII/2024'])
    expect(await numbers([2], '2025-01-02')).toEqual(['500.15/0001/BLK/I/2025'])
    expect(await numbers([3], '2024-12-31')).toEqual(['500.15/0002/BLK/XII/2024'])
    expect(await numbers([4], '2024-12-31', 'statement')).toEqual(['500.15/0001/KET-BLK/XII/2024'])
  })

  test('follow the order of the list, whatever the order of the call, and continue in the next class', async () => {
    expect((await issue([3, 1, 2], '2024-12-20')).map(row => row.name)).toEqual([
      'Ani Suryani',
      'Dewi Lestari',
      'Eka Puspitasari',
    ])
    fixture.setToday('2025-01-02')
    const instructorId = await addInstructor(fixture, 'Sari', {})
    const next = await decidedCohort(
      fixture,
      { number: 1, start: '2025-01-02', instructorId, traineeIds: await addTrainees(fixture, 1, 20) },
      { heldOn: '2025-01-24' },
    )
    fixture.setToday('2025-01-24')
    expect(await issueAll(fixture, next, '2025-01-24')).toEqual(['500.15/0001/BLK/I/2025'])
  })

  test('start after the last handwritten number of the office', async () => {
    const { rules } = await fixture.client.centre.get({})
    await fixture.client.centre.updateRules({ ...rules, firstCertificateNumber: 57, firstStatementNumber: 9 })
    const ready = await prepare('certificate', '2024-12-20')
    expect(ready.candidates.map(row => row.number)).toEqual([
      '500.15/0057/BLK/XII/2024',
      '500.15/0058/BLK/XII/2024',
      '500.15/0059/BLK/XII/2024',
    ])
    expect(await numbers([1, 2], '2024-12-20')).toEqual(['500.15/0057/BLK/XII/2024', '500.15/0058/BLK/XII/2024'])
    await fixture.client.centre.updateRules({ ...rules, firstCertificateNumber: 1 })
    expect(await numbers([3], '2024-12-20')).toEqual(['500.15/0059/BLK/XII/2024'])
    expect(await numbers([4], '2024-12-20', 'statement')).toEqual(['500.15/0001/KET-BLK/XII/2024'])
  })

  test('are never shared by two simultaneous issues, and a failed issue uses none', async () => {
    const both = await Promise.all([issue([1], '2024-12-20'), issue([2], '2024-12-20')])
    // The issue whose files are first on disk takes the first number.
    expect(
      both
        .flat()
        .map(row => row.number)
        .toSorted(),
    ).toEqual(['500.15/0001/BLK/XII/2024', '500.15/0002/BLK/XII/2024'])
    await rejectedAs(issue([3, 1], '2024-12-20'), 'already_issued')
    expect(await numbers([3], '2024-12-20')).toEqual(['500.15/0003/BLK/XII/2024'])
  })

  test('a preview uses none either', async () => {
    for (let times = 0; times < 3; times += 1) {
      expect((await prepare('certificate', '2024-12-20')).candidates[0]?.number).toBe('500.15/0001/BLK/XII/2024')
    }
    const { enrolmentId } = await enrolled(fixture, code, 2)
    const draft = { code, kind: 'certificate' as const, issuedOn: '2024-12-20' as const, officerId, enrolmentId }
    const preview = await fixture.client.certificate.preview(draft)
    expect(preview.name).toBe('contoh-Dewi Lestari.pdf')
    expect((await readPdf(new Uint8Array(await preview.arrayBuffer()))).pages[0]?.text).toContain('CONTOH')
    expect(await issuedPapers(fixture.client)).toEqual([])
  })

  test('that another series has taken are refused by name, before and at issue', async () => {
    const { rules } = await fixture.client.centre.get({})
    await fixture.client.centre.updateRules({ ...rules, statementTemplate: rules.certificateTemplate })
    await issue([1, 2, 3], '2024-12-20')
    expect(await domainErrorOf(issue([4], '2024-12-20', 'statement'))).toEqual({
      code: 'number_taken',
      number: '500.15/0001/BLK/XII/2024',
    })
    expect((await prepare('statement', '2024-12-20')).checks).toMatchObject([
      { level: 'error', message: expect.stringContaining('500.15/0001/BLK/XII/2024') },
    ])
  })
})

describe('refused', () => {
  test('a second paper for the same person, of either kind, also when issued at the same time', async () => {
    const results = await Promise.allSettled([issue([1], '2024-12-20'), issue([1], '2024-12-20')])
    expect(results.map(result => result.status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(await domainErrorOf(issue([1], '2024-12-21'))).toEqual({
      code: 'already_issued',
      name: 'Ani Suryani',
      number: '500.15/0001/BLK/XII/2024',
    })
  })

  test('an official not in office on that day', async () => {
    const officer = { prefix: 'Plt.' as const, title: 'Kepala UPT', name: 'Endah, S.E.', rank: '', nip: '' }
    const { id } = await fixture.client.centre.saveOfficer({
      id: null,
      officer: { ...officer, validFrom: '2024-12-01', validUntil: '2024-12-20' },
    })
    expect(await domainErrorOf(issue([1], '2024-12-21', 'certificate', { officerId: id }))).toEqual({
      code: 'officer_not_valid',
      name: 'Endah, S.E.',
      date: '2024-12-21',
    })
    expect(await numbers([1], '2024-12-20', 'certificate', { officerId: id })).toHaveLength(1)
    const ready = await prepare('certificate', '2024-12-21')
    expect(ready.officers.map(row => row.valid)).toEqual([false, true])
    expect(ready.officerId).toBe(officerId)
  })

  test('a date before the panel', async () => {
    expect(await domainErrorOf(issue([1], '2024-12-19'))).toEqual({
      code: 'issue_before_panel',
      date: '2024-12-19',
      heldOn: '2024-12-20',
    })
  })

  test('the other kind, an unknown person, a class without decision', async () => {
    expect(await domainErrorOf(issue([4], '2024-12-20'))).toEqual({ code: 'not_entitled', name: 'Fitri Handayani' })
    await rejectedAs(issue([1], '2024-12-20', 'statement'), 'not_entitled')
    await rejectedAs(issue([1], '2024-12-20', 'certificate', { officerId: 99 }), 'not_found')
    const open = await createSampleCohort(fixture, { number: 2, start: '2025-02-03', traineeIds: people.slice(0, 1) })
    await rejectedAs(issue([1], '2025-02-20', 'certificate', { code: open }), 'panel_not_decided')
    expect((await prepare('certificate', '2024-12-20')).candidates.map(row => row.position)).toEqual([1, 2, 3])
  })

  test('a person without a place of birth, by name', async () => {
    await fixture.client.trainee.save({ id: people[1] ?? failed(), trainee: samplePerson(1, { birthPlace: '' }) })
    const { candidates } = await prepare('certificate', '2024-12-20')
    expect(candidates.map(row => row.checks.map(check => check.level))).toEqual([[], ['error'], []])
    expect(await domainErrorOf(issue([1, 2], '2024-12-20'))).toEqual({
      code: 'issue_checks',
      messages: ['Dewi Lestari: Tempat lahir kosong'],
    })
    expect(await numbers([1], '2024-12-20')).toHaveLength(1)
  })
})

function failed(): never {
  throw new Error('there are four people')
}

describe('frozen', () => {
  const bytes = async (file: Promise<{ arrayBuffer(): Promise<ArrayBuffer> }>) =>
    Buffer.from(await (await file).arrayBuffer())

  async function changeEverything(): Promise<void> {
    const { centre, rules, officers } = await fixture.client.centre.get({})
    const { practice: _, hasLogo: __, logo: ___, ...draft } = centre
    await fixture.client.centre.update({ ...draft, name: 'Balai Lain', city: 'Serang', paperSize: 'F4' })
    await fixture.client.centre.setLogo({ logo: pngOf(0, 90, 200) })
    await fixture.client.centre.updateRules({ ...rules, certificatePalette: 'hitam', certificateBackSignedBy: 'head' })
    for (const { id, ...officer } of officers) {
      await fixture.client.centre.saveOfficer({ id, officer: { ...officer, name: 'Orang Baru', title: 'Kepala Baru' } })
    }
    await fixture.client.trainee.save({
      id: people[0] ?? failed(),
      trainee: samplePerson(0, { name: 'Ani Berganti Nama' }),
    })
    await fixture.client.trainee.setPhoto({ id: people[0] ?? failed(), photo: pngOf(9, 9, 9) })
  }

  test('a reprint has the bytes of its issue, whatever has changed since', async () => {
    await fixture.client.centre.setLogo({ logo: pngOf(200, 0, 0) })
    const [certificate] = await issue([1, 2], '2024-12-20')
    const [statement] = await issue([4], '2024-12-20', 'statement')
    if (!certificate || !statement) throw new Error('nothing was issued')
    const papers = () =>
      Promise.all([
        bytes(fixture.client.certificate.file({ id: certificate.id })),
        bytes(fixture.client.certificate.file({ id: statement.id })),
        bytes(fixture.client.certificate.cohortFile({ code, kind: 'certificate' })),
        bytes(fixture.client.certificate.cohortFile({ code, kind: 'statement' })),
      ])
    const before = await papers()
    await changeEverything()
    await fixture.reopen()
    const after = await papers()
    for (const [index, paper] of before.entries()) expect(paper.equals(after[index] ?? Buffer.alloc(0))).toBe(true)
    const { pages } = await readPdf(new Uint8Array(before[0]))
    expect(pages[0]?.text).toContain('ANI SURYANI')
    expect(pages[0]?.text).toContain('500.15/0001/BLK/XII/2024')
  })

  test('the file of a class keeps the design of each issue', async () => {
    await fixture.client.centre.setLogo({ logo: pngOf(200, 0, 0) })
    await issue([1], '2024-12-20')
    const pictures = async () => {
      const file = await bytes(fixture.client.certificate.cohortFile({ code, kind: 'certificate' }))
      return file.toString('latin1').split('/Subtype /Image').length - 1
    }
    const one = await pictures()
    await changeEverything()
    await issue([2], '2024-12-20')
    expect(await pictures()).toBe(one + 1)
  })

  test('every issue is recorded with person and time', async () => {
    fixture.actAs('Budi')
    await issue([1, 2], '2024-12-20')
    expect(fixture.audit().slice(-2)).toMatchObject([
      {
        operator: 'Budi',
        operation: 'certificate.issue',
        entity: 'certificate',
        entity_id: '500.15/0001/BLK/XII/2024',
      },
      {
        operator: 'Budi',
        operation: 'certificate.issue',
        entity: 'certificate',
        entity_id: '500.15/0002/BLK/XII/2024',
      },
    ])
  })
})

test('the register finds papers by number, class and name, with and without accents', async () => {
  await fixture.client.trainee.save({ id: people[1] ?? failed(), trainee: samplePerson(1, { name: 'Renée D’Arcy' }) })
  await issue([1, 2, 3], '2024-12-20')
  const found = async (search: string) => (await issuedPapers(fixture.client, search)).map(row => row.name)
  expect(await found('')).toEqual(['Eka Puspitasari', 'Renée D’Arcy', 'Ani Suryani'])
  expect(await found('0003/blk')).toEqual(['Eka Puspitasari'])
  expect(await found('renee darcy')).toEqual(['Renée D’Arcy'])
  expect(await found('tr-2024-01')).toHaveLength(3)
  expect(await found('nobody')).toEqual([])
  const page = await fixture.client.book.list({ search: '', kind: null, limit: 1, offset: 1 })
  expect(page).toMatchObject({ total: 3, rows: [{ name: 'Renée D’Arcy' }] })
})
