import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  checkTemplate,
  defaultCertificateTemplate,
  defaultStatementTemplate,
  nextSequence,
  renderNumber,
} from '../../../../shared/features/centre/numbering.ts'
import { addDays, type PlainDate, yearOf } from '../../../../shared/kernel/plain-date.ts'

const facts = { sequence: 7, date: '2024-12-16', unit: 'BLK', classification: '500.15' } as const

describe('renderNumber', () => {
  it.each([
    [defaultCertificateTemplate, '500.15/0007/BLK/XII/2024'],
    [defaultStatementTemplate, '500.15/0007/KET-BLK/XII/2024'],
    ['{urut}/{bulan}-{tahun}', '7/12-2024'],
    ['{urut:9}.{tahun}.{urut}', '000000007.2024.7'],
  ])('%s', (template, number) => {
    expect(renderNumber(template, facts)).toBe(number)
  })

  it('grows beyond its width rather than cut a number', () => {
    expect(renderNumber('{urut:4}/{tahun}', { ...facts, sequence: 12_345 })).toBe('12345/2024')
  })

  it('does not read tokens inside filled values', () => {
    expect(renderNumber(defaultCertificateTemplate, { ...facts, unit: '{urut}', classification: '$&' })).toBe(
      '$&/0007/{urut}/XII/2024',
    )
  })

  it('refuses a faulty template and a sequence below 1', () => {
    expect(() => renderNumber('{urut}', facts)).toThrow(RangeError)
    expect(() => renderNumber('{urut}/{tahun}', { ...facts, sequence: 0 })).toThrow(RangeError)
    expect(() => renderNumber('{urut}/{tahun}', { ...facts, sequence: 1.5 })).toThrow(RangeError)
  })
})

describe('checkTemplate', () => {
  it.each([
    [defaultCertificateTemplate, []],
    [defaultStatementTemplate, []],
    ['', [{ code: 'sequence_missing' }, { code: 'year_missing' }]],
    ['{urut}', [{ code: 'year_missing' }]],
    ['{tahun}', [{ code: 'sequence_missing' }]],
    ['{urut}/{tahun}/{kelas}', [{ code: 'unknown_token', token: 'kelas' }]],
    ['{urut:0}/{tahun}', [{ code: 'unknown_token', token: 'urut:0' }, { code: 'sequence_missing' }]],
    ['{urut:10}{urut}/{tahun}', [{ code: 'unknown_token', token: 'urut:10' }]],
    ['{}{urut}/{tahun}', [{ code: 'unknown_token', token: '' }]],
    ['{constructor}{urut}/{tahun}', [{ code: 'unknown_token', token: 'constructor' }]],
    ['{urut}/{tahun', [{ code: 'stray_brace' }, { code: 'year_missing' }]],
    ['{urut}}/{tahun}', [{ code: 'stray_brace' }]],
  ])('%s', (template, problems) => {
    expect(checkTemplate(template)).toEqual(problems)
  })
})

describe('nextSequence', () => {
  it.each([
    [[], 1, 1],
    [[], 38, 38],
    [[1, 2, 3], 1, 4],
    [[3, 1, 7], 1, 8],
    [[38, 39], 38, 40],
    [[1, 2], 38, 38],
  ])('after %j, first %i', (used, first, next) => {
    expect(nextSequence(used, first)).toBe(next)
  })
})

it('gives distinct numbers from day to day, across the end of a year too', () => {
  const gaps = fc.array(fc.nat({ max: 40 }), { minLength: 1, maxLength: 60 })
  const template = fc.constantFrom(
    defaultCertificateTemplate,
    defaultStatementTemplate,
    '{urut}/{tahun}',
    '{tahun}{bulan}{urut}',
  )
  fc.assert(
    fc.property(gaps, template, fc.integer({ min: 1, max: 99 }), (gaps, template, first) => {
      const used = new Map<number, number[]>()
      const numbers = new Set<string>()
      let date: PlainDate = '2024-11-20'
      for (const gap of gaps) {
        date = addDays(date, gap)
        const year = yearOf(date)
        const ofYear = used.get(year) ?? []
        const sequence = nextSequence(ofYear, year === 2024 ? first : 1)
        expect(sequence).toBe((ofYear.at(-1) ?? (year === 2024 ? first - 1 : 0)) + 1)
        used.set(year, [...ofYear, sequence])
        numbers.add(renderNumber(template, { ...facts, date, sequence }))
      }
      expect(numbers.size).toBe(gaps.length)
    }),
  )
})

it('starts again with each year', () => {
  expect(
    renderNumber(defaultCertificateTemplate, { ...facts, sequence: nextSequence([1, 2, 13]), date: '2024-12-31' }),
  ).toBe('500.15/0014/BLK/XII/2024')
  expect(renderNumber(defaultCertificateTemplate, { ...facts, sequence: nextSequence([]), date: '2025-01-01' })).toBe(
    '500.15/0001/BLK/I/2025',
  )
})
