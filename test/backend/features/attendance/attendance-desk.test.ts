import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Mark } from '../../../../shared/features/attendance/mark.ts'
import type { InstructorId } from '../../../../shared/ids.ts'
import { addInstructor, addTrainees, createSampleCohort, enrolled, holdDays, setUp } from '../../cohort-steps.ts'
import { domainErrorOf, type Fixture, openFixture, rejectedAs } from '../../fixture.ts'

let fixture: Fixture
let code: string
let rina: InstructorId
beforeEach(async () => {
  fixture = openFixture()
  await setUp(fixture)
  rina = await addInstructor(fixture, 'Rina', {})
  code = await createSampleCohort(fixture, { instructorId: rina, traineeIds: await addTrainees(fixture, 4) })
  fixture.setToday('2024-12-20')
})
afterEach(() => fixture.remove())

async function mark(position: number, n: number, value: Mark | null, reason: string | null = null) {
  const { enrolmentId } = await enrolled(fixture, code, position)
  await fixture.client.attendance.mark({
    code,
    marks: [{ enrolmentId, n, mark: value, arrivedAt: null, note: '' }],
    reason,
  })
}
const rowsOf = async () => (await fixture.client.attendance.grid({ code })).rows
const marksOfDay = async (n: number) => (await rowsOf()).map(row => row.cells[n - 1]?.mark ?? null)

describe('filling several days in one act', () => {
  test('fills empty marks and keeps existing ones', async () => {
    await mark(1, 1, 'S')
    await mark(2, 1, 'A')
    await mark(3, 2, 'T')
    const filled = await fixture.client.attendance.fillDays({ code, days: [1, 2, 4] })
    expect(filled.before).toHaveLength(9)
    expect(await marksOfDay(1)).toEqual(['S', 'A', 'H', 'H'])
    expect(await marksOfDay(2)).toEqual(['H', 'H', 'T', 'H'])
    expect(await marksOfDay(3)).toEqual([null, null, null, null])
    expect(await marksOfDay(4)).toEqual(['H', 'H', 'H', 'H'])
    await fixture.client.attendance.mark({ code, marks: filled.before, reason: null })
    expect(await marksOfDay(1)).toEqual(['S', 'A', null, null])
    expect(await marksOfDay(2)).toEqual([null, null, 'T', null])
  })

  test('writes all days or none', async () => {
    await fixture.client.attendance.fillDays({ code, days: [1] })
    await fixture.client.attendance.closeDay({ code, n: 1, instructorId: rina })
    await rejectedAs(fixture.client.attendance.fillDays({ code, days: [2, 1] }), 'day_closed')
    await rejectedAs(fixture.client.attendance.fillDays({ code, days: [2, 9] }), 'day_in_future')
    expect(await marksOfDay(2)).toEqual([null, null, null, null])
  })
})

describe('closing several days in one act', () => {
  test('closes them in the name of the instructors, together with the taught hours', async () => {
    await fixture.client.attendance.fillDays({ code, days: [1, 2, 4] })
    expect(await fixture.client.attendance.closeDays({ code, days: [4, 1, 2, 1] })).toEqual({ closed: 3, taught: 3 })
    const { days } = await fixture.client.attendance.grid({ code })
    expect(days.slice(0, 4).map(day => day.closed?.by ?? null)).toEqual(['Rina', 'Rina', null, 'Rina'])
    const taught = (await fixture.client.teaching.ofCohort({ code })).days
    expect(taught.slice(0, 4).map(day => day.closed !== null)).toEqual([true, true, false, true])
  })

  test('closes all or none: empty and closed days are named', async () => {
    await fixture.client.attendance.fillDays({ code, days: [1, 2] })
    await rejectedAs(fixture.client.attendance.closeDays({ code, days: [1, 3] }), 'day_incomplete')
    await fixture.client.attendance.closeDays({ code, days: [2] })
    await rejectedAs(fixture.client.attendance.closeDays({ code, days: [1, 2] }), 'day_closed')
    const { days } = await fixture.client.attendance.grid({ code })
    expect(days.slice(0, 2).map(day => day.closed !== null)).toEqual([false, true])
  })
})

