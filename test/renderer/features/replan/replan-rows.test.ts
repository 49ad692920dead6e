import { expect, test } from 'vitest'
import {
  daysAfter,
  daysBefore,
  formatReprint,
  formatResult,
  replanAxisDays,
} from '../../../../renderer/features/replan/replan-rows.ts'
import type { AffectedCohort, DayOffPreview } from '../../../../shared/features/replan/day-off-change.ts'

const holiday = { date: '2025-08-18' as const, kind: 'joint_leave' as const, name: 'Proklamasi Kemerdekaan' }

const affected: AffectedCohort = {
  cohort: 'TB-2025-02',
  title: 'Tata Boga II',
  oldEnd: '2025-08-19',
  newEnd: '2025-08-20',
  before: [
    { n: 1, date: '2025-08-14', held: true, closed: true },
    { n: 2, date: '2025-08-15', held: true, closed: false },
    { n: 3, date: '2025-08-18', held: false, closed: false },
    { n: 4, date: '2025-08-19', held: false, closed: false },
  ],
  after: [
    { n: 1, date: '2025-08-14', held: true, closed: true },
    { n: 2, date: '2025-08-15', held: true, closed: false },
    { n: 3, date: '2025-08-19', held: false, closed: false },
    { n: 4, date: '2025-08-20', held: false, closed: false },
  ],
  skipped: [],
  moved: [
    { n: 3, from: '2025-08-18', to: '2025-08-19' },
    { n: 4, from: '2025-08-19', to: '2025-08-20' },
  ],
  problems: [
    {
      code: 'instructor_not_permitted',
      message: 'Sertifikat berakhir',
      days: [4],
      blocking: true,
      suggestions: [],
      allow: null,
    },
    {
      code: 'crosses_budget_year',
      message: 'Tahun anggaran',
      days: [3],
      blocking: false,
      suggestions: [],
      allow: null,
    },
  ],
  answered: [],
}
const reading: DayOffPreview = {
  known: null,
  affected: [affected],
  kept: [],
  unaffected: [],
  daysOff: [holiday],
  blocking: 1,
  unused: [],
  refused: null,
}

test('the axis has every calendar day, the changed one wide, weekends narrow', () => {
  const days = replanAxisDays(reading, holiday, 'add', '2025-08-15')
  expect(days.map(day => [day.date.slice(8), day.off?.kind ?? null, day.added ?? false, day.today ?? false])).toEqual([
    ['14', null, false, false],
    ['15', null, false, true],
    ['16', 'weekend', false, false],
    ['17', 'weekend', false, false],
    ['18', 'joint_leave', true, false],
    ['19', null, false, false],
    ['20', null, false, false],
  ])
})

test('a Saturday on which a class trains is no day off on the axis', () => {
  const saturday = {
    ...affected,
    after: [...affected.after, { n: 5, date: '2025-08-16' as const, held: false, closed: false }],
  }
  const days = replanAxisDays({ ...reading, affected: [saturday] }, holiday, 'add', '2025-08-15')
  expect(days.find(day => day.date === '2025-08-16')?.off).toBeUndefined()
})

test('held days are unchanged; removed days are dashed, added ones tinted, and red where impossible', () => {
  expect(daysBefore(affected).map(day => day.state)).toEqual(['closed', 'filled', 'released', 'released'])
  expect(daysAfter(affected).map(day => [day.state, day.note])).toEqual([
    ['closed', undefined],
    ['filled', undefined],
    ['moved', 'pindah dari 18/8'],
    ['problem', 'ada masalah'],
  ])
})

test('the sentence counts classes, and says how far they move if all move alike', () => {
  expect(formatResult(reading)).toBe('1 kelas bergeser satu hari')
  const other = { ...affected, newEnd: '2025-08-21' as const }
  const rest = [{ cohort: 'X', title: 'X', start: '2025-09-01' as const, end: '2025-09-19' as const }]
  expect(formatResult({ ...reading, affected: [affected, other], unaffected: rest })).toBe(
    '2 kelas bergeser, 1 kelas tidak terdampak',
  )
  expect(formatReprint(affected)).toBe('jadwal, daftar hadir hari ke-3, 4')
})
