import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { playAttendance, playScores } from '../../electron/backend/sample/play-cohort.ts'
import { addSampleInstructor, setUpSampleCentre } from '../../electron/backend/sample/sample-centre.ts'
import {
  rinaMarliana,
  samplePanel,
  tataRiasDecided,
  tataRiasDraft,
  tataRiasResults,
} from '../../electron/backend/sample/tata-rias-cohort.ts'
import type { GraduationRow } from '../../shared/features/graduation/contract.ts'
import { plainRequest } from '../../shared/features/import/plain-request.ts'
import type { InstructorId } from '../../shared/ids.ts'
import { programOf, roomNamed } from './cohort-steps.ts'
import { domainErrorOf, type Fixture, openFixture } from './fixture.ts'

// The worked example of the field, from the workbook to the papers. Each test is the next step of the same class.

let fixture: Fixture
let code: string
let instructorId: InstructorId
beforeAll(() => {
  fixture = openFixture({ today: '2024-12-10' })
})
afterAll(() => fixture.remove())

const workbook = new File(
  [new Uint8Array(readFileSync(new URL('../../build/sample-data/peserta-tata-rias.xlsx', import.meta.url)))],
  'peserta-tata-rias.xlsx',
)

test('first start, instructor and list of people', async () => {
  const session = { client: fixture.client, setToday: fixture.setToday }
  await setUpSampleCentre(session)
  instructorId = await addSampleInstructor(session, rinaMarliana)
  const reading = await fixture.client.import.read(plainRequest(workbook, 'aaaa-0001'))
  expect(reading.summary).toEqual({ create: 16, match: 0, duplicate: 0, reject: 0 })
  expect(reading.rows.flatMap(row => row.problems)).toEqual([])
  const { counts } = await fixture.client.import.run({ ...plainRequest(workbook, 'aaaa-0002'), answers: [] })
  expect(counts.created).toBe(16)
})

test('the plan: fifteen days over Christmas and New Year, with skipped days and warnings', async () => {
  const draft = tataRiasDraft({
    programId: await programOf(fixture, 'TR'),
    roomId: await roomNamed(fixture, 'R. Rias 1'),
    instructorId,
    traineeIds: (await fixture.client.trainee.list({ search: '', limit: 100, offset: 0 })).rows.map(row => row.id),
  })
  const { programId, start, week, jointLeave, hours, startTime, endTime } = draft
  const plan = await fixture.client.cohort.plan({ programId, start, week, jointLeave, hours, startTime, endTime })
  expect(plan).toMatchObject({ start: '2024-12-16', end: '2025-01-08', totalHours: 120, number: 1, code: 'TR-2024-01' })
  expect(plan.warnings).toContain('crosses_budget_year')
  expect(plan.latestStartInYear).toBe('2024-12-09')
  expect(plan.skipped.filter(day => day.kind !== 'weekend')).toEqual([
    { date: '2024-12-25', kind: 'national_holiday', reason: expect.stringContaining('Natal') },
    { date: '2024-12-26', kind: 'joint_leave', reason: expect.stringContaining('Natal') },
    { date: '2025-01-01', kind: 'national_holiday', reason: expect.stringContaining('Tahun Baru') },
  ])
  expect(plan.instructors).toMatchObject([{ name: rinaMarliana.name, problems: [] }])
  expect(plan.instructors[0]?.notice).toContain('2 hari setelah kelas selesai')
  code = (await fixture.client.cohort.create(draft)).code
  expect(code).toBe('TR-2024-03')
  const cohort = await fixture.client.cohort.get({ code })
  expect(cohort).toMatchObject({ title: 'Tata Rias III', status: 'planned', trainees: 16, totalHours: 120 })
  expect(cohort.days.every(day => day.topic !== '' && day.instructors[0]?.id === instructorId && !day.held)).toBe(true)
})

test('fifteen days of attendance, each on its own day', async () => {
  const session = { client: fixture.client, setToday: fixture.setToday }
  expect(await playAttendance(session, { code, instructorId, results: tataRiasResults, until: '2025-01-08' })).toBe(15)
  const cohort = await fixture.client.cohort.get({ code })
  expect(cohort).toMatchObject({ status: 'finished', progress: { attendance: true, scores: false, graduation: false } })
  expect(cohort.days.every(day => day.held && day.complete && day.closed?.by === rinaMarliana.name)).toBe(true)
})

test('scores and units of everybody who stayed', async () => {
  fixture.setToday(tataRiasDecided)
  const before = await fixture.client.graduation.get({ code })
  expect(before.missing.map(step => step.step)).toEqual(Array(15).fill('score'))
  expect(before.missing[0]?.words).toBe('nilai teori, nilai praktik, unit Ani Suryani kosong')
  await playScores({ client: fixture.client, setToday: fixture.setToday }, code, tataRiasResults)
  expect((await fixture.client.graduation.get({ code })).missing).toEqual([])
})

const figures = ({ present, percent, theory, practice, final, proposal }: GraduationRow) => ({
  present,
  percent,
  theory,
  practice,
  final,
  proposal,
})

