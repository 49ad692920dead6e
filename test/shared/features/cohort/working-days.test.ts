import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DayOff } from '../../../../shared/features/calendar/day-off.ts'
import {
  latestStart,
  loneDays,
  nextWorkingDay,
  type PlanRequest,
  planDays,
  type WorkCalendar,
  whyOff,
} from '../../../../shared/features/cohort/working-days.ts'
import { addDays, daysFrom, type PlainDate, shortDay, weekdayOf } from '../../../../shared/kernel/plain-date.ts'
import { daysOff, years } from '../../holidays.ts'

const allDays = daysFrom('2024-01-01', '2027-12-31')
const weeks = [5, 6] as const
const rules = ['off', 'work'] as const
const calendars: WorkCalendar[] = weeks.flatMap(week => rules.map(jointLeave => ({ week, jointLeave, daysOff })))

function request(start: PlainDate, calendar: Partial<WorkCalendar> = {}): PlanRequest {
  return { start, count: 15, week: 5, jointLeave: 'off', hours: 8, daysOff, years, ...calendar }
}

function plainWorkingDay(date: PlainDate, { week, jointLeave, daysOff }: WorkCalendar): boolean {
  const off = daysOff.some(day => day.date === date && !(jointLeave === 'work' && day.kind === 'joint_leave'))
  return weekdayOf(date) <= week && !off
}

const case1 = {
  5: '16/12 17/12 18/12 19/12 20/12 23/12 24/12 27/12 30/12 31/12 02/01 03/01 06/01 07/01 08/01',
  6: '16/12 17/12 18/12 19/12 20/12 21/12 23/12 24/12 27/12 28/12 30/12 31/12 02/01 03/01 04/01',
}

describe('the class that starts on 16 December 2024', () => {
  it.each(weeks)('has the days of the worked example in a week of %i days', week => {
    const plan = planDays(request('2024-12-16', { week }))
    expect(plan.days.map(({ date }) => `${date.slice(8)}/${date.slice(5, 7)}`).join(' ')).toBe(case1[week])
    expect(plan.days.map(day => day.n)).toEqual(Array.from({ length: 15 }, (_, index) => index + 1))
    expect(plan.totalHours).toBe(120)
    // With a week of five days, Fri 27 Dec is alone between joint leave and a Saturday.
    expect(loneDays(plan.days, request('2024-12-16', { week }))).toEqual(week === 5 ? ['2024-12-27'] : [])
    expect(plan.warnings).toEqual(week === 5 ? ['crosses_budget_year', 'lone_day'] : ['crosses_budget_year'])
    expect(plan.skipped.filter(({ kind }) => kind !== 'weekend')).toEqual([
      { date: '2024-12-25', kind: 'national_holiday', reason: 'Hari Raya Natal' },
      { date: '2024-12-26', kind: 'joint_leave', reason: 'Hari Raya Natal' },
      { date: '2025-01-01', kind: 'national_holiday', reason: 'Tahun Baru 2025 Masehi' },
    ])
  })

  it.each([
    [5, '2025-01-07'],
    [6, '2025-01-03'],
  ] as const)('ends a working day earlier where joint leave is worked, week of %i days', (week, end) => {
    expect(planDays(request('2024-12-16', { week, jointLeave: 'work' })).end).toBe(end)
  })

  it('names the weekends in order', () => {
    const weekends = planDays(request('2024-12-16')).skipped.filter(({ kind }) => kind === 'weekend')
    expect(weekends.map(({ reason }) => reason)).toEqual(['Sabtu', 'Minggu', 'Sabtu', 'Minggu', 'Sabtu', 'Minggu'])
  })
})

describe('a holiday decreed while the class is running', () => {
  const decreed: [PlainDate, PlainDate, PlainDate, PlainDate, number, PlainDate][] = [
    ['2024-11-18', '2024-11-27', '2024-12-06', '2024-12-09', 8, '2024-11-28'],
    ['2025-08-04', '2025-08-18', '2025-08-22', '2025-08-25', 11, '2025-08-19'],
  ]
  it.each(decreed)('moves only the days after it: start %s, off %s', (start, off, oldEnd, newEnd, n, moved) => {
    const before = planDays(request(start, { daysOff: daysOff.filter(({ date }) => date !== off) }))
    const after = planDays(request(start))
    expect(before.end).toBe(oldEnd)
    expect(before.days[n - 1]?.date).toBe(off)
    expect(after.end).toBe(newEnd)
    expect(after.days[n - 1]?.date).toBe(moved)
    expect(after.days.slice(0, n - 1)).toEqual(before.days.slice(0, n - 1))
  })
})

