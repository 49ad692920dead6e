import { ceilingQuotient, roundedQuotient } from '../../kernel/quotient.ts'
import { isPresent, type Mark } from './mark.ts'

/** Days of presence that a minimum of whole percent asks for, rounded up: 80 % of 15 are 12. */
export function daysNeeded(minimumPercent: number, plannedDays: number): number {
  return ceilingQuotient(minimumPercent * plannedDays, 100)
}

/** Presence in hundredths of a percent of all planned days, rounded half up: 11 of 15 are 7333. */
export function attendancePercent(present: number, planned: number): number {
  return roundedQuotient(present * 10_000, planned)
}

/** First day that counts for somebody, and the last one for who left; day numbers from 1. */
export type AttendanceSpan = { joinedDay: number; leftAfterDay: number | null }

type Tally = {
  counts: Record<Mark, number>
  /** H and T together. */
  present: number
  planned: number
  /** Hundredths of a percent of all planned days, not of those held so far. */
  percent: number
  /** Day numbers that need a mark and have none. */
  missing: number[]
  /** Presence at the end if every open day is attended: days without a mark and days that have not come. */
  stillPossible: number
}

/**
 * Counts the marks of one person. `marks` holds one entry a day from day 1 to the last day that should be filled in by now;
 * days after it have not come yet and are not missing. Days outside the span need no mark, and one there is not counted.
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
  /** Enough days are left to miss `days` of them. */
  | { kind: 'can_miss'; days: number }
  | { kind: 'must_attend_all' }
  /** `short` days are missing even if every open day is attended. */
  | { kind: 'out_of_reach'; short: number }

/** Whether the days needed (see daysNeeded) can still be reached. */
export function outlook({ present, stillPossible }: Tally, needed: number): Outlook {
  if (present >= needed) return { kind: 'reached' }
  const spare = stillPossible - needed
  if (spare < 0) return { kind: 'out_of_reach', short: -spare }
  return spare === 0 ? { kind: 'must_attend_all' } : { kind: 'can_miss', days: spare }
}

/** What can still become of somebody's presence, for a tally whose best is `stillPossible` of `needed` days. */
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