describe('a letter', () => {
  const scan = (text: string) => new File([`%PDF-1.7 ${text}`], 'surat-dokter-ani.pdf', { type: 'application/pdf' })
  const filesOnDisk = () => {
    const folder = join(fixture.folder, 'files')
    return existsSync(folder) ? readdirSync(folder).length : 0
  }
  async function attach(position: number, days: number[], text = 'dr. Contoh') {
    const { enrolmentId } = await enrolled(fixture, code, position)
    return fixture.client.attendance.addLetter({ enrolmentId, days, file: scan(text) })
  }

  test('belongs to S and I only, and covers several days', async () => {
    await mark(1, 2, 'S')
    await mark(1, 3, 'S')
    await rejectedAs(attach(1, [1]), 'letter_without_leave')
    expect(filesOnDisk()).toBe(0)
    const { fileId } = await attach(1, [2, 3])
    const [row] = await rowsOf()
    expect(row?.cells.map(cell => cell?.letter ?? null).slice(0, 4)).toEqual([null, fileId, fileId, null])
    const { file } = await fixture.client.attendance.openLetter({ fileId })
    expect(await file.text()).toBe('%PDF-1.7 dr. Contoh')
    expect(file.name).not.toContain('ani')
    const opened = fixture.audit().at(-1)
    expect(opened).toMatchObject({ operation: 'attendance.openLetter', entity: 'attendance_letter' })
    expect(JSON.parse(opened?.after ?? '')).toEqual({ opened: fileId, days: [2, 3] })
    expect(fixture.audit().some(entry => `${entry.before}${entry.after}`.includes('surat-dokter'))).toBe(false)
  })

  test('fixes its mark, until it is deleted with its file', async () => {
    await mark(1, 2, 'S')
    const { fileId } = await attach(1, [2])
    expect(await domainErrorOf(mark(1, 2, 'H'))).toEqual({ code: 'letter_attached', name: 'Ani Suryani', n: 2 })
    await rejectedAs(mark(1, 2, null), 'letter_attached')
    await mark(1, 2, 'I')
    await fixture.client.attendance.removeLetter({ fileId })
    expect(filesOnDisk()).toBe(0)
    await mark(1, 2, 'H')
    await rejectedAs(fixture.client.attendance.openLetter({ fileId }), 'not_found')
  })

  test('is deleted from disk once another one covers all of its days', async () => {
    for (const n of [2, 3]) await mark(1, n, 'S')
    const first = await attach(1, [2, 3], 'pertama')
    const second = await attach(1, [3], 'kedua')
    expect(filesOnDisk()).toBe(2)
    const [row] = await rowsOf()
    expect(row?.cells.slice(1, 3).map(cell => cell?.letter)).toEqual([first.fileId, second.fileId])
    await attach(1, [2, 3], 'ketiga')
    expect(filesOnDisk()).toBe(1)
  })

  test('is in the copy of the person, and is deleted when the person is anonymised', async () => {
    await mark(1, 2, 'S')
    const { fileId } = await attach(1, [2])
    const { traineeId } = await enrolled(fixture, code, 1)
    const copy = await fixture.client.rights.exportPerson({ id: traineeId, format: 'json' })
    expect(await copy.text()).toContain('Surat sakit atau izin Tata Rias I')
    await fixture.client.rights.freeze({ id: traineeId, requestedOn: '2024-12-20', reason: 'Diminta orangnya' })
    await rejectedAs(fixture.client.attendance.openLetter({ fileId }), 'person_frozen')
    await fixture.client.rights.thaw({ id: traineeId, reason: 'Sengketa sudah selesai' })
    fixture.setToday('2036-01-05')
    await fixture.client.rights.anonymise({ ids: [traineeId], reason: null })
    expect(filesOnDisk()).toBe(0)
    expect((await rowsOf())[0]?.cells[1]).toMatchObject({ mark: 'S', letter: null })
  })
})

test('closing a day also closes its taught hours, where requested', async () => {
  await fixture.client.attendance.fillDays({ code, days: [1, 2] })
  await fixture.client.attendance.closeDay({ code, n: 1, instructorId: rina })
  await fixture.client.attendance.closeDay({ code, n: 2, instructorId: rina, teaching: true })
  const { days } = await fixture.client.teaching.ofCohort({ code })
  expect(days.slice(0, 2).map(day => day.closed !== null)).toEqual([false, true])
})

describe('home', () => {
  test('names people absent too often in a row or unable to reach the minimum, and nobody twice', async () => {
    await holdDays(fixture, code, {
      until: 6,
      absences: { 1: { 2: 'A', 3: 'A', 4: 'A' }, 2: { 1: 'S', 2: 'S', 4: 'I', 5: 'A' }, 3: { 1: 'A', 3: 'A' } },
    })
    const { openTasks } = await fixture.client.home.overview({})
    const [task, ...others] = openTasks.filter(one => one.kind === 'absence')
    expect(others).toEqual([])
    expect(task?.title).toBe('2 peserta Tata Rias I perlu perhatian')
    expect(task?.detail).toBe(
      'Ani Suryani: alpa 3 hari berturut-turut (hari ke-2 s.d. 4) · Dewi Lestari: paling banyak 11 dari 12 hari yang perlu',
    )
  })

  test('uses the number of days in a row from the rules of the centre', async () => {
    const { rules } = await fixture.client.centre.get({})
    await fixture.client.centre.updateRules({ ...rules, absenceAlarm: 2 })
    await holdDays(fixture, code, { until: 3, absences: { 3: { 2: 'A', 3: 'A' } } })
    const { openTasks } = await fixture.client.home.overview({})
    expect(openTasks.find(one => one.kind === 'absence')?.detail).toContain('Eka Puspitasari: alpa 2 hari')
  })
})
