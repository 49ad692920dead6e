import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { registrationPaperTitle } from '../../../../shared/facts/paper-key.ts'
import type { ApplicantId, RegistrationId, TraineeId } from '../../../../shared/ids.ts'
import {
  addActivity,
  addInstructor,
  addTrainees,
  createSampleCohort,
  enrolled,
  holdDays,
  programOf,
  samplePerson,
  setUp,
} from '../../cohort-steps.ts'
import { type Fixture, inputProblems, openFixture, rejectedAs } from '../../fixture.ts'
import { applyAll, enterScores, openRegistration, registrationDraft, stipulate } from '../../registration-steps.ts'

const reason = 'Keputusan rapat panitia seleksi'

let fixture: Fixture
let people: TraineeId[]
beforeEach(async () => {
  fixture = openFixture()
  await setUp(fixture)
  people = await addTrainees(fixture, 8)
})
afterEach(() => fixture.remove())

const read = (id: RegistrationId) => fixture.client.registration.get({ id })
async function applicantNamed(id: RegistrationId, applicantId: ApplicantId | undefined) {
  const row = (await read(id)).applicants.find(one => one.id === applicantId)
  if (!row) throw new Error('nobody')
  return row
}
const record = (
  applicantId: ApplicantId | undefined,
  kind: 'WITHDRAWN' | 'WITHDRAWAL_UNDONE' | 'RE_REGISTERED' | 'RE_REGISTRATION_UNDONE',
  words = '',
) => fixture.client.registration.record({ applicantId: applicantId as ApplicantId, kind, reason: words })

/** Five applicants for two places, stipulated: 1 and 2 Lulus, 3 and 4 Cadangan, 5 Tidak. */
async function stipulated(changes: Parameters<typeof openRegistration>[1] = {}) {
  const id = await openRegistration(fixture, changes)
  const ids = await applyAll(fixture, id, people.slice(0, 5))
  await enterScores(
    fixture,
    id,
    ids.map((one, index) => [one, 90 - index, 80] as const),
  )
  await stipulate(fixture, id)
  return { id, ids }
}

