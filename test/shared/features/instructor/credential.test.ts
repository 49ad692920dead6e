import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { planDays } from '../../../../shared/features/cohort/working-days.ts'
import {
  type CredentialFacts,
  credentialKinds,
  defaultValidUntil,
  permits,
  uncoveredDays,
  validity,
} from '../../../../shared/features/instructor/credential.ts'
import { credentialKindName, formatUncovered } from '../../../../shared/features/instructor/credential-format.ts'
import { addDays, daysFrom, type PlainDate } from '../../../../shared/kernel/plain-date.ts'
import { daysOff, years } from '../../holidays.ts'

const technical: CredentialFacts = { kind: 'TEKNIS', issued: '2022-01-10', validUntil: '2025-01-10', trades: ['TR'] }
const plan = planDays({ start: '2024-12-16', count: 15, week: 5, jointLeave: 'off', hours: 8, daysOff, years })

describe('the instructor of the worked example', () => {
  it('may teach all fifteen days, two days before the credential ends', () => {
    expect(uncoveredDays([technical], ['TEKNIS'], 'TR', plan.days)).toEqual([])
    expect(validity(technical, '2024-12-16')).toEqual({ state: 'red', daysLeft: 25 })
  })

  it('may not teach day 15 once holidays push it from 8 to 13 January', () => {
    const closure = (date: PlainDate) => ({ date, kind: 'regional_holiday', name: 'Libur susulan' }) as const
    const late = planDays({
      start: '2024-12-16',
      count: 15,
      week: 5,
      jointLeave: 'off',
      hours: 8,
      daysOff: [...daysOff, closure('2025-01-06'), closure('2025-01-07'), closure('2025-01-08')],
      years,
    })
    expect(late.end).toBe('2025-01-13')
    expect(uncoveredDays([technical], ['TEKNIS'], 'TR', late.days)).toEqual([
      { n: 15, date: '2025-01-13', reason: { code: 'expired', kind: 'TEKNIS', date: '2025-01-10' } },
    ])
  })
})

describe('permits', () => {
  it.each([
    ['2022-01-09', false],
    ['2022-01-10', true],
    ['2025-01-10', true],
    ['2025-01-11', false],
  ] as const)('counts both edge days in: %s', (date, allowed) => {
    expect(permits([technical], ['TEKNIS'], 'TR', date)).toBe(allowed)
  })

  it('requires TEKNIS for the trade; other kinds without a list of trades cover all', () => {
    const all = (kind: CredentialFacts['kind'], trades: string[]): CredentialFacts => ({ ...technical, kind, trades })
    expect(permits([all('TEKNIS', [])], ['TEKNIS'], 'TR', '2024-01-01')).toBe(false)
    expect(permits([technical], ['TEKNIS'], 'TB', '2024-01-01')).toBe(false)
    expect(permits([all('METODOLOGI', [])], ['METODOLOGI'], 'TR', '2024-01-01')).toBe(true)
    expect(permits([all('METODOLOGI', ['TB'])], ['METODOLOGI'], 'TR', '2024-01-01')).toBe(false)
    expect(permits([all('ASESOR', ['TR'])], ['TEKNIS'], 'TR', '2024-01-01')).toBe(false)
  })

  it('requires every required kind, and nothing if none is required', () => {
    const method: CredentialFacts = { ...technical, kind: 'METODOLOGI', trades: [] }
    expect(permits([technical], ['TEKNIS', 'METODOLOGI'], 'TR', '2024-01-01')).toBe(false)
    expect(permits([technical, method], ['TEKNIS', 'METODOLOGI'], 'TR', '2024-01-01')).toBe(true)
    expect(permits([], [], 'TR', '2024-01-01')).toBe(true)
  })
})

