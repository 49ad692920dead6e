import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { usualCapitals } from '../../../../shared/features/trainee/name/odd-capitals.ts'

describe('capitals of a name', () => {
  it.each([
    ['SITI RAHAYU', 'Siti Rahayu'],
    ['siti rahayu', 'Siti Rahayu'],
    ['SiTi Rahayu', 'Siti Rahayu'],
    ['Siti RAHAYU', 'Siti Rahayu'],
    ['SIti Rahayu', 'Siti Rahayu'],
    ['AHMAD BIN SALEH', 'Ahmad bin Saleh'],
    ["NUR'AINI", "Nur'aini"],
    ['SRI-WAHYUNI', 'Sri-Wahyuni'],
    ['m. yusuf', 'm. Yusuf'],
  ])('%s is usually %s', (odd, usual) => {
    expect(usualCapitals(odd)).toBe(usual)
  })

  it.each([
    'Siti Rahayu',
    'Renée D’Arcy',
    "Qurrota A'yun",
    'Ahmad bin Saleh',
    'Siti Binti Ahmad',
    'Rina Marliana, S.Pd.',
    'Paku Alam VIII',
    'Angus McDonald',
    'M. Yusuf',
    'A',
  ])('%s is kept', name => {
    expect(usualCapitals(name)).toBeNull()
  })

  it('a proposal is the same name, and gets no proposal itself', () => {
    const letters = fc.constantFrom(...'abcdeABCDEéÉ’-. I')
    fc.assert(
      fc.property(fc.string({ unit: letters, maxLength: 24 }), name => {
        const proposal = usualCapitals(name)
        if (proposal === null) return
        expect(proposal.toLowerCase()).toBe(name.toLowerCase())
        expect(usualCapitals(proposal)).toBeNull()
      }),
      { numRuns: 2000 },
    )
  })
})
