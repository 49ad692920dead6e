import type { Credential, CredentialDraft } from '../../../../shared/features/instructor/contract.ts'
import { defaultValidUntil } from '../../../../shared/features/instructor/credential.ts'
import { daysBetween, type PlainDate } from '../../../../shared/kernel/plain-date.ts'
import { findScheme, type KnownScheme, sameTrades } from './known-schemes.ts'

/** Values of the form of a credential. */
export type CredentialValues = Omit<CredentialDraft, 'issued' | 'validUntil'> & {
  issued: PlainDate | null
  validUntil: PlainDate | null
}

export const newCredential: CredentialValues = {
  kind: 'TEKNIS',
  number: '',
  registration: '',
  lsp: '',
  licence: '',
  scheme: '',
  trades: [],
  issued: null,
  validUntil: null,
}

export function draftOf({ id: _, scan: __, verified: ___, ...draft }: Credential): CredentialDraft {
  return draft
}

/** A renewal gets new numbers and dates; everything else stays. */
export function renewalOf({ kind, lsp, licence, scheme, trades }: Credential): CredentialValues {
  return { ...newCredential, kind, lsp, licence, scheme, trades }
}

/** Sets the end by the day of issue until it is typed: most certificates print only "3 tahun". */
export function withIssued(values: CredentialValues, issued: PlainDate | null): CredentialValues {
  const before = values.issued && defaultValidUntil(values.issued)
  const follows = values.validUntil === null || values.validUntil === before
  return { ...values, issued, validUntil: follows ? issued && defaultValidUntil(issued) : values.validUntil }
}

/** Most days of a validity that is asked about. */
export const longestShort = 179

/** Number of days of validity, both ends included, if it is implausibly short: BNSP grants three years. */
export function shortValidity({ issued, validUntil }: Pick<CredentialValues, 'issued' | 'validUntil'>): number | null {
  if (issued === null || validUntil === null || validUntil < issued) return null
  const days = daysBetween(issued, validUntil) + 1
  return days <= longestShort ? days : null
}

/** A known scheme fills in its trades and LSP. Both follow the scheme until they are edited. */
export function withScheme(
  values: CredentialValues,
  scheme: string,
  schemes: readonly KnownScheme[],
): CredentialValues {
  const before = findScheme(schemes, values)
  const after = findScheme(schemes, { kind: values.kind, scheme })
  const followed = (path: 'lsp' | 'licence') => values[path] === '' || values[path] === before?.[path]
  return {
    ...values,
    scheme,
    trades: after && sameTrades(values.trades, before?.trades ?? []) ? after.trades : values.trades,
    lsp: after && followed('lsp') ? after.lsp : values.lsp,
    licence: after && followed('licence') ? after.licence : values.licence,
  }
}

/** What opens the form of a credential. */
export type CredentialForm = {
  title: string
  /** The credential to edit; null for a new one or a renewal. */
  credential: Credential | null
  initial: CredentialValues
}
