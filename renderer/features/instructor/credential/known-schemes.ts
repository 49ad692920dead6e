import type { CredentialDraft, InstructorRow } from '../../../../shared/features/instructor/contract.ts'
import { foldName } from '../../../../shared/features/trainee/name/name.ts'

/** A scheme that was recorded before: its trades, and its LSP. */
export type KnownScheme = Pick<CredentialDraft, 'scheme' | 'kind' | 'trades' | 'lsp' | 'licence'>

/** One entry for each scheme and kind, from the latest certificate; sorted by name. */
export function knownSchemes(instructors: readonly Pick<InstructorRow, 'credentials'>[]): KnownScheme[] {
  const credentials = instructors.flatMap(instructor => instructor.credentials)
  const newestFirst = credentials.toSorted((a, b) => (a.issued < b.issued ? 1 : -1))
  const known = new Map<string, KnownScheme>()
  for (const { scheme, kind, trades, lsp, licence } of newestFirst) {
    const key = `${kind} ${foldName(scheme)}`
    if (!known.has(key)) known.set(key, { scheme, kind, trades, lsp, licence })
  }
  return [...known.values()].toSorted((a, b) => a.scheme.localeCompare(b.scheme, 'id'))
}

export function findScheme(
  schemes: readonly KnownScheme[],
  { kind, scheme }: Pick<CredentialDraft, 'kind' | 'scheme'>,
): KnownScheme | undefined {
  const folded = foldName(scheme)
  return schemes.find(known => known.kind === kind && foldName(known.scheme) === folded)
}

export function sameTrades(a: readonly string[], b: readonly string[]): boolean {
  return a.toSorted().join() === b.toSorted().join()
}
