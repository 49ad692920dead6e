/** Sources of money. DIF is dana insentif fiskal, granted for one of two purposes. */
export const fundingSources = ['DIF_POVERTY', 'DIF_STUNTING', 'APBD', 'APBN'] as const
export type FundingSource = (typeof fundingSources)[number]

const names: Record<FundingSource, string> = {
  DIF_POVERTY: 'DIF Kemiskinan Ekstrem',
  DIF_STUNTING: 'DIF Stunting',
  APBD: 'APBD',
  APBN: 'APBN',
}

export function fundingSourceName(source: FundingSource): string {
  return names[source]
}

const letterNames: Record<FundingSource, string> = {
  DIF_POVERTY: 'Insentif Fiskal (Kemiskinan Ekstrem)',
  DIF_STUNTING: 'Insentif Fiskal (Stunting)',
  APBD: 'APBD',
  APBN: 'APBN',
}

/** The source as printed on papers of a class. */
export function fundingSourceOnPapers(source: FundingSource): string {
  return letterNames[source]
}

export function isFundingSource(value: unknown): value is FundingSource {
  return fundingSources.some(source => source === value)
}

export function isIncentive(source: FundingSource): boolean {
  return source === 'DIF_POVERTY' || source === 'DIF_STUNTING'
}
