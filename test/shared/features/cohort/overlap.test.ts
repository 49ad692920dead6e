import fc from 'fast-check'
import { expect, it } from 'vitest'
import { overlaps, type Session } from '../../../../shared/features/cohort/overlap.ts'
import { minutesOf, timeOfMinutes } from '../../../../shared/kernel/time.ts'

const morning: Session = { date: '2024-12-16', start: '08:00', end: '12:00' }

it('keeps sessions apart that only touch or lie on different days', () => {
  expect(overlaps(morning, { ...morning, start: '12:00', end: '15:15' })).toBe(false)
  expect(overlaps(morning, { ...morning, start: '11:59', end: '15:15' })).toBe(true)
  expect(overlaps(morning, { ...morning, date: '2024-12-17' })).toBe(false)
  expect(overlaps(morning, morning)).toBe(true)
})

const session = fc
  .tuple(fc.constantFrom('2024-12-16', '2024-12-17'), fc.nat({ max: 1438 }), fc.integer({ min: 1, max: 400 }))
  .map(
    ([date, start, length]): Session => ({
      date: date === '2024-12-16' ? '2024-12-16' : '2024-12-17',
      start: timeOfMinutes(start),
      end: timeOfMinutes(Math.min(1439, start + length)),
    }),
  )

it('agrees with shared minutes, in both directions', () => {
  const minutes = ({ date, start, end }: Session) =>
    Array.from({ length: minutesOf(end) - minutesOf(start) }, (_, index) => `${date} ${minutesOf(start) + index}`)
  fc.assert(
    fc.property(session, session, (a, b) => {
      const taken = new Set(minutes(a))
      expect(overlaps(a, b)).toBe(minutes(b).some(minute => taken.has(minute)))
      expect(overlaps(b, a)).toBe(overlaps(a, b))
    }),
  )
})
