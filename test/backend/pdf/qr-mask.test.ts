import { create } from 'qrcode'
import { expect, test } from 'vitest'
import { withBestMask } from '../../../electron/backend/pdf/picture/qr-mask.ts'

// From 21 to 69 modules: one, two and three machine words per line.
test.each([5, 40, 90, 170, 300])(
  'a code of %i letters has the mask that the library finds after trying all',
  length => {
    for (const start of [0, 7, 31]) {
      const letters = Array.from({ length }, (_, at) => 33 + ((at * at * 31 + at * start + start) % 90))
      const code = (given: { maskPattern?: 0 }) =>
        create([{ data: new Uint8Array(letters), mode: 'byte' }], { errorCorrectionLevel: 'M', ...given }).modules
      const { size, data, reservedBit } = code({ maskPattern: 0 })
      expect([...withBestMask({ size, dark: data, fixed: reservedBit })]).toEqual([...code({}).data])
    }
  },
)
