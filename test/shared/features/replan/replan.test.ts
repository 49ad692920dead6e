import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DayOff } from '../../../../shared/features/calendar/day-off.ts'
import { nextWorkingDay, planDays, type WorkCalendar, whyOff } from '../../../../shared/features/cohort/working-days.ts'
import { type NumberedDay, replanDays } from '../../../../shared/features/replan/replan.ts'
import { addDays, daysFrom, type PlainDate, shortDay } from '../../../../shared/kernel/plain-date.ts'
import { daysOff, years } from '../../holidays.ts'

function plan(start: PlainDate, calendar: WorkCalendar, held: (n: number) => boolean = () => false) {
  const { days, ...rest } = planDays({ ...calendar, start, count: 15, hours: 8, years })
  return { ...rest, days: days.map((day): NumberedDay => ({ ...day, held: held(day.n) })) }
}

function calendarWith(days: readonly DayOff[], changes: Partial<WorkCalendar> = {}): WorkCalendar {
  return { week: 5, jointLeave: 'off', daysOff: days, ...changes }
}

describe.each([
  {
    name: 'Pilkada',
    start: '2024-11-18',
    date: '2024-11-27',
    oldEnd: 'Jum 6 Des',
    newEnd: 'Sen 9 Des',
    n: 8,
    to: '2024-11-28',
  },
  {
    name: '18 Agustus',
    start: '2025-08-04',
    date: '2025-08-18',
    oldEnd: 'Jum 22 Agu',
    newEnd: 'Sen 25 Agu',
    n: 11,
    to: '2025-08-19',
  },
] as const)('$name, decreed on day 4', ({ start, date, oldEnd, newEnd, n, to }) => {
  const without = calendarWith(daysOff.filter(day => day.date !== date))
  const decreed = calendarWith(daysOff)
  const before = plan(start, without, day => day <= 4)

  it('moves the days that were not held', () => {
    const after = replanDays({ days: before.days, calendar: decreed, skipped: before.skipped })
    expect(shortDay(before.end).replaceAll('\u00a0', ' ')).toBe(oldEnd)
    expect(shortDay(after.end).replaceAll('\u00a0', ' ')).toBe(newEnd)
    expect(before.days[n - 1]?.date).toBe(date)
    expect(after.days[n - 1]?.date).toBe(to)
    expect(after.moved.map(move => move.n)).toEqual(Array.from({ length: 16 - n }, (_, index) => n + index))
    expect(after.moved[0]).toEqual({ n, from: date, to })
    expect(after.skipped).toEqual(plan(start, decreed).skipped)
    expect(after.stuck).toEqual([])
  })

  it('returns when the holiday is withdrawn', () => {
    const after = replanDays({ days: before.days, calendar: decreed, skipped: before.skipped })
    const again = replanDays({ days: after.days, calendar: without, skipped: after.skipped })
    expect(again.days).toEqual(before.days)
    expect(again.skipped).toEqual(before.skipped)
  })
})

