import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { InstructorId } from '../../../../shared/ids.ts'
import {
  addActivity,
  addInstructor,
  addTrainees,
  createSampleCohort,
  decidedCohort,
  enterScores,
  holdDays,
  issueAll,
  panel,
  programOf,
  samplePerson,
  setUp,
} from '../../cohort-steps.ts'
import { type Fixture, openFixture } from '../../fixture.ts'

let fixture: Fixture
let rina: InstructorId
beforeEach(async () => {
  fixture = openFixture()
  await setUp(fixture)
  rina = await addInstructor(fixture, 'Rina Marliana', { validUntil: '2025-01-10' })
})
afterEach(() => fixture.remove())

const overview = () => fixture.client.home.overview({})
const tasks = async () => (await overview()).openTasks.map(task => [task.kind, task.path])

describe('the overview', () => {
  test('of an empty centre counts nothing', async () => {
    expect(await overview()).toMatchObject({
      today: '2024-12-10',
      dayOff: null,
      counts: { running: 0, waitingPanel: 0, planned: 0, cohorts: 0 },
      openTasks: [],
      budget: null,
    })
  })

  test('follows a class from planning to its papers', async () => {
    const code = await createSampleCohort(fixture, { instructorId: rina, traineeIds: await addTrainees(fixture, 2) })
    expect((await overview()).counts).toEqual({ running: 0, waitingPanel: 0, planned: 1, cohorts: 1 })

    await holdDays(fixture, code, { until: 3 })
    fixture.setToday('2024-12-20')
    expect(await overview()).toMatchObject({
      counts: { running: 1, planned: 0 },
      budget: { year: 2024, crossing: ['Tata Rias I'], money: null },
    })
    expect(await tasks()).toEqual([['attendance', `/angkatan/${code}/kehadiran?hari=4`]])

    await holdDays(fixture, code, { from: 4, until: 15 })
    fixture.setToday('2025-01-09')
    expect((await overview()).counts).toMatchObject({ running: 0, waitingPanel: 1 })
    expect(await tasks()).toEqual([['panel', `/angkatan/${code}/nilai`]])
    await enterScores(fixture, code)
    expect(await tasks()).toEqual([['panel', `/angkatan/${code}/kelulusan`]])
    await fixture.client.graduation.decide({ code, heldOn: '2025-01-09', ...panel })
    expect(await tasks()).toEqual([['certificates', `/angkatan/${code}/sertifikat`]])
    await issueAll(fixture, code, '2025-01-09')
    expect(await overview()).toMatchObject({ openTasks: [], budget: null, counts: { waitingPanel: 0, cohorts: 1 } })
  })

  test('shows the week with its days off and how many classes meet', async () => {
    await createSampleCohort(fixture, { instructorId: rina })
    await createSampleCohort(fixture, { programId: await programOf(fixture, 'TB') })
    fixture.setToday('2024-12-27')
    const { weeks, dayOff } = await overview()
    expect(weeks.days).toHaveLength(56)
    expect(weeks.days.slice(0, 7).map(day => [day.date, day.off?.kind ?? null])).toEqual([
      ['2024-12-23', null],
      ['2024-12-24', null],
      ['2024-12-25', 'national_holiday'],
      ['2024-12-26', 'joint_leave'],
      ['2024-12-27', null],
      ['2024-12-28', null],
      ['2024-12-29', null],
    ])
    expect(weeks.classes.map(one => [one.title, one.end, one.days.map(day => day.n)])).toEqual([
      ['Tata Boga I', '2025-01-08', [6, 7, 8, 9, 10, 11, 12, 13, 14, 15]],
      ['Tata Rias I', '2025-01-08', [6, 7, 8, 9, 10, 11, 12, 13, 14, 15]],
    ])
    expect(dayOff).toBeNull()
    fixture.setToday('2024-12-25')
    expect((await overview()).dayOff).toContain('Natal')
    // A Sunday belongs to the week that it ends.
    fixture.setToday('2024-12-29')
    const sunday = await overview()
    expect(sunday.dayOff).toBe('Minggu')
    expect(sunday.weeks.days.findIndex(day => day.date === '2024-12-29')).toBe(6)
  })

  test('names the waiting act by its subject, most urgent first', async () => {
    const traineeIds = await addTrainees(fixture, 3)
    const code = await createSampleCohort(fixture, { instructorId: rina, traineeIds })
    fixture.setToday('2024-12-20')
    await fixture.client.attendance.fillDays({ code, days: [1, 2] })
    expect((await overview()).openTasks).toMatchObject([
      { due: '2024-12-18', detail: 'Hari ke-3, 4 belum diisi', action: 'Isi hari ke-3' },
      { due: '2024-12-20', title: 'Tutup 2 hari Tata Rias I', path: `/angkatan/${code}/kehadiran?hari=1` },
    ])
    await holdDays(fixture, code, { until: 15 })
    fixture.setToday('2025-01-09')
    await enterScores(fixture, code, { 3: { theory: 5000, practice: 5000 } })
    await fixture.client.graduation.decide({ code, heldOn: '2025-01-09', ...panel })
    const openTasks = async () => (await overview()).openTasks.map(task => `${task.title}: ${task.action}`)
    expect(await openTasks()).toEqual([
      '2 sertifikat dan 1 surat keterangan Tata Rias I belum terbit: Terbitkan 2 sertifikat',
    ])
    await issueAll(fixture, code, '2025-01-09')
    expect(await openTasks()).toEqual(['1 surat keterangan Tata Rias I belum terbit: Terbitkan 1 surat keterangan'])
    await issueAll(fixture, code, '2025-01-09', 'statement')
    expect(await openTasks()).toEqual([])
    // A corrected name makes a paper with the old name show up.
    const [first] = traineeIds
    if (first === undefined) throw new Error('nobody was added')
    await fixture.client.trainee.save({ id: first, trainee: samplePerson(0, { name: 'Ani Suryanti' }) })
    expect((await overview()).openTasks).toMatchObject([
      { kind: 'correction', detail: 'Ani Suryani, kini Ani Suryanti', action: 'Ganti sertifikat' },
    ])
  })

  test('looks at the credential that covers the class, and lists an expired one until another covers its trade', async () => {
    const budi = await addInstructor(
      fixture,
      'Budi',
      { trades: ['LS'], validUntil: '2024-11-01' },
      { trades: ['TR'], validUntil: '2025-02-01' },
    )
    await createSampleCohort(fixture, { instructorId: budi, traineeIds: await addTrainees(fixture, 2) })
    const rows = (await overview()).expiring.filter(row => row.name === 'Budi')
    expect(rows.map(row => [row.validUntil, row.detail.replace(/\s/g, ' '), row.endangers])).toEqual([
      ['2024-11-01', 'Segera perpanjang', false],
      ['2025-02-01', 'Tata Rias I selesai Rab 8 Jan, sah', false],
    ])
  })

  test('lists graduates who were not called yet, longest overdue first', async () => {
    const traineeIds = await addTrainees(fixture, 2)
    const code = await decidedCohort(
      fixture,
      { start: '2024-12-16', instructorId: rina, traineeIds },
      { heldOn: '2025-01-09' },
    )
    expect((await fixture.client.home.overdueCalls({})).count).toBe(0)
    fixture.setToday('2025-04-20')
    expect(await fixture.client.home.overdueCalls({})).toMatchObject({
      count: 2,
      rows: [{ name: 'Ani Suryani', month: 3, due: '2025-04-09' }, {}],
    })
    expect(code).toBe('TR-2024-01')
  })

  test('lists the missing calendar of next year from October on, and days without an instructor', async () => {
    fixture.setToday('2027-09-30')
    expect(await tasks()).toEqual([])
    fixture.setToday('2027-10-01')
    expect(await tasks()).toEqual([['calendar', '/kalender/2028']])
    fixture.setToday('2024-12-10')
    const code = await createSampleCohort(fixture)
    expect(await tasks()).toEqual([['instructor', `/angkatan/${code}/jadwal`]])
    await fixture.client.cohort.cancel({ code, reason: 'Peserta kurang dari sepuluh orang' })
    expect(await tasks()).toEqual([])
  })

  test('lists credentials that end within 180 days, most urgent first, without renewed ones', async () => {
    await addInstructor(fixture, 'Sari', { validUntil: '2024-12-01' })
    await addInstructor(fixture, 'Tuti', { validUntil: '2025-06-08' })
    await addInstructor(fixture, 'Umi', { validUntil: '2025-06-09' })
    const names = async () => (await overview()).expiring.map(row => [row.name, row.daysLeft])
    expect(await names()).toEqual([
      ['Sari', -9],
      ['Rina Marliana', 31],
      ['Tuti', 180],
    ])
    await fixture.client.instructor.saveCredential({
      instructorId: rina,
      id: null,
      credential: {
        kind: 'TEKNIS',
        number: '9 9 9 2024',
        registration: '',
        lsp: '',
        licence: '',
        scheme: 'Rias',
        trades: ['TR'],
        issued: '2024-12-09',
        validUntil: '2027-12-09',
      },
    })
    expect((await names()).map(([name]) => name)).toEqual(['Sari', 'Tuti'])
  })

  test('lists each ending trade and kind, even beside one that continues', async () => {
    await addInstructor(
      fixture,
      'Budi',
      { trades: ['LS'], validUntil: '2025-02-01' },
      { trades: ['CT'], validUntil: '2027-02-01' },
      { kind: 'METODOLOGI', trades: [], validUntil: '2025-03-01' },
      { kind: 'ASESOR', trades: [], validUntil: '2024-11-01' },
    )
    expect((await overview()).expiring.map(row => [row.name, row.validUntil, row.detail])).toEqual([
      ['Rina Marliana', '2025-01-10', 'Segera perpanjang'],
      ['Budi', '2025-02-01', 'Segera perpanjang'],
      ['Budi', '2025-03-01', 'Sertifikat metodologi'],
    ])
  })

  test('names classes without an activity, once the year has activities', async () => {
    await createSampleCohort(fixture, { instructorId: rina })
    expect(await tasks()).toEqual([])
    await addActivity(fixture, { budgetYear: 2024 })
    expect((await overview()).openTasks).toMatchObject([
      {
        kind: 'activity',
        title: '1 kelas 2024 belum berkegiatan',
        detail: 'Tata Rias I',
        path: '/kegiatan?tahun=2024',
      },
    ])
  })
})

