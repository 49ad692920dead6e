import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { fileFolderName } from '../../../../electron/backend/database/identity.ts'
import { defaultRules } from '../../../../shared/features/centre/centre.ts'
import { maskNik } from '../../../../shared/features/trainee/nik/nik.ts'
import { nothingRestricted, type RestrictedDraft } from '../../../../shared/features/trainee/restricted.ts'
import type { TargetEvidenceDraft } from '../../../../shared/features/trainee/target-evidence.ts'
import type { TraineeId } from '../../../../shared/ids.ts'
import { createSampleCohort, enrolled, samplePerson, setUp } from '../../cohort-steps.ts'
import { domainErrorOf, type Fixture, openFixture, rejectedAs } from '../../fixture.ts'

const secret: RestrictedDraft = {
  stuntedChild: 'Rizki, anak kedua',
  disability: 'FISIK',
  disabilityNeeds: 'kursi roda',
  bankName: 'Bank Contoh',
  bankAccount: '1234567890',
  bankHolder: 'Ani Suryani',
}
const evidence: TargetEvidenceDraft = {
  source: 'DTSEN',
  groups: ['EXTREME_POOR', 'STUNTING'],
  decile: 1,
  dataDate: '2024-10-01',
}

let fixture: Fixture
beforeEach(async () => {
  fixture = openFixture()
  await setUp(fixture)
})
afterEach(() => fixture.remove())

const trainee = () => fixture.client.trainee
const register = async (index = 0, more: Partial<Parameters<Fixture['client']['trainee']['save']>[0]> = {}) =>
  (await trainee().save({ id: null, trainee: samplePerson(index), ...more })).id
const pdf = (text = '%PDF-1.7 isi') => new File([text], 'ktp-ani-suryani.pdf', { type: 'application/pdf' })

describe('restricted data', () => {
  let id: TraineeId
  beforeEach(async () => {
    id = await register(0, { evidence, restricted: secret })
  })

  test('is in no answer unless requested', async () => {
    const code = await createSampleCohort(fixture, { traineeIds: [id] })
    const file = await trainee().exportList({ search: '' })
    const answers = JSON.stringify([
      await trainee().list({ search: '', limit: 10, offset: 0 }),
      await trainee().get({ id }),
      await trainee().byNik({ nik: samplePerson(0).nik }),
      await trainee().history({ id }),
      await fixture.client.cohort.trainees({ code }),
      await fixture.client.home.search({ text: 'ani' }),
    ])
    for (const word of ['Rizki', 'FISIK', 'kursi roda', '1234567890', 'Bank Contoh', 'STUNTING', 'decile', 'stunting'])
      expect(answers).not.toContain(word)
    expect(answers).toContain('EXTREME_POOR')
    const exported = Buffer.from(await file.arrayBuffer()).toString('latin1')
    expect(exported).not.toContain('1234567890')
  })

  test('is shown on request, and the request is recorded', async () => {
    const before = fixture.audit().length
    const shown = await trainee().showRestricted({ id })
    expect(shown).toMatchObject({ ...secret, evidence: [{ stunting: true, decile: 1 }], admissions: [] })
    const rows = fixture.audit().slice(before)
    expect(rows).toMatchObject([
      {
        operator: 'Wulan Sari',
        operation: 'trainee.showRestricted',
        entity: 'trainee_restricted',
        entity_id: String(id),
      },
    ])
    expect(JSON.parse(rows[0]?.after ?? '')).toMatchObject({ shown: expect.arrayContaining(['bankAccount', 'decile']) })
    expect(await trainee().history({ id })).toMatchObject([
      { operation: 'trainee.showRestricted:trainee_restricted' },
      {},
      {},
      {},
    ])
  })

  test('leaves its field names in the audit and the history, never its values', async () => {
    await trainee().save({
      id,
      trainee: samplePerson(0),
      restricted: { ...secret, bankAccount: '99-88 77', disability: null },
    })
    await trainee().showRestricted({ id })
    const audit = JSON.stringify(fixture.audit())
    for (const word of ['Rizki', 'FISIK', 'kursi roda', '1234567890', '998877', 'STUNTING', '"decile":'])
      expect(audit).not.toContain(word)
    const changed = (await trainee().history({ id })).find(
      row => row.operation.startsWith('trainee.save') && row.fields.length > 0,
    )
    expect(changed?.fields).toEqual(['disability', 'bankAccount'])
    expect((await trainee().showRestricted({ id })).bankAccount).toBe('998877')
  })

  test('stays unchanged when the rest of the person is saved', async () => {
    await trainee().save({ id, trainee: samplePerson(0, { phone: '0812-0000-1111' }) })
    expect(await trainee().showRestricted({ id })).toMatchObject(secret)
  })

  test('a failure during a save leaves nothing of it in the log', async () => {
    fixture.backend.workspace.write.run('DROP TABLE trainee_restricted')
    await expect(trainee().save({ id, trainee: samplePerson(0), restricted: secret })).rejects.toMatchObject({
      code: 'UNEXPECTED',
    })
    const log = readFileSync(join(fixture.folder, 'catatan.log'), 'utf8')
    expect(log).toContain('no such table')
    for (const word of ['Rizki', '1234567890', samplePerson(0).nik]) expect(log).not.toContain(word)
  })

  test('is empty for a person without any', async () => {
    const other = await register(1)
    expect(await trainee().showRestricted({ id: other })).toEqual({
      ...nothingRestricted,
      evidence: [],
      admissions: [],
    })
  })
})

