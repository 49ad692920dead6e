import type { Applicant } from '../../../../shared/features/registration/contract.ts'
import type { Outcome } from '../../../../shared/features/registration/registration.ts'

export type RankingGroupKey = Outcome | 'open' | 'withdrawn'
export type RankingGroup = { key: RankingGroupKey; rows: Applicant[] }

const keys: readonly RankingGroupKey[] = ['accepted', 'reserve', 'rejected', 'open', 'withdrawn']

/** Applicants grouped by result, each group in the order of the ranking; without empty groups. */
export function rankingGroups(applicants: readonly Applicant[]): RankingGroup[] {
  const keyOf = (one: Applicant): RankingGroupKey =>
    one.decision ?? (one.standing === 'withdrawn' ? 'withdrawn' : 'open')
  return keys
    .map(key => ({ key, rows: applicants.filter(one => keyOf(one) === key) }))
    .filter(group => group.rows.length > 0)
}
