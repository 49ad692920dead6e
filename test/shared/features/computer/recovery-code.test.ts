import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  codeBytes,
  isGroup,
  readRecoveryCode,
  recoveryCodeOf,
} from '../../../../shared/features/computer/recovery-code.ts'

const bytes = fc.uint8Array({ minLength: codeBytes, maxLength: codeBytes })
const signs = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

test('a code has eight groups of four, and is read back exactly, however it is typed', () => {
  fc.assert(
    fc.property(bytes, secret => {
      const code = recoveryCodeOf(secret)
      expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){7}[0-9A-HJKMNP-TV-Z]{4}$/)
      for (const typed of [code, code.toLowerCase(), code.replaceAll('-', ' '), ` ${code.replaceAll('-', '')}`])
        expect(readRecoveryCode(typed)).toEqual({ bytes: secret })
    }),
  )
})

test('one wrong character anywhere is noticed, in its group', () => {
  fc.assert(
    fc.property(bytes, fc.nat(31), fc.nat(30), (secret, at, step) => {
      const code = recoveryCodeOf(secret).replaceAll('-', '')
      const other = signs[(signs.indexOf(code[at] ?? '') + step + 1) % 32] ?? ''
      const typed = code.slice(0, at) + other + code.slice(at + 1)
      expect(readRecoveryCode(typed)).toEqual({ wrongGroup: Math.floor(at / 4) + 1 })
    }),
  )
})

test('swapped groups, a missing one, and impossible characters are noticed', () => {
  const code = recoveryCodeOf(Uint8Array.from({ length: codeBytes }, (_, index) => index * 17))
  const groups = code.split('-')
  expect(readRecoveryCode([groups[1], groups[0], ...groups.slice(2)].join('-'))).toEqual({ wrongGroup: 1 })
  expect(readRecoveryCode(groups.slice(0, 7).join('-'))).toEqual({ wrongGroup: 8 })
  expect(readRecoveryCode(`${code}-0000`)).toEqual({ wrongGroup: 8 })
  expect(readRecoveryCode('')).toEqual({ wrongGroup: 1 })
  expect(isGroup(groups[2] ?? '', 2)).toBe(true)
  expect(isGroup(groups[2] ?? '', 3)).toBe(false)
  expect(isGroup('OIL0', 0)).toBe(false)
})
