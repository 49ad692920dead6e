import { createCanvas } from '@napi-rs/canvas'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type {
  IssueCheck,
  IssuePreparation,
  OverridableCheck,
} from '../../../../shared/features/certificate/contract.ts'
import type { OfficerId, TraineeId } from '../../../../shared/ids.ts'
import { readPdf } from '../../../papers/read-pdf.ts'
import { addInstructor, addTrainees, decidedCohort, enrolled, samplePerson, setUp } from '../../cohort-steps.ts'
import { domainErrorOf, type Fixture, openFixture, rejectedAs } from '../../fixture.ts'

let fixture: Fixture
let code: string
let people: TraineeId[]
let officerId: OfficerId
const reason = 'KTP pengganti masih diurus di kecamatan'
beforeEach(async () => {
  fixture = openFixture()
  await setUp(fixture)
  const instructorId = await addInstructor(fixture, 'Rina Marliana, S.Pd.', {})
  people = await addTrainees(fixture, 3)
  code = await decidedCohort(
    fixture,
    { start: '2024-12-02', instructorId, traineeIds: people },
    { heldOn: '2024-12-20', absences: { 3: { 1: 'A', 2: 'A', 3: 'A', 4: 'A' } } },
  )
  const [officer] = (await fixture.client.centre.get({})).officers
  if (!officer) throw new Error('nobody signs')
  officerId = officer.id
})
afterEach(() => fixture.remove())

type Override = { position: number | null; check: OverridableCheck; reason: string }
async function issue(
  positions: number[],
  overrides: Override[] = [],
  changes: { officerId?: OfficerId; kind?: IssuePreparation['kind']; printPhoto?: boolean } = {},
) {
  const of = async (position: number) => (await enrolled(fixture, code, position)).enrolmentId
  const enrolmentIds = await Promise.all(positions.map(of))
  const answered = await Promise.all(
    overrides.map(async ({ position, ...rest }) => ({
      ...rest,
      enrolmentId: position === null ? null : await of(position),
    })),
  )
  const request = { code, kind: 'certificate' as const, issuedOn: '2024-12-20' as const, officerId, enrolmentIds }
  return (await fixture.client.certificate.issue({ ...request, overrides: answered, ...changes })).issued
}
const prepare = (kind: IssuePreparation['kind'] = 'certificate') =>
  fixture.client.certificate.prepare({ code, kind, issuedOn: '2024-12-20', officerId })
const checksOf = async (position: number): Promise<IssueCheck[]> =>
  (await prepare()).candidates.find(row => row.position === position)?.checks ?? []
const rename = (index: number, changes: Parameters<typeof samplePerson>[1]) =>
  fixture.client.trainee.save({ id: people[index] as TraineeId, trainee: samplePerson(index, changes) })
const numbersUsed = () => fixture.backend.workspace.read.value<number>('SELECT count(*) FROM certificate')

