import { ceilingQuotient, roundedQuotient } from '../../kernel/quotient.ts'
import { isPresent, type Mark } from './mark.ts'

/** Days of presence needed for a minimum in whole percent, rounded up: 80 % of 15 are 12. */
export function daysNeeded(minimumPercent: number, plannedDays: number): number {
  return ceilingQuotient(minimumPercent * plannedDays, 100)
}

/** Presence in hundredths of a percent of all planned days, rounded half up: 11 of 15 are 7333. */
export function attendancePercent(present: number, planned: number): number {
  return roundedQuotient(present * 10_000, planned)
}

/** First day that counts for a person, and the last one for people who left; numbers from 1. */
export type AttendanceSpan = { joinedDay: number; leftAfterDay: number | null }

type Tally = {
  counts: Record<Mark, number>
  /** H and T together. */
  present: number
  planned: number
  /** Hundredths of a percent of all planned days, not of those held so far. */
  percent: number
  /** Numbers of days that need a mark and have none. */
  missing: number[]
  /** Presence if every remaining day is attended: days without a mark and coming days. */
  stillPossible: number
}

/**
 * Counts the marks of a person. `marks` has one entry for each day from day 1 to the last that should be filled by now; later days are not missing.
 * Days outside the span need no mark, and marks there do not count.
 */
export function tally(marks: readonly (Mark | null)[], planned: number, span: AttendanceSpan): Tally {
  if (marks.length > planned) throw new RangeError(`${marks.length} marks of ${planned} days`)
  const last = Math.min(planned, span.leftAfterDay ?? planned)
  const counts: Record<Mark, number> = { H: 0, S: 0, I: 0, A: 0, T: 0 }
  const missing: number[] = []
  let present = 0
  let open = 0
  for (let n = Math.max(1, span.joinedDay); n <= last; n += 1) {
    const mark = marks[n - 1] ?? null
    if (mark === null) {
      open += 1
      if (n <= marks.length) missing.push(n)
    } else {
      counts[mark] += 1
      if (isPresent(mark)) present += 1
    }
  }
  return {
    counts,
    present,
    planned,
    percent: attendancePercent(present, planned),
    missing,
    stillPossible: present + open,
  }
}

export type Outlook =
  | { kind: 'reached' }
  /** `days` more days can be missed. */
  | { kind: 'can_miss'; days: number }
  | { kind: 'must_attend_all' }
  /** `short` days are missing even if all remaining days are attended. */
  | { kind: 'out_of_reach'; short: number }

/** Whether the needed days (see daysNeeded) can still be reached. */
export function outlook({ present, stillPossible }: Tally, needed: number): Outlook {
  if (present >= needed) return { kind: 'reached' }
  const spare = stillPossible - needed
  if (spare < 0) return { kind: 'out_of_reach', short: -spare }
  return spare === 0 ? { kind: 'must_attend_all' } : { kind: 'can_miss', days: spare }
}

/** Text of the outlook; `stillPossible` of `needed` days. */
export function formatOutlook(outlook: Outlook, stillPossible: number, needed: number): string {
  switch (outlook.kind) {
    case 'reached':
      return 'sudah cukup'
    case 'can_miss':
      return `boleh absen ${outlook.days} hari lagi`
    case 'must_attend_all':
      return 'tak boleh absen lagi'
    case 'out_of_reach':
      return `paling banyak ${stillPossible} dari ${needed} hari yang perlu`
  }
}
