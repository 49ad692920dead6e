import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  absorbedShare,
  callLink,
  dueOn,
  followUpDraft,
  followUpMonths,
  nextTurn,
  turnOf,
} from '../../../../shared/features/alumni/follow-up.ts'
import {
  addDays,
  dayOf,
  daysInMonth,
  monthOf,
  type PlainDate,
  plainDate,
  yearOf,
} from '../../../../shared/kernel/plain-date.ts'

const date = fc
  .record({
    year: fc.integer({ min: 2000, max: 2100 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 31 }),
  })
  .map(({ year, month, day }) => plainDate(year, month, Math.min(day, daysInMonth(year, month))))
const month = fc.constantFrom(...followUpMonths)

describe('the day from which a graduate is called', () => {
  test.each([
    ['2025-01-09', 3, '2025-04-09'],
    ['2024-11-30', 3, '2025-02-28'],
    ['2023-11-30', 3, '2024-02-29'],
    ['2024-08-31', 6, '2025-02-28'],
    ['2024-03-31', 6, '2024-09-30'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-12-31', 12, '2025-12-31'],
  ] as const)('%s and %d months is %s', (graduatedOn, months, due) => {
    expect(dueOn(graduatedOn, months)).toBe(due)
  })

  test('is the same day of the month, or the last of a shorter one', () => {
    fc.assert(
      fc.property(date, month, (graduatedOn, months) => {
        const due = dueOn(graduatedOn, months)
        const count = yearOf(graduatedOn) * 12 + monthOf(graduatedOn) - 1 + months
        expect([yearOf(due), monthOf(due)]).toEqual([Math.floor(count / 12), (count % 12) + 1])
        expect(dayOf(due)).toBe(Math.min(dayOf(graduatedOn), daysInMonth(yearOf(due), monthOf(due))))
      }),
    )
  })

  test('on every day at most one turn is due, and the next one is later', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: 0, max: 500 }), (graduatedOn, days) => {
        const today = addDays(graduatedOn, days)
        const passed = followUpMonths.filter(months => dueOn(graduatedOn, months) <= today)
        expect(turnOf(graduatedOn, today)?.month).toBe(passed.at(-1))
        expect(nextTurn(graduatedOn, today)?.month).toBe(followUpMonths[passed.length])
      }),
    )
  })
})

describe('the share of people at work', () => {
  test.each([
    [0, 0, 0, null],
    [3, 1, 0, 333],
    [3, 1, 1, 667],
    [16, 5, 4, 563],
    [8, 0, 0, 0],
    [8, 4, 4, 1000],
  ])('of %d due, %d employed and %d in business: %s tenths', (due, employed, selfEmployed, share) => {
    expect(absorbedShare({ due, employed, selfEmployed })).toBe(share)
  })

  test('is rounded to the nearest tenth of a percent', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), fc.nat(), fc.nat(), (due, a, b) => {
        const employed = a % (due + 1)
        const selfEmployed = b % (due - employed + 1)
        const share = absorbedShare({ due, employed, selfEmployed }) ?? -1
        // |share/1000 - part| <= 1/2000, written with integers.
        expect(Math.abs(2 * share * due - 2000 * (employed + selfEmployed))).toBeLessThanOrEqual(due)
        expect(share).toBeLessThanOrEqual(1000)
      }),
    )
  })
})

test('WhatsApp opens with a polite question, and only for a mobile number', () => {
  const words = { name: 'SITI & ANI', program: 'Tata Rias', centre: 'UPT BLK', month: 6 } as const
  const link = new URL(callLink('6281234567890', words) ?? '')
  expect(link.origin + link.pathname).toBe('https://wa.me/6281234567890')
  expect(link.searchParams.get('text')).toContain('Bapak/Ibu SITI & ANI. Kami dari UPT BLK. Sudah 6 bulan')
  expect(callLink('', words)).toBeNull()
  expect(callLink('0215551234', words)).toBeNull()
})

test('an answer drops values that its status cannot have', () => {
  const answers = {
    place: 'Salon',
    work: 'Perias',
    income: 1_000_000,
    relevant: true,
    note: 'a',
    askedOn: '2025-04-09' as PlainDate,
  }
  const empty = { place: '', work: '', income: null, relevant: null }
  expect(followUpDraft.parse({ ...answers, status: 'EMPLOYED' })).toMatchObject(answers)
  expect(followUpDraft.parse({ ...answers, status: 'STUDYING' })).toMatchObject({
    place: 'Salon',
    income: null,
    relevant: null,
  })
  expect(followUpDraft.parse({ ...answers, status: 'UNREACHED' })).toMatchObject({ ...empty, note: 'a' })
})
