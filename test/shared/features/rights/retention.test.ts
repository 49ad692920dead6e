import fc from 'fast-check'
import { expect, test } from 'vitest'
import { tooYoung } from '../../../../shared/features/rights/consent.ts'
import { anonymityGround } from '../../../../shared/features/rights/retention.ts'
import { addDays, addYears } from '../../../../shared/kernel/plain-date.ts'

const day = fc.integer({ min: 0, max: 20_000 }).map(days => addDays('2000-01-01', days))
const held = fc.record({ title: fc.constantFrom('Tata Rias I', 'Tata Boga II'), end: day })

test('the latest class decides, whatever the order, and nobody is due on the last day itself', () => {
  fc.assert(
    fc.property(fc.array(held, { minLength: 1 }), fc.integer({ min: 1, max: 50 }), day, (classes, years, today) => {
      const ground = anonymityGround(classes, years, today)
      expect(anonymityGround([...classes].reverse(), years, today).ground).toBe(ground.ground)
      const last = classes.map(one => one.end).reduce((latest, end) => (end > latest ? end : latest))
      expect(ground.ground).toBe(addYears(last, years) < today ? 'RETENTION' : null)
    }),
  )
})

test('a person without a class only needs to ask', () => {
  expect(anonymityGround([], 10, '2025-01-01')).toEqual({ ground: 'REQUEST' })
})

test('a person signs for themselves from the eighteenth birthday on', () => {
  expect(tooYoung('2007-05-12', { signedOn: '2025-05-11', signer: 'SELF' })).toBe(17)
  expect(tooYoung('2007-05-12', { signedOn: '2025-05-12', signer: 'SELF' })).toBeNull()
  expect(tooYoung('2007-05-12', { signedOn: '2025-05-11', signer: 'GUARDIAN' })).toBeNull()
})
