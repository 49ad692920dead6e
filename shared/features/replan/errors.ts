import { type PlainDate, shortDay } from '../../kernel/plain-date.ts'

export const replanErrors = {
  shift_blocked: ({ problems }: { problems: { cohort: string; message: string }[] }) =>
    `Belum dapat diterapkan: ${problems.map(({ cohort, message }) => `${cohort}: ${message}`).join(' · ')}.`,
  /** A class cannot have a day off on a date on which it has met. */
  class_has_met: ({ cohort, n, date }: { cohort: string; n: number; date: PlainDate }) =>
    `${cohort} sudah berlatih ${shortDay(date)} (hari ke-${n}), jadi hari itu tidak dapat diliburkan.`,
}