describe('every start from 2024 to 2027', () => {
  it.each(calendars)('week $week, joint leave $jointLeave', calendar => {
    const working = allDays.filter(date => plainWorkingDay(date, calendar))
    let planned = 0
    for (const start of allDays) {
      const position = working.indexOf(start)
      if (position < 0) {
        expect(whyOff(start, calendar)).not.toBeNull()
        expect(() => planDays(request(start, calendar))).toThrow(RangeError)
        continue
      }
      expect(whyOff(start, calendar)).toBeNull()
      const expected = working.slice(position, position + 15)
      if (expected.length < 15) continue
      const plan = planDays(request(start, calendar))
      const dates = plan.days.map(({ date }) => date)
      expect(dates).toEqual(expected)
      expect(plan.end).toBe(expected[14])
      const accounted = [...dates, ...plan.skipped.map(({ date }) => date)]
      expect(accounted.toSorted()).toEqual(daysFrom(start, plan.end))
      expect(plan.skipped.every(({ reason }) => reason !== '')).toBe(true)
      expect(plan.warnings.includes('no_holiday_table')).toBe(false)
      planned += 1
    }
    expect(planned).toBe(working.length - 14)
  })
})

it('counts the working days of each year like the table in the decrees', () => {
  const count = (year: number, week: 5 | 6) =>
    allDays.filter(date => date.startsWith(`${year}`) && !whyOff(date, { week, jointLeave: 'off', daysOff })).length
  expect(years.map(year => [year, count(year, 5), count(year, 6)])).toEqual([
    [2024, 238, 287],
    [2025, 237, 288],
    [2026, 240, 291],
    [2027, 242, 291],
  ])
})

describe('whyOff', () => {
  it('names the weekend before a holiday on it, and keeps the name of the holiday', () => {
    const calendar = { week: 5, jointLeave: 'off', daysOff } as const
    expect(whyOff('2024-03-31', calendar)).toEqual({
      date: '2024-03-31',
      kind: 'weekend',
      reason: 'Minggu, Hari Paskah',
    })
    expect(whyOff('2024-06-01', { ...calendar, week: 6 })).toMatchObject({
      kind: 'national_holiday',
      reason: 'Hari Lahir Pancasila',
    })
    expect(whyOff('2024-12-21', calendar)).toMatchObject({ kind: 'weekend', reason: 'Sabtu' })
    expect(whyOff('2024-12-21', { ...calendar, week: 6 })).toBeNull()
  })

  it('names the most important of several days off on one date first', () => {
    const twice: DayOff[] = [
      { date: '2024-12-17', kind: 'centre_closure', name: 'Perbaikan listrik' },
      { date: '2024-12-17', kind: 'joint_leave', name: 'Cuti' },
    ]
    expect(whyOff('2024-12-17', { week: 5, jointLeave: 'off', daysOff: twice })).toMatchObject({
      kind: 'joint_leave',
      reason: 'Cuti, Perbaikan listrik',
    })
    expect(whyOff('2024-12-17', { week: 5, jointLeave: 'work', daysOff: twice })).toMatchObject({
      kind: 'centre_closure',
      reason: 'Perbaikan listrik',
    })
  })
})

it('finds the next working day after a day, never the day itself', () => {
  const calendar = { week: 5, jointLeave: 'off', daysOff } as const
  expect(nextWorkingDay('2024-12-25', calendar)).toBe('2024-12-27')
  expect(nextWorkingDay('2024-12-26', { ...calendar, jointLeave: 'work' })).toBe('2024-12-27')
  expect(nextWorkingDay('2024-12-16', calendar)).toBe('2024-12-17')
  expect(nextWorkingDay('2025-03-27', { ...calendar, week: 6 })).toBe('2025-04-05')
})