describe('the target group', () => {
  test('is frozen as of the day of admission', async () => {
    const id = await register(0, { evidence })
    const code = await createSampleCohort(fixture, { traineeIds: [id] })
    fixture.setToday('2025-02-01')
    await trainee().save({
      id,
      trainee: samplePerson(0),
      evidence: { source: 'DTKS', groups: ['POOR'], decile: 3, dataDate: '2025-01-15' },
    })
    const target = { source: 'DTSEN', groups: ['EXTREME_POOR'], dataDate: '2024-10-01' }
    expect(await fixture.client.cohort.trainees({ code })).toMatchObject([{ target }])
    const person = await trainee().get({ id })
    expect(person.evidence).toMatchObject([{ source: 'DTKS', groups: ['POOR'] }, target])
    expect(person.cohorts).toMatchObject([{ target }])
    expect(await trainee().showRestricted({ id })).toMatchObject({
      evidence: [
        { decile: 3, stunting: false },
        { decile: 1, stunting: true },
      ],
      admissions: [{ cohort: 'Tata Rias I', decile: 1, stunting: true }],
    })
  })

  test('with late evidence counts for the class to which it applied, once', async () => {
    const id = await register()
    const code = await createSampleCohort(fixture, { traineeIds: [id] })
    fixture.setToday('2024-12-20')
    const late = (dataDate: TargetEvidenceDraft['dataDate'], source: TargetEvidenceDraft['source']) =>
      trainee().save({ id, trainee: samplePerson(0), evidence: { ...evidence, source, dataDate } })
    await late('2024-12-17', 'SKTM')
    expect(await fixture.client.cohort.trainees({ code })).toMatchObject([{ target: null }])
    await late('2024-12-16', 'P3KE')
    await late('2024-12-01', 'DTKS')
    expect(await fixture.client.cohort.trainees({ code })).toMatchObject([{ target: { source: 'P3KE' } }])
  })

  test('dated before the birth of the person is refused, in the form and in a list', async () => {
    const trainee = samplePerson(0, { birthDate: '2031-01-01' })
    expect(await rejectedAs(fixture.client.trainee.save({ id: null, trainee }), 'born_in_future')).toMatchObject({
      date: '2031-01-01',
    })
    await rejectedAs(fixture.client.trainee.importRows({ fileName: 'a.xlsx', rows: [trainee] }), 'born_in_future')
  })

  test('needs a date that is not in the future, and at least one group', async () => {
    const ahead = { ...evidence, dataDate: '2025-01-01' as const }
    expect(await rejectedAs(register(0, { evidence: ahead }), 'data_in_future')).toMatchObject({ date: '2025-01-01' })
    await expect(register(0, { evidence: { ...evidence, groups: [] } })).rejects.toThrow()
    expect(await trainee().byNik({ nik: samplePerson(0).nik })).toBeNull()
  })

  test('is deleted with an undone enrolment', async () => {
    const id = await register(0, { evidence })
    const code = await createSampleCohort(fixture, { traineeIds: [id] })
    const { enrolmentId } = await enrolled(fixture, code, 1)
    await fixture.client.cohort.unenrol({ enrolmentId })
    expect(await fixture.client.cohort.trainees({ code })).toEqual([])
    await fixture.client.cohort.enrol({ code, traineeIds: [id] })
    expect(await fixture.client.cohort.trainees({ code })).toMatchObject([{ target: { source: 'DTSEN' } }])
  })
})

