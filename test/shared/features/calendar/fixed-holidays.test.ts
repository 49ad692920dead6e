import { describe, expect, it } from 'vitest'
import holidays from '../../../../electron/backend/features/calendar/holidays-2024-2027.json' with { type: 'json' }
import { fixedHolidays } from '../../../../shared/features/calendar/fixed-holidays.ts'
import { isPlainDate } from '../../../../shared/kernel/plain-date.ts'

describe('fixedHolidays', () => {
  it.each([2024, 2025, 2026, 2027])('agrees with the decree of %i', year => {
    const decreed = new Set(holidays.days.filter(day => day.kind === 'national_holiday').map(day => day.date))
    const days = fixedHolidays(year)
    expect(days.every(day => isPlainDate(day.date) && decreed.has(day.date))).toBe(true)
    expect(days.map(day => day.date.slice(5))).toEqual(['01-01', '05-01', '06-01', '08-17', '12-25'])
  })
})