describe('the search', () => {
  const found = async (text: string) =>
    (await fixture.client.home.search({ text })).hits.map(hit => `${hit.kind}: ${hit.title} ${hit.path}`)

  test('finds people, classes, instructors and certificates, each with its address', async () => {
    const traineeIds = await addTrainees(fixture, 3)
    const code = await createSampleCohort(fixture, { instructorId: rina, traineeIds })
    await holdDays(fixture, code, { until: 15 })
    fixture.setToday('2025-01-09')
    // Add a person who fails: the statement has the same number as the first certificate, and is the newest paper.
    await enterScores(fixture, code, { 3: { theory: 5000, practice: 5000 } })
    await fixture.client.graduation.decide({ code, heldOn: '2025-01-09', ...panel })
    await issueAll(fixture, code, '2025-01-09')
    await issueAll(fixture, code, '2025-01-09', 'statement')
    expect((await found('500.15/0001/blk/i/2025')).map(hit => hit.split(' ')[1])).toEqual([
      '500.15/0001/BLK/I/2025',
      '500.15/0001/KET-BLK/I/2025',
    ])
    expect(await found('lestari dewi')).toEqual([
      `trainee: Dewi Lestari /peserta/${traineeIds[1]}`,
      `certificate: 500.15/0002/BLK/I/2025 /sertifikat/500.15~0002~BLK~I~2025`,
    ])
    expect(await found('rina')).toContain(`instructor: Rina Marliana /instruktur/${rina}`)
    expect(await found('tr-2024-01')).toEqual([`cohort: Tata Rias I /angkatan/${code}`])
    expect(await found('rias 2024')).toContain(`cohort: Tata Rias I /angkatan/${code}`)
    expect(await found('0002/BLK')).toEqual([`certificate: 500.15/0002/BLK/I/2025 /sertifikat/500.15~0002~BLK~I~2025`])
    expect(await found('0002/blk/i')).toHaveLength(1)
  })

  test('finds rooms by name and by the word "ruang"', async () => {
    expect((await found('rias 1')).filter(hit => hit.startsWith('room'))).toHaveLength(1)
    expect((await found('ruang')).filter(hit => hit.startsWith('room')).length).toBeGreaterThan(2)
  })

  test('finds nothing for an empty search', async () => {
    await addTrainees(fixture, 3)
    expect(await found('')).toEqual([])
    expect(await found("''")).toEqual([])
    expect(await found('zzzzzz')).toEqual([])
  })

  test('hides the middle of a NIK', async () => {
    await addTrainees(fixture, 1)
    const { hits } = await fixture.client.home.search({ text: 'ani suryani' })
    expect(hits[0]?.detail).toMatch(/^3671\d{2}\*+\d{4} · Kel\. Cikokol · belum ikut pelatihan$/)
    expect(JSON.stringify(hits)).not.toContain(samplePerson(0).nik)
  })
})
