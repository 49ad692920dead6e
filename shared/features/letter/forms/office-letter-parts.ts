import type { LetterPart } from '../letter-form.ts'

/** Rows under the number of an office letter: Sifat, Lampiran, Hal. */
export function letterHead(builtIn: string): LetterPart {
  const hint = 'Di bawah Nomor; sebaris “label : isi”.'
  return { key: 'kepala', label: 'Kepala surat', lines: 5, longest: 120, hint, kind: 'rows', builtIn }
}

/** Whom an office letter is for. */
export function letterTo(builtIn: string): LetterPart {
  return { key: 'kepada', label: 'Kepada', lines: 8, longest: 120, kind: 'text', builtIn }
}
