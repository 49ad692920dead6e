import type { LetterPart } from '../letter-form.ts'

/** Rows under the number of an office letter: Sifat, Lampiran, Hal. */
export function letterHead(builtIn: string): LetterPart {
  const hint = 'Di bawah Nomor; sebaris “label : isi”.'
  return { key: 'kepala', label: 'Kepala surat', lines: 5, longest: 120, hint, kind: 'rows', builtIn }
}

/** The addressee of an office letter. */
export function letterTo(builtIn: string): LetterPart {
  return { key: 'kepada', label: 'Kepada', lines: 8, longest: 120, kind: 'text', builtIn }
}

export function titlePart(builtIn: string): LetterPart {
  return { key: 'judul', label: 'Judul', kind: 'line', longest: 60, builtIn }
}

/** One paragraph a line. */
export function textPart(key: string, label: string, lines: readonly string[]): LetterPart {
  return { key, label, kind: 'text', builtIn: lines.join('\n') }
}

export function pointsPart(key: string, label: string, lines: readonly string[]): LetterPart {
  const hint = 'Satu butir sebaris; nomornya dicetak sendiri.'
  return { key, label, hint, kind: 'points', builtIn: lines.join('\n') }
}

/** Event, date and place as indented rows. */
export function eventRows(label: string, lines: readonly string[]): LetterPart {
  const hint = 'Sebaris “label : isi”.'
  return { key: 'acara', label, lines: 8, longest: 300, hint, kind: 'rows', builtIn: lines.join('\n') }
}

export const noCopies: LetterPart = {
  key: 'tembusan',
  label: 'Tembusan',
  hint: 'Boleh kosong.',
  lines: 10,
  longest: 150,
  kind: 'points',
  optional: true,
  builtIn: '',
}