describe('a registration', () => {
  test('is saved, has a unique name per year, and shows its state by the date', async () => {
    const id = await openRegistration(fixture)
    expect(await read(id)).toMatchObject({
      status: 'open',
      quota: 2,
      program: expect.any(String),
      missing: ['belum ada pendaftar'],
    })
    const again = await registrationDraft(fixture)
    await rejectedAs(fixture.client.registration.save({ id: null, registration: again }), 'name_taken')
    await fixture.client.registration.save({ id: null, registration: { ...again, year: 2025 } })
    fixture.setToday('2024-12-11')
    expect((await read(id)).status).toBe('closed')
    fixture.setToday('2024-11-30')
    expect((await fixture.client.registration.list({})).map(row => row.status)).toEqual(['coming', 'coming'])
  })

  test('needs weights that add up to 100, dates in order, and reserved places within the quota', async () => {
    const draft = await registrationDraft(fixture)
    const save = (changes: object) =>
      fixture.client.registration.save({ id: null, registration: { ...draft, ...changes } })
    const half = [{ kind: 'TEST', weight: 50, passLimit: null }]
    expect(await inputProblems(save({ stages: half }))).toEqual([
      'Bobot tahap yang bernilai berjumlah 100, dan masing-masing lebih dari 0.',
    ])
    expect(await inputProblems(save({ closes: '2024-12-01' }))).toEqual(['Ditutup sebelum dibuka.'])
    expect(await inputProblems(save({ keptPlaces: 3 }))).toEqual(['Tidak lebih dari kuota.'])
    await save({ stages: [] })
  })

  test('takes applicants only within its dates, each once, numbered in order', async () => {
    const id = await openRegistration(fixture)
    const apply = (on: '2024-12-01' | '2024-12-09' | '2024-12-10' | '2024-12-11', traineeIds: TraineeId[]) =>
      fixture.client.registration.apply({ id, on, traineeIds })
    await rejectedAs(apply('2024-12-01', people), 'registration_not_open')
    await rejectedAs(apply('2024-12-11', people), 'registered_in_future')
    await apply('2024-12-09', people.slice(0, 2))
    const domainError = await rejectedAs(apply('2024-12-10', people.slice(1, 4)), 'applied_already')
    expect(domainError.name).toBe(samplePerson(1).name)
    expect((await read(id)).applicants).toHaveLength(2)
    await apply('2024-12-10', people.slice(2, 4))
    expect((await read(id)).applicants.map(one => [one.number, one.registeredOn])).toEqual([
      [1, '2024-12-09'],
      [2, '2024-12-09'],
      [3, '2024-12-10'],
      [4, '2024-12-10'],
    ])
    const draft = await registrationDraft(fixture, { closes: '2024-12-09' })
    expect(
      await rejectedAs(fixture.client.registration.save({ id, registration: draft }), 'applicants_outside_window'),
    ).toMatchObject({ count: 2 })
  })

  test('can only belong to a class of its program', async () => {
    const code = await createSampleCohort(fixture, { programId: await programOf(fixture, 'TB') })
    await rejectedAs(openRegistration(fixture, { cohortCode: code }), 'class_of_other_program')
    const keptActivityId = await addActivity(fixture, { budgetYear: 2025 })
    await rejectedAs(openRegistration(fixture, { keptActivityId }), 'not_found')
    await openRegistration(fixture, { keptActivityId, year: 2025, keptPlaces: 1 })
  })

  test('can remove a mistaken applicant, but nobody with a result', async () => {
    const id = await openRegistration(fixture)
    const [first, second] = await applyAll(fixture, id, people.slice(0, 2))
    await fixture.client.registration.removeApplicant({ applicantId: second as ApplicantId })
    await enterScores(fixture, id, [[first, 80, 80]])
    await rejectedAs(
      fixture.client.registration.removeApplicant({ applicantId: first as ApplicantId }),
      'applicant_has_results',
    )
    expect((await read(id)).applicants).toHaveLength(1)
  })
})