describe('a failing check', () => {
  beforeEach(() => rename(1, { birthPlace: '' }))

  test('uses no number until it is overridden; the override stays with the paper', async () => {
    expect(await domainErrorOf(issue([1, 2]))).toEqual({
      code: 'issue_checks',
      messages: ['Dewi Lestari: Tempat lahir kosong'],
    })
    expect(numbersUsed()).toBe(0)
    fixture.actAs('Budi')
    const issued = await issue([1, 2], [{ position: 2, check: 'birth_place', reason }])
    expect(issued.map(row => row.number)).toEqual(['500.15/0001/BLK/XII/2024', '500.15/0002/BLK/XII/2024'])
    const { candidates } = await prepare()
    expect(candidates.map(row => row.issued?.overrides ?? [])).toEqual([
      [],
      [{ message: 'Tempat lahir kosong', reason, by: 'Budi', at: expect.stringContaining('2024-12-20') }],
    ])
    expect(fixture.audit().at(-1)).toMatchObject({
      operator: 'Budi',
      entity: 'issue_override',
      entity_id: '500.15/0002/BLK/XII/2024',
    })
    const raw = (sql: string) => () => fixture.backend.workspace.read.value(sql)
    expect(raw("UPDATE issue_override SET reason = 'lain'")).toThrow()
  })

  test('also blocks a correction until it is overridden', async () => {
    await issue([1])
    await rename(0, { birthPlace: '' })
    const id = (await prepare()).candidates[0]?.issued?.id
    if (!id) throw new Error('nobody got a paper')
    const correction = { id, issuedOn: '2024-12-20' as const, officerId }
    expect(await fixture.client.book.replacementChecks(correction)).toEqual({ red: ['Tempat lahir kosong'] })
    const correct = (exception: string | null) =>
      fixture.client.book.replace({ ...correction, reason: 'Nama salah ejaan', exception })
    expect(await domainErrorOf(correct(null))).toEqual({ code: 'issue_checks', messages: ['Tempat lahir kosong'] })
    expect(numbersUsed()).toBe(1)
    expect((await correct(reason)).number).toBe('500.15/0002/BLK/XII/2024')
    expect((await prepare()).candidates[0]?.issued?.overrides).toMatchObject([
      { message: 'Tempat lahir kosong', reason },
    ])
  })

  test('accepts no override for another person, another check, or a passing check', async () => {
    const other: Override[] = [{ position: 1, check: 'birth_place', reason }]
    await rejectedAs(issue([1, 2], other), 'issue_checks')
    expect(await domainErrorOf(issue([1], other))).toEqual({ code: 'override_for_nothing', check: 'birth_place' })
    await rejectedAs(issue([1], [{ position: null, check: 'days_open', reason }]), 'override_for_nothing')
    expect(numbersUsed()).toBe(0)
  })
})

describe('a photo', () => {
  const photo = createCanvas(354, 472).toDataURL('image/jpeg')
  const photos = () =>
    fixture.backend.workspace.read.all<{ photo: string | null }>(
      'SELECT photo_sha256 AS photo FROM certificate ORDER BY id',
    )
  const ask = async (printPhoto: boolean | null) =>
    fixture.client.certificate.prepare({ code, kind: 'certificate', issuedOn: '2024-12-20', officerId, printPhoto })
  const red = ({ candidates }: IssuePreparation) => candidates.map(row => row.checks.map(check => check.code))

  test('that is missing blocks the paper; with an empty box no photo is needed', async () => {
    await fixture.client.trainee.setPhoto({ id: people[0] as TraineeId, photo })
    const glued = await ask(null)
    expect([glued.printPhoto, red(glued)]).toEqual([false, [[], []]])
    const printed = await ask(true)
    expect([printed.printPhoto, red(printed)]).toEqual([true, [[], ['photo']]])
    const printPhoto = true
    await rejectedAs(issue([1, 2], [], { printPhoto }), 'issue_checks')
    await issue([1, 2], [{ position: 2, check: 'photo', reason }], { printPhoto })
    expect(photos().map(row => row.photo !== null)).toEqual([true, false])
  })

  test('is not needed on a design whose box stays empty', async () => {
    const { designs } = await fixture.client.certificateDesign.list({})
    const klasik = designs.find(row => row.builtIn === 'klasik')
    if (!klasik) throw new Error('Klasik is built in')
    const { design } = await fixture.client.certificateDesign.get({ id: klasik.id })
    const blocks = design.blocks.map(block => (block.kind === 'photo' ? { ...block, empty: true } : block))
    const own = { ...design, name: 'Klasik tempel', blocks }
    const { id } = await fixture.client.certificateDesign.save({ id: null, design: own })
    await fixture.client.certificateDesign.choose({ programId: null, designId: id })
    const checks = await ask(true)
    expect([checks.printPhoto, red(checks)]).toEqual([null, [[], []]])
    await issue([1], [], { printPhoto: true })
    expect(photos()).toEqual([{ photo: null }])
  })
})