test('the proposal has the figures of the worked example', async () => {
  const { rows, rules } = await fixture.client.graduation.get({ code })
  const of = (name: string) => figures(rows.find(row => row.name === name) ?? missing(name))
  expect(rules).toEqual({ daysNeeded: 12, passMark: 7000, unitsRequired: true })
  expect(of('Siti Rahayu')).toEqual({
    present: 15,
    percent: 10_000,
    theory: 8000,
    practice: 8800,
    final: 8560,
    proposal: 'passed',
  })
  expect(of('Dewi Lestari')).toEqual({
    present: 12,
    percent: 8000,
    theory: 7000,
    practice: 7200,
    final: 7140,
    proposal: 'passed',
  })
  expect(of('Ani Suryani')).toEqual({
    present: 11,
    percent: 7333,
    theory: 8500,
    practice: 9000,
    final: 8850,
    proposal: 'failed',
  })
  expect(of('Lina Marlina')).toEqual({
    present: 14,
    percent: 9333,
    theory: 6000,
    practice: 7100,
    final: 6770,
    proposal: 'failed',
  })
  expect(of('Yuni Kartika')).toMatchObject({ present: 4, percent: null, final: null, proposal: 'withdrawn' })
})

function missing(name: string): never {
  throw new Error(`${name} is not in the class`)
}

test('every failing rule is named with its figures', async () => {
  const { rows } = await fixture.client.graduation.get({ code })
  const reasons = (name: string) => rows.find(row => row.name === name)?.reasons
  expect(reasons('Ani Suryani')).toEqual([
    { rule: 'attendance', present: 11, planned: 15, percent: 7333, needed: 12, short: 1 },
  ])
  expect(reasons('Lina Marlina')).toMatchObject([
    { rule: 'score', final: 6770, passMark: 7000, short: 230 },
    { rule: 'unit', units: [{ code: expect.any(String) }] },
  ])
})

test('the panel: thirteen pass, two do not, one has withdrawn', async () => {
  expect(
    await fixture.client.graduation.decide({ code, heldOn: tataRiasDecided, ...samplePanel, overrides: [] }),
  ).toEqual({ passed: 13, failed: 2, withdrawn: 1 })
  const { rows, panel } = await fixture.client.graduation.get({ code })
  expect(panel).toMatchObject({ heldOn: '2025-01-09', decidedBy: 'Wulan Sari', members: samplePanel.members })
  expect(rows.every(row => row.decision === row.proposal)).toBe(true)
})

test('certificates 0001 to 0013 in the order of the list, statements in their own series', async () => {
  const issue = async (kind: 'certificate' | 'statement') => {
    const { officerId, candidates } = await fixture.client.certificate.prepare({
      code,
      kind,
      issuedOn: tataRiasDecided,
      officerId: null,
    })
    if (officerId === null) throw new Error('nobody may sign')
    const enrolmentIds = candidates.map(row => row.enrolmentId)
    const { issued } = await fixture.client.certificate.issue({
      code,
      kind,
      issuedOn: tataRiasDecided,
      officerId,
      enrolmentIds,
    })
    expect(issued.map(row => row.number)).toEqual(candidates.map(row => row.number))
    return issued
  }
  const certificates = await issue('certificate')
  expect(certificates).toHaveLength(13)
  expect(certificates[0]).toMatchObject({ number: '500.15/0001/BLK/I/2025', name: 'Dewi Lestari' })
  expect(certificates.at(-1)).toMatchObject({ number: '500.15/0013/BLK/I/2025', name: 'Wati' })
  const letters = await issue('statement')
  expect(letters).toMatchObject([
    { number: '500.15/0001/KET-BLK/I/2025', name: 'Ani Suryani' },
    { number: '500.15/0002/KET-BLK/I/2025', name: 'Lina Marlina' },
  ])
  expect((await fixture.client.cohort.get({ code })).progress.certificates).toBe(true)
})

test('a withdrawn person gets no paper, and nobody gets the other kind', async () => {
  const trainees = await fixture.client.cohort.trainees({ code })
  const yuni = trainees.find(row => row.name === 'Yuni Kartika')
  const { officers } = await fixture.client.centre.get({})
  const [officer] = officers
  if (!yuni || !officer) throw new Error('the class is not complete')
  for (const kind of ['certificate', 'statement'] as const) {
    const issue = { code, kind, issuedOn: tataRiasDecided, officerId: officer.id, enrolmentIds: [yuni.enrolmentId] }
    expect(await domainErrorOf(fixture.client.certificate.issue(issue))).toEqual({
      code: 'not_entitled',
      name: 'Yuni Kartika',
    })
  }
})

test('every paper can be drawn, and the people show their result', async () => {
  const papers = await fixture.client.paper.list({ code })
  // No holiday moved this class, so no paper waits for one.
  expect(papers.flatMap(row => (row.waitsFor === null ? [] : [row.key]))).toEqual([])
  const { rows } = await fixture.client.trainee.list({ search: 'siti rahayu', limit: 5, offset: 0 })
  expect(rows).toMatchObject([{ cohort: { code, status: 'passed' } }])
  const [siti] = rows
  if (!siti) throw new Error('Siti is not in the list')
  expect((await fixture.client.trainee.get({ id: siti.id })).cohorts).toMatchObject([
    { code, outcome: 'passed', certificate: '500.15/0011/BLK/I/2025' },
  ])
})
