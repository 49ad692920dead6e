import { addYears, daysBetween, type PlainDate } from '../../kernel/plain-date.ts'

/** Competence in the trade, competence in training, and the right to assess (which does not allow teaching). */
export const credentialKinds = ['TEKNIS', 'METODOLOGI', 'ASESOR'] as const
export type CredentialKind = (typeof credentialKinds)[number]

/** Data that decides whether a BNSP certificate allows teaching. Both dates are included in the validity. */
export type CredentialFacts = {
  kind: CredentialKind
  issued: PlainDate
  validUntil: PlainDate
  /** Trade codes. Empty means every trade, except for TEKNIS, where it means none. */
  trades: readonly string[]
}

export type UncoveredReason =
  | { code: 'none'; kind: CredentialKind }
  | { code: 'other_trade'; kind: CredentialKind; trades: string[] }
  /** The next one starts on `date`. */
  | { code: 'not_yet_valid'; kind: CredentialKind; date: PlainDate }
  /** The last one ended on `date`, also if a later one starts after a gap. */
  | { code: 'expired'; kind: CredentialKind; date: PlainDate }

type UncoveredDay = { date: PlainDate; n: number; reason: UncoveredReason }

/** True if for every required kind a credential covers the trade and is valid on the day. */
export function permits(
  credentials: readonly CredentialFacts[],
  requiredKinds: readonly CredentialKind[],
  trade: string,
  date: PlainDate,
): boolean {
  return whyNot(credentials, requiredKinds, trade, date) === null
}

/** Days on which a person may not teach the trade, each with the first failing kind and the reason. */
export function uncoveredDays(
  credentials: readonly CredentialFacts[],
  requiredKinds: readonly CredentialKind[],
  trade: string,
  days: readonly { n: number; date: PlainDate }[],
): UncoveredDay[] {
  return days.flatMap(({ n, date }) => {
    const reason = whyNot(credentials, requiredKinds, trade, date)
    return reason ? [{ date, n, reason }] : []
  })
}

/** Days before the end from which a credential is amber or red. */
export const amberDays = 180
export const redDays = 60

export type Validity = {
  state: 'valid' | 'amber' | 'red' | 'expired' | 'future'
  /** From today to the last valid day: 0 on that day, then negative. */
  daysLeft: number
}

export function validity(credential: Pick<CredentialFacts, 'issued' | 'validUntil'>, today: PlainDate): Validity {
  const daysLeft = daysBetween(today, credential.validUntil)
  if (daysLeft < 0) return { state: 'expired', daysLeft }
  if (credential.issued > today) return { state: 'future', daysLeft }
  if (daysLeft <= redDays) return { state: 'red', daysLeft }
  return { state: daysLeft <= amberDays ? 'amber' : 'valid', daysLeft }
}

/** The usual end of validity: the same day some years later, 28 February for 29 February. */
export function defaultValidUntil(issued: PlainDate, years = 3): PlainDate {
  return addYears(issued, years)
}

function whyNot(
  credentials: readonly CredentialFacts[],
  requiredKinds: readonly CredentialKind[],
  trade: string,
  date: PlainDate,
): UncoveredReason | null {
  for (const kind of requiredKinds) {
    const ofKind = credentials.filter(credential => credential.kind === kind)
    const ofTrade = ofKind.filter(credential => covers(credential, trade))
    if (ofTrade.some(({ issued, validUntil }) => issued <= date && date <= validUntil)) continue
    if (ofKind.length === 0) return { code: 'none', kind }
    if (ofTrade.length === 0)
      return { code: 'other_trade', kind, trades: [...new Set(ofKind.flatMap(credential => credential.trades))] }
    const ended = ofTrade.map(credential => credential.validUntil).filter(end => end < date)
    const begins = ofTrade.map(credential => credential.issued).filter(start => start > date)
    const lastEnd = ended.toSorted().at(-1)
    const nextStart = begins.toSorted()[0]
    if (lastEnd) return { code: 'expired', kind, date: lastEnd }
    if (nextStart) return { code: 'not_yet_valid', kind, date: nextStart }
  }
  return null
}

/** A credential without trades covers every trade, except TEKNIS. */
export function covers({ kind, trades }: CredentialFacts, trade: string): boolean {
  return trades.includes(trade) || (kind !== 'TEKNIS' && trades.length === 0)
}
