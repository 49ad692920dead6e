import { expect, test } from 'vitest'
import {
  drawScheduleWeek,
  teacherLetters,
} from '../../../../../electron/backend/features/cohort/documents/schedule-week.ts'
import {
  heightOf,
  placeBlocks,
  placeRows,
} from '../../../../../electron/backend/features/cohort/documents/week-rows.ts'
import type { WeekDay } from '../../../../../shared/facts/week-facts.ts'
import { byWeek } from '../../../../../shared/facts/week-facts.ts'
import { clockRows, usualClock } from '../../../../../shared/features/cohort/day-clock.ts'
import { readPdf } from '../../../../papers/read-pdf.ts'
import { sampleFacts } from '../../../../papers/samples/sample-facts.ts'
import { sampleTimetable } from '../../../../papers/samples/sample-timetable.ts'

test('one page per week, with clock times, days off and the Friday prayer', async () => {
  const facts = sampleFacts()
  const { pages } = await readPdf(drawScheduleWeek({ ...facts, timetable: sampleTimetable(facts) }, 'A4').bytes)
  expect(pages).toHaveLength(4)
  expect(pages[0]?.text).toContain('JADWAL PELATIHAN MINGGU KE-1')
  expect(pages[0]?.text).toContain('40 JP minggu ini, 120 JP seluruhnya')
  expect(pages[0]?.text).toContain('11.00–13.00 Istirahat dan salat Jumat')
  expect(pages[0]?.text.match(/ISHOMA/g)).toHaveLength(4)
  expect(pages[1]?.text).toContain('Libur: Hari Raya Natal')
  expect(pages[1]?.text).toContain('24 JP minggu ini')
  // The last week has three days; Thursday and Friday are empty.
  expect(pages[3]?.text).toContain('Hari ke-15 · 8 Jan 2025')
  expect(pages[3]?.text).not.toContain('Hari ke-16')
})

test('a block across a break is drawn before and after it, and hours without a block stay free', () => {
  const block = { code: 'A', title: 'Unit A', kind: 'theory' as const, hours: 5, teachers: [] }
  const day: WeekDay = {
    n: 1,
    date: '2024-12-16',
    clock: clockRows(6, usualClock('08:00', 45).ordinary),
    blocks: [block],
  }
  const rows = placeRows(day.clock, 10)
  expect(placeBlocks(day, rows).map(({ from, to, start, end }) => [from, to, start, end])).toEqual([
    [1, 3, '08:00', '10:15'],
    [4, 5, '10:30', '12:00'],
  ])
  expect(heightOf(rows)).toBeCloseTo(60 + 5.4 + 7, 5)
})

test('instructors have different letters', () => {
  expect([
    ...teacherLetters(['Rina Marliana, S.Pd.', 'Sri Wahyuni, S.Tr.', 'Rudi Hartono', 'Rina Kusuma']).values(),
  ]).toEqual(['R', 'S', 'RH', 'RK'])
})

test('weeks begin on Monday', () => {
  const weeks = byWeek([
    { date: '2024-12-20' as const },
    { date: '2024-12-21' as const },
    { date: '2024-12-23' as const },
  ])
  expect(weeks.map(week => [week.monday, week.days.length])).toEqual([
    ['2024-12-16', 2],
    ['2024-12-23', 1],
  ])
})
