import { addYears, type PlainDate } from '../../kernel/plain-date.ts'

export type HeldCohort = { title: string; end: PlainDate }

/**
 * Whether a person may be anonymised today. RETENTION: the retention period after the last class has passed. REQUEST: the person never had a place in
 * a class that took place, so nothing must be accounted for. Otherwise the day until which the latest class requires the data.
 */
export type AnonymityGround =
  | { ground: 'RETENTION'; since: PlainDate }
  | { ground: 'REQUEST' }
  | { ground: null; cohort: string; until: PlainDate }

export function anonymityGround(
  classes: readonly HeldCohort[],
  retentionYears: number,
  today: PlainDate,
): AnonymityGround {
  const last = classes.reduce<HeldCohort | null>(
    (latest, one) => (latest === null || one.end > latest.end ? one : latest),
    null,
  )
  if (last === null) return { ground: 'REQUEST' }
  const until = addYears(last.end, retentionYears)
  return until < today ? { ground: 'RETENTION', since: until } : { ground: null, cohort: last.title, until }
}

/** Deadline after withdrawal of consent in UU 27/2022: 3 × 24 hours. */
export const daysToStop = 3
