import { isPlainDate, longDate } from '../../kernel/plain-date.ts'
import { showTime } from '../../kernel/time.ts'

/** A part of all data about a person, used for the paper and for the machine-readable file. */
export type PersonSection = { title: string } & (
  | { facts: readonly { label: string; value: string }[] }
  /** Columns with their share of the width. */
  | { columns: readonly { head: string; share: number }[]; rows: readonly (readonly string[])[] }
)

/** A section of rows under heads, each with its share of the width. A head must not be a whole number, because JavaScript would sort it first. */
export function tableSection(
  title: string,
  heads: Readonly<Record<string, number>>,
  rows: readonly (readonly string[])[],
): PersonSection {
  return { title, columns: Object.entries(heads).map(([head, share]) => ({ head, share })), rows }
}

/** Formats a stored date as a long one; other text is returned as it is. */
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
