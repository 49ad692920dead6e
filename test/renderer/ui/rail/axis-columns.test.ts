import { describe, expect, it } from 'vitest'
import { type AxisDay, axisColumns, axisLine } from '../../../../renderer/ui/rail/axis-columns.ts'

const days: AxisDay[] = [
  { date: '2025-08-14' },
  { date: '2025-08-15' },
  { date: '2025-08-16', off: { kind: 'weekend', name: 'Akhir pekan' } },
  { date: '2025-08-17', off: { kind: 'national_holiday', name: 'Proklamasi Kemerdekaan' } },
  { date: '2025-08-18', off: { kind: 'joint_leave', name: 'Proklamasi Kemerdekaan' }, added: true },
  { date: '2025-08-19' },
]

describe('axisColumns', () => {
  it('joins consecutive days off into one narrow column, but keeps the added one separate', () => {
    expect(axisColumns(days).map(column => `${column.width} ${column.days.length}`)).toEqual([
      'day 1',
      'day 1',
      'off 2',
      'day 1',
      'day 1',
    ])
  })
})

describe('axisLine', () => {
  it('finds the column of a date, also inside a shared one', () => {
    const columns = axisColumns(days)
    expect(axisLine(columns, '2025-08-14')).toBe(1)
    expect(axisLine(columns, '2025-08-17')).toBe(3)
    expect(axisLine(columns, '2025-08-19')).toBe(5)
    expect(axisLine(columns, '2025-09-01')).toBeNull()
  })
})
