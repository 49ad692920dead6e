import { expect, it } from 'vitest'
import { cohortCode } from '../../../../shared/features/cohort/cohort-code.ts'
import { isTradeCode, tradeCodes, tradeName } from '../../../../shared/features/program/trades.ts'

it('joins trade, year and number', () => {
  expect(cohortCode('TR', 2024, 3)).toBe('TR-2024-03')
  expect(cohortCode('SM', 2027, 112)).toBe('SM-2027-112')
})

it('refuses an invalid trade, year or number', () => {
  expect(() => cohortCode('tr', 2024, 3)).toThrow(RangeError)
  expect(() => cohortCode('TR', 24, 3)).toThrow(RangeError)
  expect(() => cohortCode('TR', 2024, 0)).toThrow(RangeError)
  expect(() => cohortCode('TR', 2024, 1.5)).toThrow(RangeError)
})

it('knows the eight trades by name', () => {
  expect(tradeCodes.map(code => `${code} ${tradeName(code)}`)).toEqual([
    'TR Tata Rias',
    'TB Tata Boga',
    'PR Pangkas Rambut',
    'LP Listrik Pendingin (AC dan Kulkas)',
    'HK Housekeeping',
    'LS Las',
    'CT Cat',
    'SM Servis Sepeda Motor',
  ])
  expect(isTradeCode('TR')).toBe(true)
  expect(isTradeCode('XX')).toBe(false)
})
