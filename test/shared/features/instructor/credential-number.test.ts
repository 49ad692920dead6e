import { describe, expect, it } from 'vitest'
import {
  normaliseCredentialNumber,
  unusualCredentialNumbers,
} from '../../../../shared/features/instructor/credential-number.ts'

it('stores numbers trimmed, with single spaces, in capitals', () => {
  expect(normaliseCredentialNumber('  tik.1565.07438.2024 ')).toBe('TIK.1565.07438.2024')
  expect(normaliseCredentialNumber('61200  3513\u00a03 0084945 2024')).toBe('61200 3513 3 0084945 2024')
})

describe('unusual numbers', () => {
  it.each([
    ['number', '61200 3513 3 0084945 2024'],
    ['number', '74100 2166 5 0006474 2023'],
    ['number', '64141 4211 2 000001 2018'],
    ['registration', 'TIK.1565.07438.2024'],
    ['registration', 'TIK.1389.3494.2023'],
    ['registration', 'KK 036 00001 2018'],
    ['registration', 'met.000.004772 2024'],
    ['registration', 'MET.000.001668.2012'],
    ['licence', 'BNSP-LSP-1279-ID'],
    ['number', ''],
    ['registration', '  '],
  ])('%s %s is usual', (field, text) => {
    expect(unusualCredentialNumbers({ [field]: text })).toEqual([])
  })

  it('names each field that looks unusual', () => {
    const texts = { number: '72202 2132 00009 2024', registration: '12345', licence: 'LSP-1279' }
    expect(unusualCredentialNumbers(texts)).toEqual(['number', 'registration', 'licence'])
    expect(unusualCredentialNumbers({ ...texts, registration: 'KK 036 00001 2018' })).toEqual(['number', 'licence'])
  })
})
