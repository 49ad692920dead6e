import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatSheetCode, readSheetCode, type SheetPlace } from '../../../../shared/features/attendance/sheet-code.ts'

const day = { kind: 'day', n: 1 } as const
const code = { cohortCode: 'TR-2024-03', place: day, page: 1, version: 2 }

test.each<[SheetPlace, string]>([
  [day, 'B1.TR2403.011.02'],
  [{ kind: 'all' }, 'B1.TR2403.001.02'],
  [{ kind: 'week', week: 2 }, 'B1.TR2403.W21.02'],
  [{ kind: 'sessions', n: 15 }, 'B1.TR2403.SF1.02'],
])('%j is %s', (place, text) => {
  expect(formatSheetCode({ ...code, place })).toBe(text)
})

test('a written code is read back, and has sixteen letters that fit a small QR code', () => {
  const places = fc.oneof(
    fc.constant<SheetPlace>({ kind: 'all' }),
    fc.record({ kind: fc.constant('day' as const), n: fc.integer({ min: 1, max: 99 }) }),
    fc.record({ kind: fc.constant('sessions' as const), n: fc.integer({ min: 1, max: 35 }) }),
    fc.record({ kind: fc.constant('week' as const), week: fc.integer({ min: 1, max: 9 }) }),
  )
  const classes = fc.tuple(
    fc.constantFrom('TR', 'SM'),
    fc.integer({ min: 2000, max: 2099 }),
    fc.integer({ min: 1, max: 99 }),
  )
  const numbers = { page: fc.integer({ min: 1, max: 9 }), version: fc.integer({ min: 1, max: 99 }) }
  fc.assert(
    fc.property(classes, fc.record({ place: places, ...numbers }), ([trade, year, number], rest) => {
      const whole = { cohortCode: `${trade}-${year}-${String(number).padStart(2, '0')}`, ...rest }
      const text = formatSheetCode(whole)
      expect(text).toMatch(/^[0-9A-Z.]{16}$/)
      expect(readSheetCode(text ?? '')).toEqual(whole)
    }),
  )
})

test.each([
  ['a class of three digits', { ...code, cohortCode: 'TR-2024-103' }],
  ['a tenth page', { ...code, page: 10 }],
  ['a hundredth version', { ...code, version: 100 }],
  ['a week beyond nine', { ...code, place: { kind: 'week', week: 10 } as const }],
])('%s does not fit', (_what, wrong) => {
  expect(formatSheetCode(wrong)).toBeNull()
})

test.each([
  '',
  'B1.TR2403.010.02',
  'B1.TR2403.011.00',
  'B1.TR2403.W01.02',
  'B2.TR2403.011.02',
  'b1.tr2403.011.02',
  'B1.TR2403.011.02 ',
])('“%s” is no code of a sheet', text => {
  expect(readSheetCode(text)).toBeNull()
})
