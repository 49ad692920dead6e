import { longDate } from '../kernel/date-format.ts'
import type { PlainDate } from '../kernel/plain-date.ts'

/** What papers name of the history: a day that was over and signed, and eight characters of where it ended. */
export type HistoryMark = { day: PlainDate; code: string }

/** Enough that nobody finds another history with it in years, and can be typed. @param head 64 hexadecimal digits */
export function historyCode(head: string): string {
  return head.slice(0, 8).toUpperCase()
}

/** For the foot of a paper, so that it proves the data: 'Riwayat 9 Januari 2025: 3F9A1C22'. '' while no day was signed. */
export function historyFoot(mark: HistoryMark | null): string {
  return mark ? `Riwayat ${longDate(mark.day)}: ${mark.code}` : ''
}
