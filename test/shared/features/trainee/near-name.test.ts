import { describe, expect, it } from 'vitest'
import { isNearName } from '../../../near-name.ts'

describe('isNearName', () => {
  it.each(['rahayu', 'rahyu', 'rahayuu', 'rohayu', 'raahyu', 'siti rahyu', 'rahyu siti', 'raha'])(
    'finds Siti Rahayu by “%s”',
    typed => {
      expect(isNearName(typed, 'Siti Rahayu')).toBe(true)
    },
  )

  it.each(['rhyu', 'rohayo', 'sari rahayu', 'dewi', 'ratna'])('does not take “%s” for Siti Rahayu', typed => {
    expect(isNearName(typed, 'Siti Rahayu')).toBe(false)
  })

  it('requires short words exactly, because half a class is one letter away from them', () => {
    expect(isNearName('ani', 'Ani Suryani')).toBe(true)
    expect(isNearName('adi', 'Ani Suryani')).toBe(false)
  })
})