describe('a place in a class', () => {
  test('is given together with the registration, and a clash undoes both', async () => {
    const code = await createSampleCohort(fixture, {})
    const id = await register(0, { admission: { code, repeatReason: null } })
    expect(await fixture.client.cohort.trainees({ code })).toMatchObject([{ traineeId: id, position: 1 }])
    const same = await createSampleCohort(fixture, { number: 2 })
    const again = trainee().save({
      id,
      trainee: samplePerson(0, { phone: '0812-0000-1111' }),
      admission: { code: same, repeatReason: null },
    })
    expect(await rejectedAs(again, 'trainee_busy')).toMatchObject({ cohort: 'Tata Rias I' })
    expect((await trainee().get({ id })).phone).toBe(samplePerson(0).phone)
    expect(await trainee().byNik({ nik: samplePerson(0).nik, code: same })).toMatchObject({
      overlap: { cohort: 'Tata Rias I', until: '2025-01-08' },
    })
    expect(await trainee().byNik({ nik: samplePerson(0).nik, code })).toMatchObject({
      overlap: { cohort: 'Tata Rias I' },
    })
  })

  test('is given to an already trained person only with a reason, which is kept', async () => {
    const first = await createSampleCohort(fixture, {})
    const id = await register(0, { admission: { code: first, repeatReason: null } })
    const second = await createSampleCohort(fixture, { number: 2, start: '2025-02-03' })
    // By calendar years, the class of December 2024 does not count in 2025.
    expect(await trainee().byNik({ nik: samplePerson(0).nik, code: second })).toMatchObject({ trained: null })
    await fixture.client.centre.updateRules({ ...defaultRules, trainedWithin: 'months' })
    expect(await trainee().byNik({ nik: samplePerson(0).nik, code: second })).toMatchObject({
      overlap: null,
      trained: { title: 'Tata Rias I' },
    })
    const other = await register(1)
    const both = { code: second, traineeIds: [id, other] }
    expect(await domainErrorOf(fixture.client.cohort.enrol(both))).toEqual({
      code: 'trained_already',
      people: [{ name: 'Ani Suryani', cohort: 'Tata Rias I', start: '2024-12-16' }],
    })
    expect(await fixture.client.cohort.trainees({ code: second })).toEqual([])
    const repeatReason = 'Diminta Dinas, kejuruan berbeda'
    await fixture.client.cohort.enrol({ ...both, repeatReason })
    expect((await fixture.client.cohort.trainees({ code: second })).map(row => row.repeatReason)).toEqual([
      repeatReason,
      '',
    ])
    expect((await trainee().get({ id })).cohorts.map(row => row.repeatReason)).toEqual([repeatReason, ''])
  })

  test('counts as trained after the panel, not after leaving early', async () => {
    const first = await createSampleCohort(fixture, {})
    const id = await register(0, { admission: { code: first, repeatReason: null } })
    const { enrolmentId } = await enrolled(fixture, first, 1)
    const reason = 'Pindah rumah ke Serang'
    await fixture.client.cohort.leave({ enrolmentId, afterDay: 0, kind: 'withdrawn', reason })
    const second = await createSampleCohort(fixture, { number: 2, start: '2024-12-23' })
    expect(await fixture.client.cohort.enrol({ code: second, traineeIds: [id] })).toEqual({ enrolled: 1 })
  })
})