describe('the checks of a person', () => {
  test('a long name is measured as printed, with a sample of its line', async () => {
    const long = 'Raden Ajeng Kusumaningrum Widyadhani Prameswari Hadiningrat'
    await rename(0, { name: long })
    expect((await checksOf(1))[0]).toMatchObject({ level: 'warning', code: 'name_long' })
    const { enrolmentId } = await enrolled(fixture, code, 1)
    const sample = await fixture.client.certificate.nameSample({ enrolmentId })
    const { pages } = await readPdf(new Uint8Array(await sample.arrayBuffer()))
    expect(pages[0]?.text).toContain(long.toUpperCase())
    await rename(0, { name: `${long} Sastrowardoyo Kertonegoro` })
    expect((await checksOf(1))[0]).toMatchObject({
      level: 'warning',
      message: expect.stringContaining('2 baris 15 pt'),
    })
    await rename(0, { name: 'W'.repeat(100) })
    expect((await checksOf(1))[0]).toMatchObject({ level: 'error', code: 'name_too_long', overridable: true })
  })

  test('odd capitals are shown with the usual spelling; they block nobody', async () => {
    await rename(0, { name: 'ANI SURYANI' })
    expect(await checksOf(1)).toContainEqual(expect.objectContaining({ code: 'capitals', proposal: 'Ani Suryani' }))
    expect(await issue([1])).toHaveLength(1)
  })

  test('the checks of a statement ignore units and long names', async () => {
    await rename(2, { name: 'W'.repeat(100), birthPlace: '' })
    const { candidates } = await prepare('statement')
    expect(candidates[0]?.checks.map(check => check.code)).toEqual(['birth_place', 'capitals'])
  })
})

describe('the checks of a class', () => {
  test('an instructor without the credential required now, on a taught day', async () => {
    const { rules } = await fixture.client.centre.get({})
    await fixture.client.centre.updateRules({ ...rules, requiredCredentialKinds: ['TEKNIS', 'METODOLOGI'] })
    const [check] = (await prepare()).checks
    expect(check).toMatchObject({ level: 'error', code: 'credential', overridable: true, step: 'schedule' })
    expect(check?.message.replaceAll('\u00a0', ' ')).toContain('Rina Marliana, S.Pd. mengajar 2 Desember 2024')
    expect(check?.message).toContain('seluruhnya 15 hari mengajar')
    await rejectedAs(issue([1]), 'issue_checks')
    const answered = await issue([1, 2], [{ position: null, check: 'credential', reason }])
    expect(answered).toHaveLength(2)
    // One override of the class is stored with each of its papers.
    expect((await prepare()).candidates.map(row => row.issued?.overrides?.length)).toEqual([1, 1])
  })

  test('an official not in office on that day', async () => {
    const officer = { prefix: 'Plt.' as const, title: 'Kepala UPT', name: 'Endah, S.E.', rank: '', nip: '' }
    const { id } = await fixture.client.centre.saveOfficer({
      id: null,
      officer: { ...officer, validFrom: '2024-12-01', validUntil: '2024-12-19' },
    })
    await rejectedAs(issue([1], [], { officerId: id }), 'officer_not_valid')
    const override: Override = { position: null, check: 'officer', reason: 'Surat perpanjangan Plt. menyusul' }
    expect(await issue([1], [override], { officerId: id })).toHaveLength(1)
  })

  test('no override helps before the panel or with a date before it', async () => {
    const enrolmentIds = [(await enrolled(fixture, code, 1)).enrolmentId]
    const early = fixture.client.certificate.issue({
      code,
      kind: 'certificate',
      issuedOn: '2024-12-19',
      officerId,
      enrolmentIds,
      overrides: [{ enrolmentId: null, check: 'officer', reason }],
    })
    await rejectedAs(early, 'issue_before_panel')
  })
})
