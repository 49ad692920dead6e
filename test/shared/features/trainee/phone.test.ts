import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type PhoneProblem, readPhone, showPhone } from '../../../../shared/features/trainee/phone.ts'

describe('readPhone', () => {
  it.each([
    '081234567890',
    '0812-3456-7890',
    '+62 812 3456 7890',
    '62812 34567890',
    '81234567890',
    '(0812) 3456.7890',
    '+62 (0)812-3456-7890',
    '0062 812 3456 7890',
    ' 0812–3456–7890\u00a0',
  ])('%s', text => {
    expect(readPhone(text)).toEqual({ ok: true, phone: '6281234567890' })
  })

  it.each<[string, PhoneProblem]>([
    ['', { code: 'empty' }],
    [' - ', { code: 'empty' }],
    ['0812/0813', { code: 'character', character: '/' }],
    ['0812 345 67O0', { code: 'character', character: 'O' }],
    ['62+812345678', { code: 'character', character: '+' }],
    ['+60 12 345 6789', { code: 'foreign' }],
    ['021 5576 1234', { code: 'not_mobile' }],
    ['0', { code: 'not_mobile' }],
    ['0812345', { code: 'length', length: 7 }],
    ['081234567890123', { code: 'length', length: 15 }],
  ])('refuses %s', (text, problem) => {
    expect(readPhone(text)).toEqual({ ok: false, problem })
  })
})

describe('showPhone', () => {
  it.each([
    ['6281234567890', '0812-3456-7890'],
    ['628123456789', '0812-3456-789'],
    ['62811234567', '0811-234-567'],
    ['62812345678901', '0812-3456-78901'],
    ['', ''],
    ['021-5576', '021-5576'],
  ])('%s', (phone, shown) => {
    expect(showPhone(phone)).toBe(shown)
  })
})

it('reads back what it shows, however it was typed', () => {
  const number = fc.stringMatching(/^8\d{8,12}$/)
  const prefix = fc.constantFrom('0', '62', '+62', '+62 ', '', '0062')
  fc.assert(
    fc.property(number, prefix, fc.nat({ max: 12 }), (subscriber, before, cut) => {
      const reading = readPhone(`${before}${subscriber.slice(0, cut)} ${subscriber.slice(cut)}`)
      expect(reading).toEqual({ ok: true, phone: `62${subscriber}` })
      expect(readPhone(showPhone(`62${subscriber}`))).toEqual(reading)
    }),
  )
})