describe('a class whose calendar changes', () => {
  const starts = daysFrom('2024-01-02', '2026-12-01')
  const cases = fc.record({
    start: fc.constantFrom(...starts),
    week: fc.constantFrom(5 as const, 6 as const),
    jointLeave: fc.constantFrom('off' as const, 'work' as const),
    held: fc.integer({ min: 0, max: 15 }),
    gaps: fc.uniqueArray(fc.integer({ min: 1, max: 15 }), { maxLength: 2 }),
    added: fc.uniqueArray(fc.integer({ min: 0, max: 35 }), { maxLength: 4 }),
    withdrawn: fc.uniqueArray(fc.integer({ min: 0, max: 35 }), { maxLength: 4 }),
  })
  type Case = typeof cases extends fc.Arbitrary<infer Value> ? Value : never

  function build({ start, week, jointLeave, held, gaps, added, withdrawn }: Case) {
    const old = calendarWith(daysOff, { week, jointLeave })
    const first = whyOff(start, old) ? nextWorkingDay(start, old) : start
    const gone = new Set(withdrawn.map(offset => addDays(first, offset)))
    const changed: WorkCalendar = {
      ...old,
      daysOff: [
        ...daysOff.filter(day => !gone.has(day.date)),
        ...added.map((offset): DayOff => ({ date: addDays(first, offset), kind: 'regional_holiday', name: 'Libur' })),
      ],
    }
    return { old, changed, before: plan(first, old, n => n <= held && !gaps.includes(n)) }
  }

  it('keeps held days, is strictly ascending, and trains on a day off only where it was held or cannot move', () => {
    fc.assert(
      fc.property(cases, input => {
        const { changed, before } = build(input)
        const after = replanDays({ days: before.days, calendar: changed, skipped: before.skipped })
        expect(after.days.map(({ n, hours, held }) => ({ n, hours, held }))).toEqual(
          before.days.map(({ n, hours, held }) => ({ n, hours, held })),
        )
        after.days.forEach((day, index) => {
          if (day.held) expect(day.date).toBe(before.days[index]?.date)
          else if (!after.stuck.includes(day.n)) expect(whyOff(day.date, changed)).toBeNull()
          expect(day.date > (after.days[index - 1]?.date ?? '')).toBe(true)
        })
        expect(after.end).toBe(after.days.at(-1)?.date)
        expect(after.moved).toEqual(
          after.days.flatMap(({ n, date }, index) => {
            const from = before.days[index]?.date
            return from === date ? [] : [{ n, from, to: date }]
          }),
        )
      }),
    )
  })

  it('gives each day that moves the first working day after the day before it', () => {
    fc.assert(
      fc.property(cases, input => {
        const { changed, before } = build(input)
        const after = replanDays({ days: before.days, calendar: changed })
        const lastHeld = before.days.findLastIndex(day => day.held)
        after.days.forEach((day, index) => {
          const previous = after.days[index - 1]
          if (index > lastHeld && previous) expect(day.date).toBe(nextWorkingDay(previous.date, changed))
        })
      }),
    )
  })

  it('keeps the reason of a day skipped for a holiday that was withdrawn too late, through all later changes', () => {
    const withPilkada = calendarWith(daysOff)
    const without = calendarWith(daysOff.filter(day => day.date !== '2024-11-27'))
    const began = plan('2024-11-18', withPilkada, day => day <= 7)
    const pilkada = began.skipped.find(day => day.date === '2024-11-27')
    expect(pilkada?.kind).toBe('national_holiday')
    // Withdrawn on 28 November: training on the 27th is not possible any more, so the days to come stay where they are.
    const kept = replanDays({ days: began.days, calendar: without, skipped: began.skipped, notBefore: '2024-11-28' })
    expect(kept.moved).toEqual([])
    expect(kept.skipped).toContainEqual(pilkada)
    const later = calendarWith([
      ...without.daysOff,
      { date: '2024-12-02', kind: 'centre_closure', name: 'Listrik padam' },
    ])
    const again = replanDays({ days: kept.days, calendar: later, skipped: kept.skipped, notBefore: '2024-11-28' })
    expect(again.skipped).toContainEqual(pilkada)
    expect(again.end).toBe(addDays(kept.end, 1))
  })

  it('gives every skipped date between first and last a reason', () => {
    fc.assert(
      fc.property(cases, input => {
        const { changed, before } = build({ ...input, withdrawn: [] })
        const { days, skipped } = replanDays({ days: before.days, calendar: changed, skipped: before.skipped })
        const [first] = days
        const last = days.at(-1)
        if (!first || !last) throw new Error('no days')
        const listed = [...days.map(day => day.date), ...skipped.map(day => day.date)].toSorted()
        expect(listed).toEqual(daysFrom(first.date, last.date))
      }),
    )
  })

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(cases, input => {
        const { changed, before } = build(input)
        const once = replanDays({ days: before.days, calendar: changed, skipped: before.skipped })
        const twice = replanDays({ days: once.days, calendar: changed, skipped: once.skipped })
        expect(twice).toEqual({ ...once, moved: [] })
      }),
    )
  })

  it('has its old plan again when the added day off is withdrawn and nothing was held meanwhile', () => {
    fc.assert(
      fc.property(cases, input => {
        const { old, changed, before } = build({ ...input, withdrawn: [], gaps: [] })
        const [first] = before.days
        if (!first) throw new Error('no days')
        const pushed = replanDays({ days: before.days, calendar: changed, skipped: before.skipped })
        const back = replanDays({
          days: pushed.days,
          calendar: old,
          wantedStart: first.date,
          skipped: pushed.skipped,
        })
        expect(back.days).toEqual(before.days)
        expect(back.end).toBe(before.end)
        // In a class with later held days, the new name of a past day off stays in its history.
        if (input.held === 0) expect(back.skipped).toEqual(before.skipped)
      }),
    )
  })

  it('moves no day back to a past date', () => {
    fc.assert(
      fc.property(cases, fc.integer({ min: 0, max: 35 }), (input, passed) => {
        const { changed, before } = build({ ...input, gaps: [] })
        const [first] = before.days
        if (!first) throw new Error('no days')
        const notBefore = addDays(first.date, passed)
        const after = replanDays({ days: before.days, calendar: changed, skipped: before.skipped, notBefore })
        for (const { from, to } of after.moved) {
          expect(to > from || to >= notBefore).toBe(true)
          expect(whyOff(to, changed)).toBeNull()
        }
        expect(new Set(after.days.map(day => day.date)).size).toBe(after.days.length)
      }),
    )
  })

  it('names a day that was not held but is before a held one', () => {
    const { days } = plan('2025-08-04', calendarWith([]), n => n !== 3 && n <= 5)
    const closed: DayOff = { date: '2025-08-06', kind: 'centre_closure', name: 'Balai tutup' }
    const after = replanDays({ days, calendar: calendarWith([closed]) })
    expect(after.stuck).toEqual([3])
    expect(after.moved).toEqual([])
  })
})