describe('scans', () => {
  const folder = () => join(fixture.folder, fileFolderName)

  test('are in the data folder under a neutral name, and come back unchanged', async () => {
    const id = await register()
    const { fileId } = await trainee().addFile({ id, kind: 'KTP', file: pdf() })
    const [name] = readdirSync(folder())
    expect(name).toMatch(/^[0-9a-f]{32}$/)
    expect((await trainee().get({ id })).files).toMatchObject([
      { id: fileId, kind: 'KTP', type: 'application/pdf', size: 12 },
    ])
    const { file } = await trainee().openFile({ fileId })
    expect(await file.text()).toBe('%PDF-1.7 isi')
    expect(file.name).toBe('KTP')
    expect(fixture.audit().at(-1)).toMatchObject({ operation: 'trainee.openFile', entity_id: String(id) })
    expect(JSON.stringify(fixture.audit())).not.toContain('ktp-ani')
  })

  test('can prove an evidence, which stays when they are deleted', async () => {
    const saved = await trainee().save({ id: null, trainee: samplePerson(0), evidence })
    const { id, evidenceId } = saved
    const { fileId } = await trainee().addFile({ id, kind: 'DTSEN', file: pdf(), evidenceId })
    expect((await trainee().get({ id })).evidence).toMatchObject([{ fileId }])
    await trainee().removeFile({ fileId })
    expect(await trainee().get({ id })).toMatchObject({ evidence: [{ fileId: null }], files: [] })
    expect(readdirSync(folder())).toEqual([])
    await rejectedAs(trainee().openFile({ fileId }), 'not_found')
  })

  test('that were changed or lost on disk give an error and are not shown', async () => {
    const id = await register()
    const { fileId } = await trainee().addFile({ id, kind: 'KK', file: pdf() })
    const [name] = readdirSync(folder())
    const path = join(folder(), name ?? '')
    writeFileSync(path, '%PDF-1.7 isl')
    await rejectedAs(trainee().openFile({ fileId }), 'file_damaged')
    rmSync(path)
    await rejectedAs(trainee().openFile({ fileId }), 'file_missing')
  })

  test.each([
    ['no picture and no PDF', new File(['halo'], 'surat.docx'), { code: 'not_a_file', file: 'surat.docx' }],
    ['an empty one', new File([], 'kosong.pdf'), { code: 'not_a_file', file: 'kosong.pdf' }],
    [
      'one of more than 10 MB',
      new File(['%PDF-', new Uint8Array(10 * 1024 * 1024)], 'besar.pdf'),
      { code: 'file_too_large', megabytes: 10 },
    ],
  ])('%s is refused and leaves nothing on the disk', async (_, file, domainError) => {
    const id = await register()
    expect(await domainErrorOf(trainee().addFile({ id, kind: 'KTP', file }))).toEqual(domainError)
    expect(existsSync(folder()) ? readdirSync(folder()) : []).toEqual([])
  })

  test('for the evidence of another person are refused, and the file is deleted', async () => {
    const { evidenceId } = await trainee().save({ id: null, trainee: samplePerson(0), evidence })
    const other = await register(1)
    await rejectedAs(trainee().addFile({ id: other, kind: 'DTSEN', file: pdf(), evidenceId }), 'not_found')
    expect(readdirSync(folder())).toEqual([])
  })
})

test('the history names the changed fields, not their values', async () => {
  const id = await register()
  fixture.setToday('2024-12-11', '09:30')
  await trainee().save({ id, trainee: samplePerson(0, { email: 'ani@contoh.id', shirtSize: 'M' }) })
  await trainee().save({ id, trainee: samplePerson(0, { email: 'ani@contoh.id', shirtSize: 'M' }) })
  expect(await trainee().history({ id })).toEqual([
    {
      at: '2024-12-11T09:30:00',
      by: 'Wulan Sari',
      operation: 'trainee.save:trainee',
      fields: ['email', 'shirtSize'],
      values: [],
      unchosen: [],
    },
    {
      at: expect.any(String),
      by: 'Wulan Sari',
      operation: 'trainee.save:trainee',
      fields: [],
      values: [],
      unchosen: [],
    },
  ])
})

test('what was not chosen between two is kept by the history, a NIK with its middle hidden', async () => {
  const id = await register()
  const seen = samplePerson(0)
  const unchosen = [
    { field: 'address', value: 'Jl. Lain No. 9' },
    { field: 'nik', value: samplePerson(1).nik },
    { field: 'stunting', value: 'not of this form' },
  ]
  await trainee().save({ id, trainee: samplePerson(0, { phone: '081234567890' }), seen, unchosen })
  const [first] = await trainee().history({ id })
  expect(first?.unchosen).toEqual([
    { field: 'address', words: 'Jl. Lain No. 9', value: 'Jl. Lain No. 9' },
    { field: 'nik', words: maskNik(samplePerson(1).nik) },
  ])
  const acts = await fixture.client.history.acts({ traineeId: id, limit: 1 })
  const { records } = await fixture.client.history.act({ id: acts[0]?.id ?? 0 })
  expect(records.flatMap(({ fields }) => fields ?? [])).toContainEqual({
    label: 'Alamat, tidak dipilih',
    before: '',
    after: 'Jl. Lain No. 9',
    unchosen: true,
  })
})
