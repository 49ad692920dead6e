import type { TokenGroup } from './letter-tokens.ts'

/**
 * Kind of a part: 'line' is one line; 'text' one paragraph a line, with '# ' for headings and '1. ', 'a. ' or '- ' for points; 'points' one numbered
 * point a line; 'rows' lines 'label : value'.
 */
type LetterPartKind = 'line' | 'text' | 'points' | 'rows'

export type LetterPart = {
  key: string
  label: string
  hint?: string
  kind: LetterPartKind
  /** May be left empty. */
  optional?: boolean
  /** Limits where the paper has no more room: letters in a line, and number of lines. */
  longest?: number
  lines?: number
  /** The text of version 0. */
  builtIn: string
}

/** Fields typed for one class before printing. */
export type LetterField =
  | { key: 'number' | 'place'; kind: 'line'; label: string; hint?: string }
  | { key: 'date' | 'heldOn'; kind: 'date'; label: string; hint?: string }
  | { key: 'time'; kind: 'time'; label: string; hint?: string }
  | { key: 'officer'; kind: 'officer'; label: string; hint?: string }
  | { key: LetterExtra; kind: 'extra' | 'extra-lines'; label: string; hint?: string }

/** Values that only some letters use; the keys are stored. */
export const letterExtras = ['dibuka_oleh', 'ditutup_oleh', 'panitia', 'masalah', 'pemecahan', 'saran'] as const
export type LetterExtra = (typeof letterExtras)[number]

/** A letter with editable text: its parts, its fields for each class, and its tokens. */
export type LetterForm = {
  parts: readonly LetterPart[]
  fields: readonly LetterField[]
  tokens: readonly TokenGroup[]
}

/** Text of a letter by key of the part. */
export type LetterBody = Readonly<Record<string, string>>

export const numberField: LetterField = { key: 'number', kind: 'line', label: 'Nomor surat' }
export const dateField: LetterField = { key: 'date', kind: 'date', label: 'Tanggal surat' }
export const officerField: LetterField = { key: 'officer', kind: 'officer', label: 'Penanda tangan' }

export function builtInBody({ parts }: LetterForm): LetterBody {
  return Object.fromEntries(parts.map(part => [part.key, part.builtIn]))
}
