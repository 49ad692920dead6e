import { expect, test } from 'vitest'
import { capitalName, officeOf, showNip } from '../../../../shared/features/centre/signatory.ts'

test('names are printed in capitals, titles and degrees are not', () => {
  expect(capitalName('Drs. H. Ahmad Fauzi Rahman, M.Si.')).toBe('Drs. H. AHMAD FAUZI RAHMAN, M.Si.')
  expect(capitalName('Rina Marliana, S.Pd.')).toBe('RINA MARLIANA, S.Pd.')
  expect(capitalName('Kartini')).toBe('KARTINI')
  expect(capitalName('dr. Hj. Siti Nur’aini, Sp.A., M.Kes.')).toBe('dr. Hj. SITI NUR’AINI, Sp.A., M.Kes.')
  expect(capitalName('Siti H. Rahma')).toBe('SITI H. RAHMA')
  expect(capitalName('')).toBe('')
})

test('a NIP is printed in its groups, anything else as it is', () => {
  expect(showNip('197104121998031004')).toBe('19710412\u00a0199803\u00a01\u00a0004')
  expect(showNip('')).toBe('')
  expect(showNip('12345')).toBe('12345')
})

test('an acting official has the prefix', () => {
  expect(officeOf({ prefix: 'Plt.', title: 'Kepala UPT' })).toBe('Plt.\u00a0Kepala UPT')
  expect(officeOf({ prefix: '', title: 'Kepala UPT' })).toBe('Kepala UPT')
})