describe('selection', () => {
  test('resolves ties by priority, then date, then the clerk with a reason; before that nothing is stipulated', async () => {
    const id = await openRegistration(fixture)
    const early = await applyAll(fixture, id, people.slice(0, 1), '2024-12-02')
    const all = await applyAll(fixture, id, people.slice(1, 5), '2024-12-03')
    const [first, second, third, fourth, fifth] = all
    expect(first).toBe(early[0])
    await enterScores(
      fixture,
      id,
      all.map(one => [one, 80, 80] as const),
    )
    await fixture.client.registration.saveResults({
      id,
      entries: [{ applicantId: fifth as ApplicantId, priority: 'POOR' }],
    })
    const open = await read(id)
    expect(open.applicants.map(one => [one.number, one.tieRule])).toEqual([
      [5, null],
      [1, 'priority'],
      [2, 'date'],
      [3, 'undecided'],
      [4, 'undecided'],
    ])
    expect(open.ties).toEqual([{ ids: [second, third, fourth], decided: false }])
    const domainError = await rejectedAs(stipulate(fixture, id), 'selection_missing')
    expect(domainError.words).toEqual([
      `nilai sama belum diputuskan: ${[1, 2, 3].map(n => samplePerson(n).name).join(', ')}`,
    ])
    const decide = (applicantIds: (ApplicantId | undefined)[]) =>
      fixture.client.registration.decideTie({ id, applicantIds: applicantIds as ApplicantId[], reason })
    await rejectedAs(decide([second, third]), 'not_a_tie')
    await rejectedAs(decide([second, third, third]), 'not_a_tie')
    await decide([fourth, second, third])
    await stipulate(fixture, id)
    expect((await read(id)).applicants.map(one => [one.number, one.decision, one.reserve])).toEqual([
      [5, 'accepted', null],
      [1, 'accepted', null],
      [4, 'reserve', 1],
      [2, 'reserve', 2],
      [3, 'rejected', null],
    ])
  })

  test('names people without a result, and takes a decision of the committee with its reason', async () => {
    const id = await openRegistration(fixture)
    const ids = await applyAll(fixture, id, people.slice(0, 4))
    await enterScores(
      fixture,
      id,
      ids.slice(0, 3).map((one, index) => [one, 90 - index * 10, 50] as const),
    )
    expect((await read(id)).missing).toEqual([`administrasi ${samplePerson(3).name} belum diisi`])
    await record(ids[3], 'WITHDRAWN', 'Diterima bekerja')
    const override = (which: number, decision: 'accepted' | null) =>
      fixture.client.registration.override({ applicantId: ids[which] as ApplicantId, decision, reason })
    for (const which of [0, 1, 2]) await override(which, 'accepted')
    expect((await read(id)).missing).toEqual(['3 orang diluluskan, kuota 2'])
    await override(2, null)
    expect(await stipulate(fixture, id)).toEqual({ accepted: 2, reserves: 0, rejected: 1 })
    expect(await applicantNamed(id, ids[0])).toMatchObject({
      proposal: 'rejected',
      decision: 'accepted',
      override: { reason },
    })
    expect(await applicantNamed(id, ids[3])).toMatchObject({ state: 'withdrawn', decision: null })
  })

  test('reserves places for kelurahan without anybody trained that year', async () => {
    const { id: placed } = await stipulated({ title: 'Yang lain' })
    const taken = (await applicantNamed(placed, (await read(placed)).applicants[0]?.id)).village
    // The best ones live in one kelurahan that already has somebody, from the stipulation above.
    for (const [index, traineeId] of people.entries()) {
      const {
        id: _,
        village: __,
        district: ___,
        photo: ____,
        cohorts: _____,
        homeVillage: ______,
        homeDistrict: _______,
        evidence: ________,
        files: _________,
        state: __________,
        ...trainee
      } = await fixture.client.trainee.get({ id: traineeId })
      const home =
        index === 7 ? '3671011001' : (await fixture.client.trainee.get({ id: people[0] as TraineeId })).villageCode
      if (index > 0) await fixture.client.trainee.save({ id: traineeId, trainee: { ...trainee, villageCode: home } })
    }
    const id = await openRegistration(fixture, { keptPlaces: 1 })
    const ids = await applyAll(fixture, id, people.slice(5, 8))
    await enterScores(fixture, id, [
      [ids[0], 90, 80],
      [ids[1], 85, 80],
      [ids[2], 60, 80],
    ])
    const selection = await read(id)
    expect(selection.emptyVillages).toBe(103)
    expect(taken).not.toBeNull()
    expect(selection.applicants.map(one => [one.number, one.decision, one.kept, one.fromEmptyVillage])).toEqual([
      [1, 'accepted', false, false],
      [2, 'reserve', false, false],
      [3, 'accepted', true, true],
    ])
  })

  test('is frozen by its decree, and can be reopened with a reason while nobody has registered again', async () => {
    const { id, ids } = await stipulated()
    const first = ids[0] as ApplicantId
    const registration = await registrationDraft(fixture)
    await rejectedAs(fixture.client.registration.save({ id, registration }), 'selection_decided')
    await rejectedAs(enterScores(fixture, id, [[first, 10, 10]]), 'selection_decided')
    await rejectedAs(
      fixture.client.registration.override({ applicantId: first, decision: 'rejected', reason }),
      'selection_decided',
    )
    await rejectedAs(
      fixture.client.registration.apply({ id, on: '2024-12-10', traineeIds: people.slice(5) }),
      'selection_decided',
    )
    await rejectedAs(stipulate(fixture, id), 'selection_decided')
    await fixture.client.registration.reopen({ id, reason })
    await enterScores(fixture, id, [[first, 10, 10]])
    await stipulate(fixture, id)
    expect((await applicantNamed(id, first)).decision).toBe('rejected')
    await record(ids[1], 'RE_REGISTERED')
    await rejectedAs(fixture.client.registration.reopen({ id, reason }), 'people_registered_again')
  })

  test('needs a decree dated today or earlier, by an official in office on that day', async () => {
    const id = await openRegistration(fixture)
    await enterScores(fixture, id, [[(await applyAll(fixture, id, people.slice(0, 1)))[0], 80, 80]])
    await rejectedAs(stipulate(fixture, id, '2024-12-11'), 'decree_in_future')
    await rejectedAs(stipulate(fixture, id, '2001-01-01'), 'officer_not_valid')
  })
})

