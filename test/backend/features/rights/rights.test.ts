import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { TraineeId } from '../../../../shared/ids.ts'
import {
  addInstructor,
  createSampleCohort,
  enterScores,
  holdDays,
  issueAll,
  panel,
  samplePerson,
  setUp,
} from '../../cohort-steps.ts'
import { type Fixture, openFixture, rejectedAs } from '../../fixture.ts'

const scan = new File(['%PDF-1.7'], 'ktp.pdf', { type: 'application/pdf' })
const reason = 'Diminta orangnya lewat surat'
const consent = { signedOn: '2024-12-10', signer: 'SELF', guardian: '', basis: 'CONSENT' } as const

let fixture: Fixture
beforeEach(async () => {
  fixture = openFixture()
  await setUp(fixture)
})
afterEach(() => fixture.remove())

async function somebody(index = 0): Promise<TraineeId> {
  return (await fixture.client.trainee.save({ id: null, trainee: samplePerson(index) })).id
}

describe('correction', () => {
  test('shows before and after, who, when and why', async () => {
    const id = await somebody()
    const trainee = samplePerson(0, { name: 'Siti Rahayu Baru', villageCode: '3671071005' })
    await fixture.client.trainee.save({ id, trainee, correction: 'Nama salah ketik pada pendaftaran' })
    const [row] = await fixture.client.rights.corrections({ id })
    expect(row).toMatchObject({ by: expect.any(String), reason: 'Nama salah ketik pada pendaftaran' })
    expect(row?.fields).toContainEqual({ field: 'name', before: samplePerson(0).name, after: 'Siti Rahayu Baru' })
    await fixture.client.trainee.save({ id, trainee: { ...trainee, phone: '6281299990000' } })
    expect((await fixture.client.rights.corrections({ id })).map(one => one.reason)).toEqual([
      '',
      'Nama salah ketik pada pendaftaran',
    ])
  })
})

describe('freezing', () => {
  test('stops every act on the data, in the rules and in the database, until it ends', async () => {
    const { client } = fixture
    const id = await somebody()
    const { fileId } = await client.trainee.addFile({ id, kind: 'KTP', file: scan })
    await client.rights.freeze({ id, requestedOn: '2024-12-09', reason })
    const actions: (() => Promise<unknown>)[] = [
      () => client.trainee.save({ id, trainee: samplePerson(0, { name: 'Lain' }) }),
      () => client.trainee.showRestricted({ id }),
      () => client.trainee.setPhoto({ id, photo: null }),
      () => client.trainee.addFile({ id, kind: 'KK', file: scan }),
      () => client.trainee.openFile({ fileId }),
      () => client.trainee.removeFile({ fileId }),
      () => createSampleCohort(fixture, { traineeIds: [id] }),
      () => client.rights.recordConsent({ id, consent }),
      () => client.rights.freeze({ id, requestedOn: '2024-12-09', reason }),
    ]
    for (const action of actions) expect((await rejectedAs(action(), 'person_frozen')).since).toBe('2024-12-10')
    expect((await client.trainee.list({ search: '', limit: 10, offset: 0 })).rows[0]?.state).toBe('FROZEN')
    const code = await createSampleCohort(fixture)
    await rejectedAs(client.cohort.enrol({ code, traineeIds: [id] }), 'person_frozen')
    // The person can still get their own copy.
    await client.rights.exportPerson({ id, format: 'json' })
    await client.rights.thaw({ id, reason })
    await rejectedAs(client.rights.thaw({ id, reason }), 'person_not_frozen')
    await client.cohort.enrol({ code, traineeIds: [id] })
    const { state, freezes } = await client.rights.get({ id })
    expect(state).toBe('OPEN')
    expect(freezes).toMatchObject([{ requestedOn: '2024-12-09', reason, thawed: { reason } }])
  })

  test('lets a running class go on to its certificate', async () => {
    const { client } = fixture
    const id = await somebody()
    const instructorId = await addInstructor(fixture, 'Rina Marliana', {})
    const code = await createSampleCohort(fixture, { instructorId, traineeIds: [id] })
    await client.rights.freeze({ id, requestedOn: '2024-12-10', reason })
    await holdDays(fixture, code, { until: 15 })
    fixture.setToday('2025-01-09')
    await enterScores(fixture, code)
    await client.graduation.decide({ code, heldOn: '2025-01-09', ...panel })
    expect(await issueAll(fixture, code, '2025-01-09')).toHaveLength(1)
  })

  test('keeps frozen people out of the exported list', async () => {
    const { client } = fixture
    const [id, other] = [await somebody(0), await somebody(1)]
    await client.rights.freeze({ id, requestedOn: '2024-12-10', reason })
    await client.trainee.exportList({ search: '' })
    const [row] = fixture.audit().slice(-1)
    expect(JSON.parse(row?.after ?? '')).toMatchObject({ trainees: `${other}`, count: 1 })
  })
})

describe('consent', () => {
  test('is signed by a guardian for people under eighteen', async () => {
    const id = (await fixture.client.trainee.save({ id: null, trainee: samplePerson(0, { birthDate: '2008-01-01' }) }))
      .id
    expect((await rejectedAs(fixture.client.rights.recordConsent({ id, consent }), 'guardian_needed')).age).toBe(16)
    await rejectedAs(
      fixture.client.rights.recordConsent({ id, consent: { ...consent, signedOn: '2025-01-01' } }),
      'date_not_come',
    )
    const by = { ...consent, signer: 'GUARDIAN', guardian: 'Ibu Aminah' } as const
    const { consentId } = await fixture.client.rights.recordConsent({ id, consent: by })
    const { fileId } = await fixture.client.trainee.addFile({ id, kind: 'LAIN', file: scan, consentId })
    expect((await fixture.client.rights.get({ id })).consents).toMatchObject([{ ...by, fileId, withdrawn: null }])
  })

  test('that is withdrawn freezes the data in the same act', async () => {
    const { client } = fixture
    const id = await somebody()
    const { consentId } = await client.rights.recordConsent({ id, consent })
    await rejectedAs(client.rights.withdrawConsent({ consentId, withdrawnOn: '2024-12-09' }), 'withdrawn_before_signed')
    await client.rights.withdrawConsent({ consentId, withdrawnOn: '2024-12-10' })
    expect((await client.rights.get({ id })).state).toBe('FROZEN')
    await rejectedAs(
      client.rights.withdrawConsent({ consentId, withdrawnOn: '2024-12-10' }),
      'consent_withdrawn_already',
    )
  })
})
