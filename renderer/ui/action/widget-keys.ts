import type { KeyHint } from './key-cap.tsx'
import { programKeys } from './program-keys.ts'

/** Hints for keys that a grid handles itself (ui/grid). */
export const gridKeys = {
  /** Letters of the cells, each with what it means in the same order. */
  letters: (keys: string, text: string): KeyHint => ({ keys: [...keys], text }),
  down: { keys: 'Enter', text: 'turun' },
  right: { keys: 'Tab', text: 'ke kanan' },
  fill: { keys: 'Ctrl D', text: 'isi ke bawah' },
  paste: { keys: 'Ctrl V', text: 'tempel dari Excel' },
  copy: { keys: ['Ctrl A', 'Ctrl C'], text: 'salin semua' },
  clear: { keys: 'Del', text: 'kosongkan' },
  /** Opens the choices of the cell. */
  pick: (text: string): KeyHint => ({ keys: programKeys.choices, text }),
  note: (text: string): KeyHint => ({ keys: 'F2', text }),
}

/** Hints for keys that a list handles itself. */
export const listKeys = {
  rows: (text: string): KeyHint => ({ keys: ['↑', '↓'], text }),
  cells: (text: string): KeyHint => ({ keys: ['←', '↑', '→', '↓'], text }),
  open: (text: string): KeyHint => ({ keys: 'Enter', text }),
  section: (text: string): KeyHint => ({ keys: 'Tab', text }),
  select: { keys: 'Spasi', text: 'pilih' },
  range: { keys: 'Shift ↓', text: 'rentang' },
  pages: (text: string): KeyHint => ({ keys: ['←', '→'], text }),
}

/** Hints for keys that fields handle themselves. */
export const fieldKeys = {
  next: { keys: 'Enter', text: 'kolom berikut' },
  choices: (text: string): KeyHint => ({ keys: programKeys.choices, text }),
}