describe('after the result', () => {
  test('only people with a place register again; a declined place goes to the first reserve', async () => {
    const { id, ids } = await stipulated()
    const [first, second, third, fourth, fifth] = ids
    await record(first, 'RE_REGISTERED')
    await rejectedAs(record(fifth, 'RE_REGISTERED'), 'no_place')
    await rejectedAs(record(third, 'RE_REGISTERED'), 'no_place')
    const promote = (applicantId: ApplicantId | undefined) =>
      fixture.client.registration.promote({ applicantId: applicantId as ApplicantId })
    await rejectedAs(promote(third), 'nothing_vacant')
    await rejectedAs(record(second, 'WITHDRAWN'), 'reason_wanted')
    await record(second, 'WITHDRAWN', 'Diterima bekerja')
    expect((await read(id)).vacancies).toMatchObject({
      given: [{ id: second, words: 'mengundurkan diri' }],
      next: third,
    })
    expect(await rejectedAs(promote(fourth), 'other_reserve_first')).toMatchObject({ first: samplePerson(2).name })
    expect(await promote(third)).toEqual({ name: samplePerson(2).name, cohort: null })
    expect((await read(id)).vacancies.given).toEqual([])
    expect(await rejectedAs(record(second, 'WITHDRAWAL_UNDONE'), 'place_taken')).toMatchObject({
      by: samplePerson(2).name,
    })
    expect(await applicantNamed(id, third)).toMatchObject({
      state: 'promoted',
      events: [{ kind: 'PROMOTED', replaces: samplePerson(1).name, by: expect.any(String) }],
    })
    await record(third, 'RE_REGISTERED')
    await record(third, 'RE_REGISTRATION_UNDONE')
    await rejectedAs(record(third, 'RE_REGISTRATION_UNDONE'), 'not_given_up')
    expect((await applicantNamed(id, third)).state).toBe('promoted')
  })

  test('those who registered again are enrolled by the rules of the class, all or nobody', async () => {
    const { id, ids } = await stipulated()
    const code = await createSampleCohort(fixture)
    const enrol = () => fixture.client.registration.enrol({ id, code })
    await rejectedAs(enrol(), 'nobody_registered_again')
    await record(ids[0], 'RE_REGISTERED')
    await record(ids[1], 'RE_REGISTERED')
    const other = await createSampleCohort(fixture, { number: 2, traineeIds: people.slice(1, 2) })
    expect(await rejectedAs(enrol(), 'trainee_busy')).toMatchObject({ name: samplePerson(1).name })
    expect(await fixture.client.cohort.trainees({ code })).toEqual([])
    expect((await read(id)).cohort).toBeNull()
    await fixture.client.cohort.unenrol({ enrolmentId: (await enrolled(fixture, other, 1)).enrolmentId })
    expect(await enrol()).toMatchObject({ enrolled: 2 })
    expect((await fixture.client.cohort.trainees({ code })).map(one => one.name)).toEqual(
      [0, 1].map(n => samplePerson(n).name),
    )
    expect(await read(id)).toMatchObject({ status: 'placed', cohort: { code } })
    expect((await applicantNamed(id, ids[0])).state).toBe('in_class')
    await rejectedAs(record(ids[0], 'WITHDRAWN', 'Sakit'), 'in_class_already')
    await rejectedAs(enrol(), 'nobody_registered_again')
  })

  test('people enrolled by hand keep nobody out of the class', async () => {
    const { id, ids } = await stipulated()
    const code = await createSampleCohort(fixture, { traineeIds: people.slice(0, 1) })
    await record(ids[0], 'RE_REGISTERED')
    await record(ids[1], 'RE_REGISTERED')
    expect(await fixture.client.registration.enrol({ id, code })).toMatchObject({ enrolled: 1 })
    expect((await fixture.client.cohort.trainees({ code })).map(one => one.name)).toEqual(
      [0, 1].map(n => samplePerson(n).name),
    )
    for (const one of ids.slice(0, 2)) expect((await applicantNamed(id, one)).state).toBe('in_class')
    await rejectedAs(fixture.client.registration.enrol({ id, code }), 'nobody_registered_again')
  })

  test('a reserve moves up into the class after a withdrawal up to day 3, and not later', async () => {
    const teacher = await addInstructor(fixture, 'Rina Marliana', {})
    const { id, ids } = await stipulated()
    const code = await createSampleCohort(fixture, { instructorId: teacher })
    await record(ids[0], 'RE_REGISTERED')
    await record(ids[1], 'RE_REGISTERED')
    await fixture.client.registration.enrol({ id, code })
    await holdDays(fixture, code, { until: 3 })
    const leave = async (position: number, afterDay: number) => {
      const { enrolmentId } = await enrolled(fixture, code, position)
      await fixture.client.cohort.leave({ enrolmentId, afterDay, kind: 'withdrawn', reason })
    }
    expect(await fixture.client.registration.reserveOffers({ code })).toEqual([])
    await leave(1, 3)
    expect(await applicantNamed(id, ids[0])).toMatchObject({ state: 'left_class', holdsPlace: false })
    expect(await fixture.client.registration.reserveOffers({ code })).toMatchObject([
      { given: samplePerson(0).name, name: samplePerson(2).name, reserve: 1, applicantId: ids[2] },
    ])
    expect(await fixture.client.registration.promote({ applicantId: ids[2] as ApplicantId })).toMatchObject({
      cohort: 'Tata Rias I',
    })
    expect(await enrolled(fixture, code, 3)).toMatchObject({ name: samplePerson(2).name, joinedDay: 4 })
    expect((await applicantNamed(id, ids[2])).events.map(event => event.kind)).toEqual([
      'PROMOTED',
      'RE_REGISTERED',
      'ENROLLED',
    ])
    await holdDays(fixture, code, { from: 4, until: 4 })
    await leave(2, 4)
    expect((await read(id)).vacancies).toEqual({ given: [], next: ids[3], tooLate: false })
    await rejectedAs(fixture.client.registration.promote({ applicantId: ids[3] as ApplicantId }), 'nothing_vacant')
    const { rules } = await fixture.client.centre.get({})
    await fixture.client.centre.updateRules({ ...rules, reserveUntilDay: 4 })
    expect((await read(id)).vacancies.given).toMatchObject([{ words: 'keluar dari kelas setelah hari ke-4' }])
    await holdDays(fixture, code, { from: 5, until: 5 })
    expect((await read(id)).vacancies).toMatchObject({ given: [], tooLate: true })
    expect(
      await rejectedAs(fixture.client.registration.promote({ applicantId: ids[3] as ApplicantId }), 'reserve_too_late'),
    ).toMatchObject({ untilDay: 4 })
  })

  test('people of a cancelled class may join another one', async () => {
    const { id, ids } = await stipulated()
    await record(ids[0], 'RE_REGISTERED')
    const code = await createSampleCohort(fixture)
    await fixture.client.registration.enrol({ id, code })
    await fixture.client.cohort.cancel({ code, reason })
    expect((await applicantNamed(id, ids[0])).state).toBe('re_registered')
    const other = await createSampleCohort(fixture, { number: 2, start: '2025-02-03' })
    expect(await fixture.client.registration.enrol({ id, code: other })).toMatchObject({ enrolled: 1 })
  })

  test('every act is in the audit', async () => {
    const { id, ids } = await stipulated()
    await record(ids[1], 'WITHDRAWN', 'Diterima bekerja')
    await fixture.client.registration.promote({ applicantId: ids[2] as ApplicantId })
    const rows = fixture.audit().filter(row => row.operation.startsWith('registration.'))
    expect([...new Set(rows.map(row => row.operation))]).toEqual([
      'registration.save',
      'registration.apply',
      'registration.saveResults',
      'registration.stipulate',
      'registration.record',
      'registration.promote',
    ])
    expect(rows.filter(row => row.entity === 'registration').every(row => row.entity_id === String(id))).toBe(true)
    expect(JSON.parse(rows.at(-1)?.after ?? '{}')).toMatchObject({ last: 'PROMOTED', replaces: ids[1] })
  })
})

