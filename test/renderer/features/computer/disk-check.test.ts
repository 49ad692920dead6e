import { expect, test } from 'vitest'
import { diskCheck } from '../../../../renderer/features/computer/disk-check.ts'

test('an unencrypted disk is red, with where to switch encryption on', () => {
  const off = diskCheck('OFF')
  expect([off.tone, off.title]).toEqual(['err', 'Diska tidak dienkripsi: BitLocker mati'])
  expect(off.detail).toContain('Enkripsi perangkat')
})

test('an encrypted disk is confirmed; an unknown state asks to check; nothing is shown before the answer', () => {
  expect(([undefined, 'ON', 'UNKNOWN'] as const).map(state => diskCheck(state).tone)).toEqual(['open', 'ok', 'warn'])
})
