import { describe, expect, test } from 'vitest'
import { drawAttendanceSessions } from '../../../../../electron/backend/features/attendance/documents/attendance-day.ts'
import { drawAttendanceRecap } from '../../../../../electron/backend/features/attendance/documents/attendance-recap.ts'
import {
  drawAttendanceWeeks,
  weeksOf,
} from '../../../../../electron/backend/features/attendance/documents/attendance-week.ts'
import { drawInstructorAttendance } from '../../../../../electron/backend/features/teaching/documents/instructor-attendance.ts'
import { drawTeachingHours } from '../../../../../electron/backend/features/teaching/documents/teaching-hours.ts'
import type { DrawnPaper } from '../../../../../electron/backend/pdf/sheet.ts'
import { taughtUntilDay } from '../../../../../shared/facts/teaching-facts.ts'
import { rowNumbers } from '../../../../papers/placed-text.ts'
import { readPdf, readQr } from '../../../../papers/read-pdf.ts'
import { sampleFacts, sampleFactsOf } from '../../../../papers/samples/sample-facts.ts'
import { sampleTeaching } from '../../../../papers/samples/sample-teaching.ts'

const textOf = async (paper: DrawnPaper) => (await readPdf(paper.bytes)).pages.map(page => page.text).join('\n')

describe('the sheet of a week', () => {
  test('follows the calendar: days off have no column, and sixteen people fit on one page', async () => {
    const facts = sampleFacts()
    const weeks = weeksOf(facts)
    expect(weeks.map(week => week.days.map(day => day.n))).toEqual([
      [1, 2, 3, 4, 5],
      [6, 7, 8],
      [9, 10, 11, 12],
      [13, 14, 15],
    ])
    const { pages } = await readPdf(drawAttendanceWeeks(facts, weeks, 'A4').bytes)
    expect(pages).toHaveLength(4)
    expect(pages[1]?.text).toContain('MINGGU KE-2')
    expect(pages[1]?.text).toContain('23 Desember 2024 s.d. 27 Desember 2024')
    expect(pages[1]?.text).not.toContain('25 Des')
    expect(drawAttendanceWeeks(sampleFactsOf(16), weeks.slice(0, 1), 'F4').pages).toBe(1)
  })

  test('carries its week in the code, each page its own', async () => {
    const facts = sampleFactsOf(40)
    const paper = drawAttendanceWeeks(facts, weeksOf(facts).slice(1, 2), 'A4')
    expect(await readQr(paper.bytes, 0, 100)).toBe('B1.TR2403.W21.01')
    expect(await readQr(paper.bytes, 1, 100)).toBe('B1.TR2403.W22.01')
  })
})

test('morning and afternoon: everybody signs twice, people who left nowhere', async () => {
  const facts = sampleFacts()
  const paper = drawAttendanceSessions(facts, facts.days.slice(9, 10), 'A4')
  const [page] = (await readPdf(paper.bytes)).pages
  const texts = page?.items.map(item => item.text) ?? []
  for (const number of ['1.', '2.', '16.']) expect(texts.filter(text => text === number)).toHaveLength(2)
  expect(texts.filter(text => text === 'Mengundurkan diri')).toHaveLength(2)
  expect(texts).not.toContain('5.')
  expect(page?.text).toContain('Pagi')
  expect(await readQr(paper.bytes, 0, 100)).toBe('B1.TR2403.SA1.01')
})

describe('the papers of the instructors', () => {
  test('has one row for consecutive hours, and says on what data it is based', async () => {
    const facts = sampleFacts()
    const text = await textOf(drawInstructorAttendance({ ...facts, teaching: sampleTeaching(facts, 10) }, 'A4'))
    expect(text).toContain('DAFTAR HADIR INSTRUKTUR')
    expect(text).toContain('Senin, 23 Des 2024')
    expect(text).toContain('08.00–11.15')
    expect(text.replace(/\s+/g, ' ')).toContain('menggantikan Rina Marliana')
    expect(text).toContain('Dicatat sampai hari ke-10; selebihnya menurut jadwal sampai harinya ditutup.')
  })

  test('counts hours of closed days only, with sums per instructor and in total', async () => {
    const facts = sampleFacts()
    const teaching = sampleTeaching(facts, 6)
    const text = await textOf(drawTeachingHours({ ...facts, teaching }, 'A4'))
    const closed = teaching.filter(day => day.closed).flatMap(day => day.lessons)
    const sum = (name?: string) =>
      closed.filter(one => !name || one.instructor.name === name).reduce((hours, one) => hours + one.hours, 0)
    expect(sum()).toBe(48)
    expect(text).toMatch(new RegExp(`JUMLAH SELURUHNYA\\s+${sum()}\\b`))
    expect(text).toMatch(new RegExp(`Jumlah Sri Wahyuni, S\\.Tr\\., \\d hari\\s+${sum('Sri Wahyuni, S.Tr.')}\\b`))
    expect(text).not.toContain('27 Desember 2024')
    expect(text).toContain('Dicatat sampai hari ke-6.')
  })

  test('the sums are never on a page without hours', async () => {
    const facts = sampleFacts()
    // Adds lessons one by one: with some number of them the sums alone would move to a new page.
    const [day] = sampleTeaching(facts, 1)
    const lesson = day?.lessons[0]
    if (!day || !lesson) throw new Error('no lesson')
    for (let count = 20; count <= 30; count += 1) {
      const teaching = [{ ...day, closed: true, lessons: Array.from({ length: count }, () => lesson) }]
      const { pages } = await readPdf(drawTeachingHours({ ...facts, teaching }, 'A4').bytes)
      expect(rowNumbers(pages.at(-1) ?? null).length).toBeGreaterThanOrEqual(2)
    }
  })

  test('are empty forms while nothing is known', async () => {
    const facts = sampleFacts()
    const teaching = sampleTeaching(facts, 0).map(day => ({ ...day, lessons: [] }))
    const hours = await textOf(drawTeachingHours({ ...facts, teaching }, 'F4'))
    expect(hours).toContain('Belum ada hari yang ditutup.')
    expect(hours).toContain('15')
    const sheet = await textOf(drawInstructorAttendance({ ...facts, teaching }, 'F4'))
    expect(sheet).toContain('Menurut jadwal; belum ada hari yang ditutup.')
  })

  test('are based on the days that are closed without a gap', async () => {
    const facts = sampleFacts()
    const teaching = sampleTeaching(facts, 15).map(day => ({ ...day, closed: day.n !== 3 && day.n < 6 }))
    expect(taughtUntilDay(teaching)).toBe(2)
    expect(await textOf(drawTeachingHours({ ...facts, teaching }, 'A4'))).toContain(
      'Dicatat sampai hari ke-2, dan hari ke-4, 5.',
    )
  })
})

test('the recap names incomplete days before the last recorded one', async () => {
  const facts = sampleFacts()
  const [first, ...others] = facts.trainees
  if (!first) throw new Error('no sample people')
  const holed = { ...first, marks: first.marks.map((mark, index) => (index === 3 ? null : mark)) }
  const text = await textOf(drawAttendanceRecap({ ...facts, trainees: [holed, ...others], recordedUntilDay: 9 }, 'A4'))
  expect(text).toContain('Dicatat sampai hari ke-9, hari ke-4 belum lengkap.')
})
