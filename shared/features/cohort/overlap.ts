import type { PlainDate } from '../../kernel/plain-date.ts'

/** A period of a day, times as 'HH:MM'; the end is exclusive. */
export type Session = { date: PlainDate; start: string; end: string }

/** True if two sessions overlap. One that starts when the other ends does not. */
export function overlaps(a: Session, b: Session): boolean {
  return a.date === b.date && a.start < b.end && b.start < a.end
}
