import { describe, expect, it } from 'vitest'
import type { CredentialFacts } from '../../../../shared/features/instructor/credential.ts'
import { compareStandings, type Standing, worstStanding } from '../../../../shared/features/instructor/standing.ts'
import type { PlainDate } from '../../../../shared/kernel/plain-date.ts'

const today = '2024-12-30'

function technical(validUntil: PlainDate, ...trades: string[]): CredentialFacts {
  return { kind: 'TEKNIS', issued: '2022-01-10', validUntil, trades }
}

describe('worstStanding', () => {
  it('reports a missing required kind, and nothing if none is required', () => {
    expect(worstStanding([], ['TEKNIS'], today)).toEqual({ kind: 'TEKNIS', state: 'none' })
    expect(worstStanding([technical('2025-01-10', 'TR')], ['TEKNIS', 'METODOLOGI'], today)).toEqual({
      kind: 'METODOLOGI',
      state: 'none',
    })
    expect(worstStanding([], [], today)).toBeNull()
  })

  it('counts the days of the certificate that ends first among the trades', () => {
    const rias = technical('2025-01-10', 'TR')
    const standing = worstStanding([technical('2027-03-06', 'HK'), rias], ['TEKNIS'], today)
    expect(standing).toEqual({ kind: 'TEKNIS', credential: rias, state: 'red', daysLeft: 11 })
  })

  it('ignores a certificate once it was renewed, for each trade separately', () => {
    const old = technical('2024-06-01', 'TR', 'HK')
    const renewal = technical('2027-06-01', 'TR')
    expect(worstStanding([old, renewal], ['TEKNIS'], today)).toMatchObject({ state: 'expired', credential: old })
    const other = technical('2028-06-01', 'HK')
    expect(worstStanding([old, renewal, other], ['TEKNIS'], today)).toMatchObject({
      state: 'valid',
      credential: renewal,
    })
  })

  it('ignores kinds that the centre does not require', () => {
    const assessor: CredentialFacts = { ...technical('2023-01-01'), kind: 'ASESOR' }
    expect(worstStanding([assessor, technical('2028-01-01', 'TR')], ['TEKNIS'], today)).toMatchObject({
      state: 'valid',
    })
  })
})

describe('compareStandings', () => {
  it('orders ended, missing, ending soon, then valid by the days left', () => {
    const until = (date: PlainDate): Standing => {
      const standing = worstStanding([technical(date, 'TR')], ['TEKNIS'], today)
      if (!standing) throw new Error('no standing')
      return standing
    }
    const none: Standing = { kind: 'TEKNIS', state: 'none' }
    const mixed = [until('2028-01-01'), until('2025-05-30'), none, until('2025-01-10'), until('2024-12-29')]
    const sorted = mixed.toSorted(compareStandings).map(one => (one.state === 'none' ? 'none' : one.daysLeft))
    expect(sorted).toEqual([-1, 'none', 11, 151, 1097])
  })
})