describe('the reason of an uncovered day', () => {
  const day = [{ n: 4, date: '2025-02-03' }] as const
  const renewed: CredentialFacts = { ...technical, issued: '2025-03-01', validUntil: '2028-03-01' }
  it.each<[string, CredentialFacts[], object, string]>([
    ['none', [{ ...technical, kind: 'ASESOR' }], { code: 'none', kind: 'TEKNIS' }, 'belum ada sertifikat BNSP teknis'],
    [
      'other trade',
      [{ ...renewed, trades: ['HK', 'TB'] }],
      { code: 'other_trade', kind: 'TEKNIS', trades: ['HK', 'TB'] },
      'sertifikat BNSP teknis tidak mencakup Tata Rias, hanya Housekeeping, Tata Boga',
    ],
    [
      'future',
      [renewed],
      { code: 'not_yet_valid', kind: 'TEKNIS', date: '2025-03-01' },
      'sertifikat BNSP teknis baru berlaku 1 Maret 2025',
    ],
    [
      'gap',
      [renewed, technical],
      { code: 'expired', kind: 'TEKNIS', date: '2025-01-10' },
      'sertifikat BNSP teknis berakhir 10 Januari 2025',
    ],
    [
      'latest end',
      [technical, { ...technical, validUntil: '2024-01-10' }],
      { code: 'expired', kind: 'TEKNIS', date: '2025-01-10' },
      'sertifikat BNSP teknis berakhir 10 Januari 2025',
    ],
  ])('%s', (_, credentials, reason, words) => {
    const [uncovered] = uncoveredDays(credentials, ['TEKNIS'], 'TR', day)
    expect(uncovered).toEqual({ n: 4, date: '2025-02-03', reason })
    expect(uncovered && formatUncovered(uncovered.reason, 'TR').replaceAll('\u00a0', ' ')).toBe(words)
  })

  it('is that of the first required kind that fails', () => {
    const [uncovered] = uncoveredDays([renewed], ['METODOLOGI', 'TEKNIS'], 'TR', day)
    expect(uncovered?.reason).toEqual({ code: 'none', kind: 'METODOLOGI' })
    expect(credentialKinds.map(credentialKindName)).toEqual(['teknis', 'metodologi', 'asesor'])
  })
})

const someDay = fc.integer({ min: 0, max: 1400 }).map(days => addDays('2024-01-01', days))
const credential = fc.record({
  kind: fc.constantFrom(...credentialKinds),
  issued: someDay,
  validUntil: someDay,
  trades: fc.subarray(['TR', 'TB', 'HK']),
})

it('agrees with a plain check of every credential, and finds a reason exactly when teaching is not permitted', () => {
  const kinds = fc.subarray([...credentialKinds])
  fc.assert(
    fc.property(fc.array(credential, { maxLength: 5 }), kinds, someDay, (credentials, required, first) => {
      const days = daysFrom(first, addDays(first, 14)).map((date, index) => ({ n: index + 1, date }))
      const allowed = days.filter(({ date }) =>
        required.every(kind =>
          credentials.some(held => {
            const listed = held.trades.includes('TR')
            const covers = kind === 'TEKNIS' ? listed : listed || held.trades.length === 0
            return held.kind === kind && covers && held.issued <= date && held.validUntil >= date
          }),
        ),
      )
      expect(days.filter(({ date }) => permits(credentials, required, 'TR', date))).toEqual(allowed)
      const uncovered = uncoveredDays(credentials, required, 'TR', days)
      expect(uncovered.map(({ n }) => n)).toEqual(days.filter(day => !allowed.includes(day)).map(({ n }) => n))
      for (const { reason } of uncovered) expect(required).toContain(reason.kind)
    }),
    { numRuns: 400 },
  )
})

it.each([
  ['2025-01-10', 'red', 0],
  ['2025-01-11', 'expired', -1],
  ['2024-11-11', 'red', 60],
  ['2024-11-10', 'amber', 61],
  ['2024-07-14', 'amber', 180],
  ['2024-07-13', 'valid', 181],
  ['2022-01-10', 'valid', 1096],
  ['2022-01-09', 'future', 1097],
] as const)('on %s the credential is %s', (today, state, daysLeft) => {
  expect(validity(technical, today)).toEqual({ state, daysLeft })
})

it.each([
  ['2023-11-06', undefined, '2026-11-06'],
  ['2024-03-26', 3, '2027-03-26'],
  ['2024-02-29', 3, '2027-02-28'],
  ['2024-02-29', 4, '2028-02-29'],
  ['2022-06-15', 5, '2027-06-15'],
] as const)('issued %s for %s years ends %s', (issued, duration, end) => {
  expect(defaultValidUntil(issued, duration)).toBe(end)
})
