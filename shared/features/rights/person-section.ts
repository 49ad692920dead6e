import { longDate } from '../../kernel/date-format.ts'
import { isPlainDate } from '../../kernel/plain-date.ts'
import { showTime } from '../../kernel/time.ts'

/** One part of everything that is held about a person: the same for the paper and for the file that a program reads. */
export type PersonSection = { title: string } & (
  | { facts: readonly { label: string; value: string }[] }
  /** Columns with their share of the width. */
  | { columns: readonly { head: string; share: number }[]; rows: readonly (readonly string[])[] }
)

/** A section of rows under heads, each head with its share of the width. No head is a whole number: those would come first. */
export function tableSection(
  title: string,
  heads: Readonly<Record<string, number>>,
  rows: readonly (readonly string[])[],
): PersonSection {
  return { title, columns: Object.entries(heads).map(([head, share]) => ({ head, share })), rows }
}

/** A stored date as a long one; text that is no date stays as it is. */
export function formatDate(text: string | null): string {
  return text !== null && isPlainDate(text) ? longDate(text) : (text ?? '')
}

/** '2024-12-10T08:00:00' as '10 Desember 2024 08.00' */
export function formatMoment(at: string): string {
  return `${formatDate(at.slice(0, 10))} ${showTime(at.slice(11, 16))}`
}

export function formatRecorded({ at, by }: { at: string; by: string }): string {
  return `${formatMoment(at)}, ${by}`
}
