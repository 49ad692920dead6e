import { describe, expect, it } from 'vitest'
import { placeDigits } from '../../../../renderer/ui/form/nik-lens.tsx'

const nik = [2, 2, 2, 6, 4]

describe('placeDigits', () => {
  it('fills the groups from the left', () => {
    expect(placeDigits('36711352', nik).map(group => group.digits)).toEqual(['36', '71', '13', '52', ''])
    expect(placeDigits('', nik).map(group => group.start)).toEqual([0, 2, 4, 6, 12])
  })

  it('gives no group more digits than it can hold', () => {
    expect(placeDigits('36711352059000031', nik).at(-1)).toEqual({ start: 12, digits: '0003' })
  })
})