describe('papers', () => {
  const make = (
    id: RegistrationId,
    key: Parameters<typeof fixture.client.registration.makePaper>[0]['key'],
    traineeId: TraineeId | null = null,
  ) => fixture.client.registration.makePaper({ id, key, size: null, traineeId, occasion: null })

  test('wait for the result, or for time and place, and say so', async () => {
    const id = await openRegistration(fixture, { meetings: [] })
    const waiting = Object.fromEntries(
      (await fixture.client.registration.papers({ id })).map(row => [row.key, row.waitsFor]),
    )
    expect(waiting).toEqual({
      'selection-result': 'Hasil seleksi belum ditetapkan.',
      'decree-participants': 'Hasil seleksi belum ditetapkan.',
      invitation: 'Isi hari, jam, dan tempatnya dulu.',
      biodata: 'Belum ada pendaftar.',
      pledge: 'Belum ada pendaftar.',
      consent: 'Belum ada pendaftar.',
    })
    for (const key of ['selection-result', 'invitation', 'consent'] as const)
      await rejectedAs(make(id, key), 'paper_waits')
  })

  test('can all be drawn for a stipulated registration, for everybody with a place or for one person', async () => {
    const { id } = await stipulated()
    for (const { key, waitsFor } of await fixture.client.registration.papers({ id })) {
      expect(waitsFor).toBeNull()
      const { file, warnings } = await make(id, key)
      expect([file.type, warnings]).toEqual(['application/pdf', []])
      expect(file.name).not.toMatch(/\d{16}/)
      expect(file.name).toContain(registrationPaperTitle(key))
    }
    const pages = async (file: { arrayBuffer(): Promise<ArrayBuffer> }) =>
      Buffer.from(await file.arrayBuffer())
        .toString('latin1')
        .match(/\/Type \/Page\b/g)?.length
    expect(await pages((await make(id, 'biodata')).file)).toBe(2)
    expect(await pages((await make(id, 'biodata', people[4] ?? null)).file)).toBe(1)
  })

  test('with one page per person can be drawn for a class too, for all its people or for one', async () => {
    const code = await createSampleCohort(fixture)
    const makeOf = (key: 'biodata' | 'pledge' | 'consent', traineeId: TraineeId | null) =>
      fixture.client.paper.make({ code, key, size: null, day: null, traineeId })
    // Without people it is a form to fill in by hand.
    expect((await makeOf('biodata', null)).file.name).toBe('biodata-TR-2024-01.pdf')
    await fixture.client.cohort.enrol({ code, traineeIds: people.slice(0, 3) })
    for (const key of ['biodata', 'pledge', 'consent'] as const) {
      expect((await makeOf(key, null)).file.name).toBe(`${key}-TR-2024-01.pdf`)
      expect((await makeOf(key, people[1] ?? null)).warnings).toEqual([])
    }
    await rejectedAs(makeOf('biodata', people[7] ?? null), 'not_found')
  })
})
