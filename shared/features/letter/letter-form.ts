import type { TokenGroup } from './letter-tokens.ts'

/**
 * How a part is typed and read: 'line' is one line; 'text' a paragraph a line, where '# ' begins a heading and '1. ', 'a. ' or
 * '- ' a hanging point; 'points' one point a line, numbered by the paper; 'rows' lines 'label : value'.
 */
type LetterPartKind = 'line' | 'text' | 'points' | 'rows'

export type LetterPart = {
  key: string
  label: string
  hint?: string
  kind: LetterPartKind
  /** May be left empty. */
  optional?: boolean
  /** Letters in the longest line and lines at most, where the paper has no room for more. */
  longest?: number
  lines?: number
  /** Version 0. */
  builtIn: string
}

/** What is typed for one class before the letter is printed. */
export type LetterField =
  | { key: 'number' | 'place'; kind: 'line'; label: string; hint?: string }
  | { key: 'date' | 'heldOn'; kind: 'date'; label: string; hint?: string }
  | { key: 'time'; kind: 'time'; label: string; hint?: string }
  | { key: 'officer'; kind: 'officer'; label: string; hint?: string }
  | { key: LetterExtra; kind: 'extra' | 'extra-lines'; label: string; hint?: string }

/** Values that only some letters ask for; the keys are stored. */
export const letterExtras = ['dibuka_oleh', 'ditutup_oleh', 'panitia', 'masalah', 'pemecahan', 'saran'] as const
export type LetterExtra = (typeof letterExtras)[number]

/** A letter as the office may word it: its parts, what is typed for each class, and which tokens it knows. */
export type LetterForm = {
  parts: readonly LetterPart[]
  fields: readonly LetterField[]
  tokens: readonly TokenGroup[]
}

/** The words of a letter by the key of the part. */
export type LetterBody = Readonly<Record<string, string>>

export const numberField: LetterField = { key: 'number', kind: 'line', label: 'Nomor surat' }
export const dateField: LetterField = { key: 'date', kind: 'date', label: 'Tanggal surat' }
export const officerField: LetterField = { key: 'officer', kind: 'officer', label: 'Penanda tangan' }

export function builtInBody({ parts }: LetterForm): LetterBody {
  return Object.fromEntries(parts.map(part => [part.key, part.builtIn]))
}
