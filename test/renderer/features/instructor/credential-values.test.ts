import { describe, expect, it } from 'vitest'
import {
  draftOf,
  newCredential,
  renewalOf,
  withIssued,
  withScheme,
} from '../../../../renderer/features/instructor/credential/credential-values.ts'
import { knownSchemes } from '../../../../renderer/features/instructor/credential/known-schemes.ts'
import type { Credential } from '../../../../shared/features/instructor/contract.ts'
import { credentialId } from '../../../../shared/ids.ts'

const held: Credential = {
  id: credentialId.parse(7),
  kind: 'TEKNIS',
  number: '96022 5142 3 0000417 2022',
  registration: 'KCT.0417.00021.2022',
  lsp: 'LSP Kecantikan Contoh',
  licence: 'BNSP-LSP-0417-ID',
  scheme: 'Penata Rias Wajah',
  trades: ['TR'],
  issued: '2022-01-10',
  validUntil: '2025-01-10',
  scan: { name: 'sertifikat.pdf', type: 'application/pdf' },
  verified: { by: 'Wulan Sari', on: '2025-01-09' },
}

describe('withIssued', () => {
  it('sets the end three years later and moves it along, 29 February to the 28th', () => {
    const first = withIssued(newCredential, '2024-02-29')
    expect(first.validUntil).toBe('2027-02-28')
    expect(withIssued(first, '2024-03-26').validUntil).toBe('2027-03-26')
    expect(withIssued(first, null).validUntil).toBeNull()
  })

  it('keeps a typed end, for example after five years', () => {
    const typed = { ...withIssued(newCredential, '2024-02-29'), validUntil: '2029-02-28' as const }
    expect(withIssued(typed, '2024-03-01').validUntil).toBe('2029-02-28')
  })
})

describe('withScheme', () => {
  const schemes = knownSchemes([
    { credentials: [held, { ...held, scheme: 'penata  rias wajah', trades: ['TR', 'PR'], issued: '2024-03-01' }] },
    { credentials: [{ ...held, scheme: 'Asesor', kind: 'ASESOR', trades: [] }] },
  ])

  it('knows each scheme once, with its latest values', () => {
    expect(schemes.map(one => [one.kind, one.scheme, one.trades])).toEqual([
      ['ASESOR', 'Asesor', []],
      ['TEKNIS', 'penata  rias wajah', ['TR', 'PR']],
    ])
  })

  it('sets trades and LSP, and replaces them for another scheme unless they were edited', () => {
    const known = withScheme(newCredential, 'PENATA RIAS WAJAH', schemes)
    expect(known).toMatchObject({ trades: ['TR', 'PR'], lsp: 'LSP Kecantikan Contoh', licence: 'BNSP-LSP-0417-ID' })
    expect(
      withScheme({ ...newCredential, trades: ['LS'], lsp: 'LSP Lain' }, 'Penata Rias Wajah', schemes),
    ).toMatchObject({
      trades: ['LS'],
      lsp: 'LSP Lain',
    })
    // One more letter is not another scheme, so nothing is replaced.
    expect(withScheme(known, 'Penata Rias Wajah Madya', schemes).trades).toEqual(['TR', 'PR'])
    expect(withScheme({ ...newCredential, kind: 'METODOLOGI' }, 'Penata Rias Wajah', schemes).trades).toEqual([])
  })
})

describe('renewalOf', () => {
  it('copies LSP, scheme and trades, and leaves numbers and dates empty', () => {
    expect(renewalOf(held)).toEqual({
      kind: 'TEKNIS',
      number: '',
      registration: '',
      lsp: 'LSP Kecantikan Contoh',
      licence: 'BNSP-LSP-0417-ID',
      scheme: 'Penata Rias Wajah',
      trades: ['TR'],
      issued: null,
      validUntil: null,
    })
  })
})

describe('draftOf', () => {
  it('is the certificate without its id, scan and verification', () => {
    expect(draftOf(held)).not.toHaveProperty('id')
    const { id, scan, verified } = held
    expect({ id, scan, verified, ...draftOf(held) }).toEqual(held)
  })
})
