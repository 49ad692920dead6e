import type { PlainDate } from '../../kernel/plain-date.ts'
import { type CredentialFacts, type CredentialKind, type Validity, validity } from './credential.ts'

/** State of one required kind of credential. */
export type Standing<Credential extends CredentialFacts = CredentialFacts> =
  | { kind: CredentialKind; state: 'none' }
  | ({ kind: CredentialKind; credential: Credential } & Validity)

/**
 * The worst state of the required kinds. Within a kind the credential that ends last counts, for TEKNIS the one that ends last in each trade: a
 * renewal replaces the older certificate, but an expired trade is not covered by another one.
 */
export function worstStanding<Credential extends CredentialFacts>(
  credentials: readonly Credential[],
  requiredKinds: readonly CredentialKind[],
  today: PlainDate,
): Standing<Credential> | null {
  const standings = requiredKinds.flatMap((kind): Standing<Credential>[] => {
    const lasting = lastingCredentials(credentials.filter(credential => credential.kind === kind))
    if (lasting.length === 0) return [{ kind, state: 'none' }]
    return lasting.map(credential => ({ kind, credential, ...validity(credential, today) }))
  })
  return standings.toSorted(compareStandings)[0] ?? null
}

const order = ['expired', 'none', 'red', 'amber', 'future', 'valid'] as const

/** Worst first: expired, none, ending soon. */
export function compareStandings(a: Standing, b: Standing): number {
  const rank = order.indexOf(a.state) - order.indexOf(b.state)
  if (rank !== 0 || a.state === 'none' || b.state === 'none') return rank
  return a.daysLeft - b.daysLeft
}

/** Of one kind, the credential that ends last in each trade; a single one if no trade is named. */
export function lastingCredentials<Credential extends CredentialFacts>(
  credentials: readonly Credential[],
): Credential[] {
  const byTrade = new Map<string, Credential>()
  for (const credential of credentials) {
    for (const trade of credential.trades.length > 0 ? credential.trades : ['']) {
      const known = byTrade.get(trade)
      if (!known || known.validUntil < credential.validUntil) byTrade.set(trade, credential)
    }
  }
  return [...new Set(byTrade.values())]
}
