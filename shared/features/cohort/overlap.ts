import type { PlainDate } from '../../kernel/plain-date.ts'

/** A stretch of one day, times as 'HH:MM'; the end is the first minute that is free again. */
export type Session = { date: PlainDate; start: string; end: string }

/** True when two sessions need the same person or room at once. One that starts as the other ends does not. */
export function overlaps(a: Session, b: Session): boolean {
  return a.date === b.date && a.start < b.end && b.start < a.end
}
