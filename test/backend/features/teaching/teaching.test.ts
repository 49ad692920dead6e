import readExcelFile from 'read-excel-file/node'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { LessonDraft } from '../../../../shared/features/teaching/contract.ts'
import type { InstructorId } from '../../../../shared/ids.ts'
import { addInstructor, addTrainees, createSampleCohort, dateOfDay, holdDays, setUp } from '../../cohort-steps.ts'
import { domainErrorOf, type Fixture, openFixture, rejectedAs } from '../../fixture.ts'

let fixture: Fixture
let code: string
let rina: InstructorId
let sari: InstructorId
beforeEach(async () => {
  fixture = openFixture()
  await setUp(fixture)
  rina = await addInstructor(fixture, 'Rina', {})
  sari = await addInstructor(fixture, 'Sari', {})
  code = await createSampleCohort(fixture, { instructorId: rina, traineeIds: await addTrainees(fixture, 2) })
  fixture.setToday('2024-12-18')
})
afterEach(() => fixture.remove())

const teaching = () => fixture.client.teaching.ofCohort({ code })
async function dayOf(n: number) {
  const day = (await teaching()).days.find(one => one.n === n)
  if (!day) throw new Error(`no day ${n}`)
  return day
}
const record = (n: number, lessons: LessonDraft[], reason: string | null = null) =>
  fixture.client.teaching.record({ code, n, lessons, reason })
const close = (...days: number[]) => fixture.client.teaching.closeDays({ code, days })
const month = { from: '2024-12-01', until: '2024-12-31', code: null } as const

test('the timetable proposes hours, and writes nothing', async () => {
  const { days, units, instructors } = await teaching()
  const [first] = days
  expect(first).toMatchObject({ n: 1, hours: 8, recorded: false, closed: null })
  expect(first?.lessons.reduce((sum, lesson) => sum + lesson.hours, 0)).toBe(8)
  expect(new Set(first?.lessons.map(lesson => lesson.instructorId))).toEqual(new Set([rina]))
  expect(units.map(unit => unit.id)).toContain(first?.lessons[0]?.unitId)
  expect(instructors[0]?.name).toBe('Rina')
  expect((await fixture.client.teaching.report(month)).rows).toEqual([])
})

describe('taught hours', () => {
  test('are recorded with the substitute, and closed separately', async () => {
    const [whole] = (await dayOf(1)).lessons
    if (!whole) throw new Error('nothing proposed')
    const morning = { ...whole, hours: 5 }
    const afternoon = { ...whole, instructorId: sari, firstHour: 6, hours: 3, note: 'menggantikan Rina' }
    await record(1, [afternoon, morning])
    expect(await dayOf(1)).toMatchObject({ recorded: true, closed: null, lessons: [morning, afternoon] })
    expect(await close(1, 2)).toEqual({ closed: [1, 2] })
    expect(await close(2, 1)).toEqual({ closed: [] })
    const { rows, open } = await fixture.client.teaching.report(month)
    expect(rows.map(({ name, hours, days }) => ({ name, hours, days }))).toEqual([
      { name: 'Rina', hours: 13, days: 2 },
      { name: 'Sari', hours: 3, days: 1 },
    ])
    expect(rows[1]?.lessons[0]).toMatchObject({ cohort: code, n: 1, start: '13:00', end: '15:15' })
    expect(open.map(day => day.n)).toEqual([3])
  })

  test('are corrected after closing only with a reason, and keep the old value', async () => {
    await close(1)
    const [lesson] = (await dayOf(1)).lessons
    if (!lesson) throw new Error('nothing recorded')
    const changed = [{ ...lesson, instructorId: sari }]
    expect(await domainErrorOf(record(1, changed))).toEqual({ code: 'teaching_closed', n: 1, by: 'Wulan Sari' })
    fixture.setToday('2024-12-19', '09:10')
    await record(1, changed, 'Rina sakit, Sari menggantikan')
    const day = await dayOf(1)
    expect(day.closed).not.toBeNull()
    expect(day.corrections).toMatchObject([
      { at: '2024-12-19T09:10:00', operator: 'Wulan Sari', reason: 'Rina sakit, Sari menggantikan' },
    ])
    expect(day.corrections[0]?.before[0]).toContain('Rina')
    expect(day.corrections[0]?.after[0]).toContain('Sari')
    await record(1, changed)
    expect((await dayOf(1)).corrections).toHaveLength(1)
  })

  test('are refused where they are impossible', async () => {
    const [lesson] = (await dayOf(1)).lessons
    if (!lesson) throw new Error('nothing proposed')
    const [none] = [await addInstructor(fixture, 'Tanpa Sertifikat')]
    expect(await domainErrorOf(record(1, [{ ...lesson, firstHour: 7, hours: 4 }]))).toEqual({
      code: 'lesson_over_hours',
      n: 1,
      hours: 8,
    })
    await rejectedAs(record(1, [lesson, { ...lesson, hours: 1 }]), 'lesson_twice')
    await rejectedAs(record(1, [{ ...lesson, instructorId: none }]), 'instructor_not_permitted')
    await rejectedAs(record(4, [lesson]), 'day_in_future')
    await rejectedAs(close(4), 'day_in_future')
    expect((await dayOf(1)).recorded).toBe(false)
  })

  test('cannot be in two classes at one time', async () => {
    const other = await createSampleCohort(fixture, {
      number: 2,
      instructorId: sari,
      traineeIds: await addTrainees(fixture, 1, 9),
    })
    fixture.setToday('2024-12-18')
    await fixture.client.teaching.closeDays({ code: other, days: [1] })
    const [lesson] = (await dayOf(1)).lessons
    if (!lesson) throw new Error('nothing proposed')
    expect(await domainErrorOf(record(1, [{ ...lesson, instructorId: sari }]))).toMatchObject({
      code: 'taught_elsewhere',
      name: 'Sari',
      cohort: 'Tata Rias II',
    })
  })

  test('make the day held: it keeps date and hours', async () => {
    await close(1)
    const { days } = await fixture.client.cohort.get({ code })
    expect(days[0]).toMatchObject({ held: true, complete: false, closed: null })
    await rejectedAs(
      fixture.client.timetable.substitute({ code, days: [1], outId: rina, inId: sari, reason: 'Rina sakit hari itu' }),
      'day_held',
    )
  })
})

test('of a period and of a class are exported as a workbook with sums', async () => {
  await holdDays(fixture, code, { until: 2 })
  await close(1, 2)
  const last = await dateOfDay(fixture, code, 1)
  expect((await fixture.client.teaching.report({ from: last, until: last, code })).rows[0]?.hours).toBe(8)
  const { file } = await fixture.client.teaching.exportReport({ ...month, code })
  expect(file.name).toBe(`jam-mengajar-${code}-2024-12-01-2024-12-31.xlsx`)
  const rows = (await readExcelFile(Buffer.from(await file.arrayBuffer())))[0]?.data ?? []
  expect(rows[0]).toEqual([
    'Instruktur',
    'NIP',
    'Tanggal',
    'Kelas',
    'Kode kelas',
    'Hari ke-',
    'Jam',
    'Materi/unit',
    'Jenis',
    'JP',
  ])
  expect(rows.slice(1).reduce((sum, row) => sum + Number(row[9]), 0)).toBe(16)
  expect(fixture.audit().at(-1)).toMatchObject({ operation: 'teaching.exportReport', entity: 'export' })
})
