import { longDate, type PlainDate } from '../kernel/plain-date.ts'

/** Reference to the history on a paper: a signed day, and eight characters of its hash. */
export type HistoryMark = { day: PlainDate; code: string }

/** Long enough that no other history with it can be made within years, and short enough to type. @param head 64 hexadecimal digits */
export function historyCode(head: string): string {
  return head.slice(0, 8).toUpperCase()
}

/** Footer of a paper that proves its data: 'Riwayat 9 Januari 2025: 3F9A1C22'. '' while no day is signed. */
export function historyFoot(mark: HistoryMark | null): string {
  return mark ? `Riwayat ${longDate(mark.day)}: ${mark.code}` : ''
}
