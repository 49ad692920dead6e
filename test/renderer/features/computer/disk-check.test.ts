import { expect, test } from 'vitest'
import { diskCheck } from '../../../../renderer/features/computer/disk-check.ts'

test('a disk that is not encrypted stands in red, with where to switch it on', () => {
  const off = diskCheck('OFF')
  expect([off.tone, off.title]).toEqual(['err', 'Diska tidak dienkripsi: BitLocker mati'])
  expect(off.detail).toContain('Enkripsi perangkat')
})

test('one that is, is said to be; one that cannot be asked is to be looked at; nothing is said before the answer', () => {
  expect(([undefined, 'ON', 'UNKNOWN'] as const).map(state => diskCheck(state).tone)).toEqual(['open', 'ok', 'warn'])
})
