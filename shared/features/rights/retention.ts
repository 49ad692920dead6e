import { addYears, type PlainDate } from '../../kernel/plain-date.ts'

export type HeldCohort = { title: string; end: PlainDate }

/**
 * Whether somebody may be made anonymous today.
 *
 * RETENTION: the years that the centre keeps data have passed since the last class ended. REQUEST: the person never had a place in a class
 * that took place, so no budget and no certificate has to be accounted for. Otherwise the latest class keeps the data until a day.
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

/** Withdrawal of consent: what UU 27/2022 leaves for stopping, 3 × 24 hours. */
export const daysToStop = 3