describe('warnings', () => {
  it('reports a year without a table and skips only its weekends', () => {
    const plan = planDays(request('2027-12-20', { week: 5 }))
    expect(plan.warnings).toEqual(['crosses_budget_year', 'no_holiday_table'])
    expect(plan.days.some(({ date }) => date === '2028-01-03')).toBe(true)
    const bare = planDays({ ...request('2030-05-06'), years })
    expect(bare.warnings).toEqual(['no_holiday_table'])
    expect(bare.end).toBe('2030-05-24')
    expect(bare.skipped.every(({ kind }) => kind === 'weekend')).toBe(true)
  })

  it('reports a day alone between two days off, also at the edges of the class', () => {
    // Thu 9 and Fri 10 May 2024 are off, so Sat 11 is alone in a week of six days.
    const six = { week: 6, jointLeave: 'off', daysOff } as const
    const plan = planDays(request('2024-05-02', six))
    expect(plan.warnings).toContain('lone_day')
    expect(loneDays(plan.days, six)).toEqual(['2024-05-11'])
    expect(planDays(request('2024-01-08')).warnings).not.toContain('lone_day')
    const monday = {
      week: 5,
      jointLeave: 'off',
      daysOff: [{ date: '2024-08-06', kind: 'centre_closure', name: 'Rapat' }],
    } as const
    expect(planDays({ ...request('2024-08-05', monday), count: 1 }).warnings).toEqual(['lone_day'])
    expect(planDays({ ...request('2024-08-05'), count: 1 }).warnings).toEqual([])
  })
})

describe('latestStart', () => {
  it('gives the start that the planner offers for the budget year', () => {
    const start = latestStart('2024-12-31', 15, { week: 5, jointLeave: 'off', daysOff })
    expect(shortDay(start, { year: true }).replaceAll('\u00a0', ' ')).toBe('Sen 9 Des 2024')
    expect(planDays(request(start)).end).toBe('2024-12-31')
  })

  it('ends in time, and a class that starts on the next working day does not', () => {
    const arbitrary = fc.record({
      finishBy: fc.constantFrom(...allDays.slice(120, -120)),
      count: fc.integer({ min: 1, max: 60 }),
      calendar: fc.constantFrom(...calendars),
    })
    fc.assert(
      fc.property(arbitrary, ({ finishBy, count, calendar }) => {
        const start = latestStart(finishBy, count, calendar)
        expect(planDays({ ...request(start, calendar), count }).end <= finishBy).toBe(true)
        const later = nextWorkingDay(start, calendar)
        expect(planDays({ ...request(later, calendar), count }).end > finishBy).toBe(true)
      }),
    )
  })
})

it('adds up the hours of any number of days and refuses numbers out of range', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 12 }), (count, hours) => {
      const plan = planDays({ ...request('2025-01-02'), count, hours })
      expect(plan.days).toHaveLength(count)
      expect(plan.days.reduce((sum, day) => sum + day.hours, 0)).toBe(plan.totalHours)
    }),
  )
  for (const wrong of [{ count: 0 }, { count: 61 }, { count: 1.5 }, { hours: 0 }, { hours: 13 }]) {
    expect(() => planDays({ ...request('2025-01-02'), ...wrong })).toThrow(RangeError)
  }
})

it('moves the end by one working day when a holiday is added inside the class', () => {
  const starts = allDays.filter(date => date < '2027-11-01' && plainWorkingDay(date, request(date)))
  fc.assert(
    fc.property(fc.constantFrom(...starts), fc.integer({ min: 1, max: 14 }), (start, n) => {
      const before = planDays(request(start))
      const closed = before.days[n]?.date ?? addDays(start, 1)
      const closure: DayOff = { date: closed, kind: 'centre_closure', name: 'Libur susulan' }
      const after = planDays(request(start, { daysOff: [...daysOff, closure] }))
      expect(after.days.slice(0, n)).toEqual(before.days.slice(0, n))
      expect(after.days.slice(n, -1).map(({ date }) => date)).toEqual(before.days.slice(n + 1).map(({ date }) => date))
      expect(after.end).toBe(nextWorkingDay(before.end, request(start)))
    }),
  )
})
