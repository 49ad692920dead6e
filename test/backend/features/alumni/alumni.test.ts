import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { findCollection } from '../../../../electron/backend/features/certificate/register/collection-store.ts'
import type { FollowUpView } from '../../../../shared/features/alumni/contract.ts'
import type { CertificateId, EnrolmentId, TraineeId } from '../../../../shared/ids.ts'
import type { PlainDate } from '../../../../shared/kernel/plain-date.ts'
import {
  addActivity,
  addInstructor,
  addTrainees,
  createSampleCohort,
  decidedCohort,
  enrolled,
  issueAll,
  samplePerson,
  setUp,
} from '../../cohort-steps.ts'
import { type Fixture, openFixture, rejectedAs } from '../../fixture.ts'

let fixture: Fixture
let code: string
let people: TraineeId[]
beforeEach(async () => {
  fixture = openFixture()
  await setUp(fixture)
  const instructorId = await addInstructor(fixture, 'Rina Marliana', {})
  people = await addTrainees(fixture, 4)
  // The fourth is absent two days out of three and does not pass.
  const absences = { 4: Object.fromEntries([1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map(n => [n, 'A' as const])) }
  code = await decidedCohort(fixture, { instructorId, traineeIds: people }, { heldOn: '2025-01-31', absences })
})
afterEach(() => fixture.remove())

const placeOf = async (position: number): Promise<EnrolmentId> => (await enrolled(fixture, code, position)).enrolmentId
const reason = 'Diminta orangnya lewat surat'

describe('collection', () => {
  const papers = () => fixture.client.alumni.papers({ code, kind: 'certificate' })
  const self = { collector: 'SELF', deputyName: '', deputyRelation: '' } as const
  const ids = async (): Promise<CertificateId[]> => (await papers()).map(paper => paper.certificateId)

  beforeEach(async () => {
    await issueAll(fixture, code, '2025-01-31')
    fixture.setToday('2025-02-10')
  })

  test('one, then the rest of the class; the book and the history say by whom and when', async () => {
    const { client } = fixture
    const [first, ...rest] = await ids()
    if (!first) throw new Error('nothing was issued')
    const mother = { collector: 'DEPUTY', deputyName: 'Aminah', deputyRelation: 'ibu' } as const
    await client.alumni.collect({ certificateIds: [first], collectedOn: '2025-02-03', ...mother })
    expect(await client.alumni.collect({ certificateIds: rest, collectedOn: '2025-02-10', ...self })).toEqual({
      count: 2,
    })
    expect((await papers()).map(paper => paper.collection)).toMatchObject([
      { collectedOn: '2025-02-03', ...mother, by: 'Wulan Sari' },
      { collectedOn: '2025-02-10', ...self },
      { collectedOn: '2025-02-10', ...self },
    ])
    const { rows } = await client.book.list({ search: '', kind: null, limit: 10, offset: 0 })
    expect(rows.map(row => row.collectedOn)).toEqual(['2025-02-10', '2025-02-10', '2025-02-03'])
    expect(findCollection(fixture.backend.workspace.read, first)).toMatchObject(mother)
    expect(JSON.parse(fixture.audit().at(-1)?.after ?? '')).toMatchObject({
      collectedOn: '2025-02-10',
      collector: 'SELF',
    })
  })

  test('all or none: a collected, replaced or revoked paper, or an impossible day, stops the whole act', async () => {
    const { client } = fixture
    const [first, second, third] = await ids()
    if (!first || !second || !third) throw new Error('nothing was issued')
    const collect = (collectedOn: PlainDate, ...certificateIds: CertificateId[]) =>
      client.alumni.collect({ certificateIds, collectedOn, ...self })
    await rejectedAs(collect('2025-02-11', first), 'date_in_future')
    await rejectedAs(collect('2025-01-30', first), 'date_before_issue')
    await collect('2025-02-10', first)
    await rejectedAs(collect('2025-02-10', second, first), 'collected_already')
    await client.book.revoke({ id: third, revokedOn: '2025-02-10', reason: 'Nama keliru' })
    await rejectedAs(collect('2025-02-10', second, third), 'certificate_revoked')
    expect((await papers()).map(paper => paper.collection === null)).toEqual([false, true])
  })

  test('a mistake is undone with a reason, stays on record, and the paper can be collected again', async () => {
    const { client } = fixture
    const [first] = await ids()
    if (!first) throw new Error('nothing was issued')
    await rejectedAs(client.alumni.undoCollection({ certificateId: first, reason: 'Salah orang' }), 'not_collected')
    await client.alumni.collect({ certificateIds: [first], collectedOn: '2025-02-03', ...self })
    await client.alumni.undoCollection({ certificateId: first, reason: 'Salah orang' })
    expect((await papers())[0]?.collection).toBeNull()
    await client.alumni.collect({ certificateIds: [first], collectedOn: '2025-02-10', ...self })
    const rows = fixture.backend.workspace.read.all('SELECT collected_on, take_back_reason FROM certificate_collection')
    expect(rows).toEqual([
      { collected_on: '2025-02-03', take_back_reason: 'Salah orang' },
      { collected_on: '2025-02-10', take_back_reason: '' },
    ])
    await fixture.backend.close()
    const raw = fixture.rawDatabase()
    expect(() => raw.exec('DELETE FROM certificate_collection')).toThrow('append_only')
    expect(() => raw.exec("UPDATE certificate_collection SET collected_on = '2025-02-01'")).toThrow('append_only')
    expect(() =>
      raw.exec("UPDATE certificate_collection SET taken_back_at = NULL, taken_back_by = NULL, take_back_reason = ''"),
    ).toThrow('append_only')
    raw.close()
    await fixture.reopen()
  })
})

describe('follow-up', () => {
  const employed = {
    status: 'EMPLOYED',
    place: 'Salon Melati',
    work: 'Perias',
    income: 3_000_000,
    relevant: true,
    note: '',
  } as const
  const unreached = {
    status: 'UNREACHED',
    place: '',
    work: '',
    income: null,
    relevant: null,
    note: 'Nomor tidak aktif',
  } as const
  const list = (view: FollowUpView, month: 3 | 6 | 12 | null = null) =>
    fixture.client.alumni.followUps({ view, trade: null, month })
  const months = async (view: FollowUpView) => (await list(view)).rows.map(row => `${row.due} ${row.month}`)

  test('only graduates are called, when the month has come; only the latest month, longest overdue first', async () => {
    fixture.setToday('2025-03-31')
    expect(await months('due')).toEqual([])
    expect((await list('coming')).counts).toEqual({ due: 0, unreached: 0, coming: 3, answered: 0 })
    fixture.setToday('2025-04-30')
    expect(await months('due')).toEqual(['2025-04-30 3', '2025-04-30 3', '2025-04-30 3'])
    await fixture.client.alumni.saveFollowUp({
      enrolmentId: await placeOf(1),
      month: 3,
      answer: { ...unreached, askedOn: '2025-04-30' },
    })
    await fixture.client.alumni.saveFollowUp({
      enrolmentId: await placeOf(2),
      month: 3,
      answer: { ...employed, askedOn: '2025-04-30' },
    })
    expect((await list('due')).counts).toEqual({ due: 1, unreached: 1, coming: 0, answered: 2 })
    fixture.setToday('2025-07-31')
    expect(await months('due')).toEqual(['2025-07-31 6', '2025-07-31 6', '2025-07-31 6'])
    expect((await list('unreached')).rows).toEqual([])
    expect((await list('due', 3)).rows).toEqual([])
    expect((await fixture.client.alumni.followUps({ view: 'due', trade: 'LS', month: null })).rows).toEqual([])
    const [row] = (await list('due')).rows
    expect(row?.maskedNik).not.toContain(samplePerson(0).nik)
  })

  test('a long list returns its first people and the total; the search finds the others', async () => {
    const { followUps } = fixture.client.alumni
    fixture.setToday('2025-04-30')
    const all = (await list('due')).rows
    const short = await followUps({ view: 'due', trade: null, month: null, limit: 1 })
    expect(short).toMatchObject({ rows: [all[0]], total: 3, counts: { due: 3 } })
    const [, , last] = all
    const typed = `${last?.name.split(' ').at(-1)?.toUpperCase()} ${last?.village?.slice(1, 4)}`
    const found = await followUps({ view: 'due', trade: null, month: null, text: typed, limit: 1 })
    expect(found).toMatchObject({ rows: [{ enrolmentId: last?.enrolmentId }], total: 1, counts: { due: 3 } })
    expect((await followUps({ view: 'due', trade: null, month: null, text: code })).total).toBe(3)
    expect(await followUps({ view: 'due', trade: null, month: null, text: 'tidak ada' })).toMatchObject({
      rows: [],
      total: 0,
    })
  })

  test('an answer can be corrected, but not given before its day, for the future, or for a person who did not pass', async () => {
    const { client } = fixture
    const enrolmentId = await placeOf(1)
    const save = (answer: object, month: 3 | 6 = 3) =>
      client.alumni.saveFollowUp({ enrolmentId, month, answer: { ...employed, askedOn: '2025-04-30', ...answer } })
    fixture.setToday('2025-04-29')
    expect(await rejectedAs(save({ askedOn: '2025-04-29' }), 'follow_up_not_due')).toMatchObject({ due: '2025-04-30' })
    fixture.setToday('2025-04-30')
    await rejectedAs(save({ askedOn: '2025-05-01' }), 'date_in_future')
    await save({})
    await save({ ...unreached })
    expect((await list('answered')).rows.map(row => row.answer)).toMatchObject([
      { status: 'UNREACHED', income: null, by: 'Wulan Sari' },
    ])
    const last = fixture.audit().at(-1)
    expect([JSON.parse(last?.before ?? '').status, JSON.parse(last?.after ?? '').status]).toEqual([
      'EMPLOYED',
      'UNREACHED',
    ])
    const failed = await placeOf(4)
    await rejectedAs(
      client.alumni.saveFollowUp({ enrolmentId: failed, month: 3, answer: { ...employed, askedOn: '2025-04-30' } }),
      'not_found',
    )
    expect(
      await rejectedAs(client.graduation.reopen({ code, reason: 'Nilai seorang keliru' }), 'graduates_in_use'),
    ).toMatchObject({ followed: 1, aided: 0 })
  })

  test('a frozen person is not called, still counts, and is not listed behind a figure', async () => {
    const { client } = fixture
    fixture.setToday('2025-04-30')
    await client.alumni.saveFollowUp({
      enrolmentId: await placeOf(1),
      month: 3,
      answer: { ...employed, askedOn: '2025-04-30' },
    })
    await client.rights.freeze({ id: people[0] as TraineeId, requestedOn: '2025-04-30', reason })
    await client.rights.freeze({ id: people[1] as TraineeId, requestedOn: '2025-04-30', reason })
    expect((await list('due')).counts).toMatchObject({ due: 1, answered: 0 })
    const late = client.alumni.saveFollowUp({
      enrolmentId: await placeOf(2),
      month: 3,
      answer: { ...employed, askedOn: '2025-04-30' },
    })
    await rejectedAs(late, 'person_frozen')
    expect((await client.alumni.results({ year: 2025, fundingSource: null })).total).toMatchObject({ graduated: 3 })
    const behind = await client.alumni.resultPeople({
      year: 2025,
      fundingSource: null,
      trade: 'TR',
      month: 3,
      figure: 'employed',
    })
    expect(behind).toEqual({ rows: [], hidden: 1 })
  })

  test('results by trade, year and source; the people behind a figure are as many as it says', async () => {
    const { client } = fixture
    fixture.setToday('2025-04-30')
    await client.alumni.saveFollowUp({
      enrolmentId: await placeOf(1),
      month: 3,
      answer: { ...employed, askedOn: '2025-04-30' },
    })
    await client.alumni.saveFollowUp({
      enrolmentId: await placeOf(2),
      month: 3,
      answer: { ...employed, status: 'SELF_EMPLOYED', askedOn: '2025-04-30' },
    })
    const { rows, total, years } = await client.alumni.results({ year: 2025, fundingSource: null })
    expect(years).toEqual([2025])
    expect(rows).toEqual([{ trade: 'TR', ...total }])
    expect(total.months[0]).toEqual({
      month: 3,
      due: 3,
      asked: 2,
      employed: 1,
      selfEmployed: 1,
      studying: 0,
      homemaking: 0,
      notWorking: 0,
      unreached: 0,
      absorbed: 667,
    })
    expect(total.months[1]).toMatchObject({ month: 6, due: 0, asked: 0, absorbed: null })
    for (const figure of ['graduated', 'due', 'asked', 'employed', 'selfEmployed', 'unreached'] as const) {
      const scope = { year: 2025, fundingSource: null, trade: 'TR', month: 3, figure } as const
      const expected = figure === 'graduated' ? total.graduated : total.months[0]?.[figure]
      expect((await client.alumni.resultPeople(scope)).rows).toHaveLength(expected ?? -1)
    }
    expect((await client.alumni.results({ year: 2024, fundingSource: null })).rows).toEqual([])
    expect((await client.alumni.results({ year: 2025, fundingSource: 'APBN' })).rows).toEqual([])
    const activityId = await addActivity(fixture, { budgetYear: 2024, fundingSource: 'APBN' })
    await client.activity.assign({ code, activityId })
    expect((await client.alumni.results({ year: null, fundingSource: 'APBN' })).total.graduated).toBe(3)
  })
})

describe('modal kerja', () => {
  const propose = async (position: number, budgetYear = 2025) =>
    fixture.client.aid.propose({
      budgetYear,
      enrolmentId: await placeOf(position),
      amount: 20_000_000,
      proposedOn: '2025-02-03',
    })
  const villageOf = (index: number) => samplePerson(index).villageCode ?? ''

  beforeEach(() => fixture.setToday('2025-03-03'))

  test('proposed, approved by decree, handed over, with evidence; the kelurahan counts as served', async () => {
    const { client } = fixture
    const before = await client.aid.list({ year: 2025 })
    expect(before.villages.find(village => village.code === villageOf(0))?.graduates).toBeGreaterThan(0)
    const { id } = await propose(1)
    const step = (step: Parameters<typeof client.aid.step>[0]['step']) => client.aid.step({ id, step })
    await rejectedAs(step({ state: 'PAID', on: '2025-02-10', number: 'BAST-1' }), 'aid_step_impossible')
    await rejectedAs(step({ state: 'APPROVED', on: '2025-02-02', number: '900/1' }), 'aid_date_before')
    await rejectedAs(step({ state: 'APPROVED', on: '2025-03-04', number: '900/1' }), 'date_in_future')
    await step({ state: 'APPROVED', on: '2025-02-10', number: '900/1' })
    await step({ state: 'PAID', on: '2025-03-03', number: 'BAST-1' })
    await client.aid.attachEvidence({ id, file: new File(['%PDF-1.7 bast'], 'bast.pdf') })
    const after = await client.aid.list({ year: 2025 })
    expect(after.rows).toMatchObject([
      {
        state: 'PAID',
        amount: 20_000_000,
        villageCode: villageOf(0),
        decreeNumber: '900/1',
        paidOn: '2025-03-03',
        handoverNumber: 'BAST-1',
        evidence: { name: 'bast.pdf' },
      },
    ])
    expect(after.villages.map(village => village.code)).not.toContain(villageOf(0))
    expect(await (await client.aid.evidence({ id })).file.text()).toBe('%PDF-1.7 bast')
    const states = fixture
      .audit()
      .filter(row => row.operation === 'aid.step')
      .map(row => JSON.parse(row.after ?? '').state)
    expect(states).toEqual(['APPROVED', 'PAID'])
    await client.aid.removeEvidence({ id })
    expect(fixture.backend.workspace.read.value('SELECT count(*) FROM attachment')).toBe(0)
    await rejectedAs(client.graduation.reopen({ code, reason: 'Nilai seorang keliru' }), 'graduates_in_use')
  })

  test('one per kelurahan and year, one per person, only for graduates; a refused one frees the place', async () => {
    const { client } = fixture
    const neighbour = await client.trainee.get({ id: people[1] as TraineeId })
    await client.trainee.save({ id: neighbour.id, trainee: { ...samplePerson(1), villageCode: villageOf(0) } })
    const { id } = await propose(1)
    expect(await rejectedAs(propose(2), 'village_has_aid')).toMatchObject({ name: samplePerson(0).name, year: 2025 })
    expect(await rejectedAs(propose(1, 2026), 'aid_given_already')).toMatchObject({ year: 2025 })
    await rejectedAs(propose(4), 'not_found')
    expect((await client.aid.candidates({ year: 2025, village: villageOf(0) })).length).toBe(0)
    await client.aid.step({ id, step: { state: 'REJECTED', on: '2025-03-03', reason: 'Sudah punya usaha' } })
    await rejectedAs(
      client.aid.step({ id, step: { state: 'APPROVED', on: '2025-03-03', number: '1' } }),
      'aid_step_impossible',
    )
    expect(
      (await client.aid.candidates({ year: 2025, village: villageOf(0) })).map(row => row.traineeId).toSorted(),
    ).toEqual([people[0], people[1]].toSorted())
    const named = { year: 2025, village: null, text: samplePerson(1).name.toUpperCase() }
    expect((await client.aid.candidates(named)).map(row => row.traineeId)).toEqual([people[1]])
    // A second class after passing changes nothing.
    await createSampleCohort(fixture, {
      start: '2025-03-10',
      number: 2,
      traineeIds: [people[1] as TraineeId],
      repeatReason: 'Naik tingkat kejuruan lain',
    })
    expect((await client.aid.candidates(named)).map(row => row.code)).toEqual([code])
    expect((await client.aid.list({ year: 2025 })).villages.find(one => one.code === villageOf(0))?.graduates).toBe(2)
    await propose(2)
    const third = await client.trainee.get({ id: people[2] as TraineeId })
    await client.trainee.save({ id: third.id, trainee: { ...samplePerson(2), villageCode: null } })
    await rejectedAs(propose(3), 'aid_without_village')
    await fixture.backend.close()
    const raw = fixture.rawDatabase()
    const again =
      "INSERT INTO business_aid (budget_year, enrolment_id, village_code, amount, state, proposed_on, recorded_at, recorded_by) SELECT budget_year, ?, village_code, amount, 'PROPOSED', proposed_on, recorded_at, recorded_by FROM business_aid WHERE state = 'PROPOSED'"
    const ids = raw.prepare('SELECT id FROM enrolment ORDER BY id').pluck().all()
    expect(() => raw.prepare(again).run(ids[2])).toThrow(
      'UNIQUE constraint failed: business_aid.budget_year, business_aid.village_code',
    )
    expect(() => raw.prepare(again.replace('budget_year, ?', '2027, ?')).run(ids[3])).toThrow('not_graduated')
    raw.close()
    await fixture.reopen()
  })
})

test('the copy for a person contains all of it; after anonymising, figures stay and texts are removed', async () => {
  const { client } = fixture
  await issueAll(fixture, code, '2025-01-31')
  fixture.setToday('2025-04-30')
  const id = people[0] as TraineeId
  const enrolmentId = await placeOf(1)
  const [paper] = await client.alumni.papers({ code, kind: 'certificate' })
  if (!paper) throw new Error('nothing was issued')
  await client.alumni.collect({
    certificateIds: [paper.certificateId],
    collectedOn: '2025-04-30',
    collector: 'DEPUTY',
    deputyName: 'Aminah Zulaikha',
    deputyRelation: 'ibu',
  })
  await client.alumni.saveFollowUp({
    enrolmentId,
    month: 3,
    answer: {
      status: 'SELF_EMPLOYED',
      place: 'Rias Zulaikha',
      work: 'Perias pengantin',
      income: 4_200_000,
      relevant: true,
      note: 'Di rumah ibu',
      askedOn: '2025-04-30',
    },
  })
  const { id: aid } = await client.aid.propose({
    budgetYear: 2025,
    enrolmentId,
    amount: 20_000_000,
    proposedOn: '2025-04-30',
  })
  await client.aid.attachEvidence({ id: aid, file: new File(['%PDF-1.7 bast'], 'bast Zulaikha.pdf') })
  await client.aid.step({ id: aid, step: { state: 'CANCELLED', on: '2025-04-30', reason: 'Pindah ke rumah Zulaikha' } })
  const copy = await (await client.rights.exportPerson({ id, format: 'json' })).text()
  for (const words of ['Aminah Zulaikha', 'Rias Zulaikha', 'Rp4.200.000', 'Pindah ke rumah Zulaikha', 'Wirausaha'])
    expect(copy).toContain(words)
  expect(copy).not.toContain('Catatan lain')

  fixture.setToday('2036-02-01')
  await client.rights.anonymise({ ids: [id], reason: null })
  const { read } = fixture.backend.workspace
  expect(read.get('SELECT status, place, work, income, note, relevant FROM follow_up')).toEqual({
    status: 'SELF_EMPLOYED',
    place: '',
    work: '',
    income: null,
    note: '',
    relevant: 1,
  })
  const tables = ['certificate_collection', 'follow_up', 'business_aid', 'attachment', 'audit']
  for (const table of tables) expect(JSON.stringify(read.all(`SELECT * FROM ${table}`))).not.toContain('Zulaikha')
  expect((await client.alumni.results({ year: 2025, fundingSource: null })).total.months[0]?.selfEmployed).toBe(1)
})
