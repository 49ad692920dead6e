import type { KeyHint } from './key-cap.tsx'

/** Hints for keys that a grid handles itself (ui/grid). */
export const gridKeys = {
  down: { keys: 'Enter', text: 'turun' },
  right: { keys: 'Tab', text: 'ke kanan' },
  fill: { keys: 'Ctrl D', text: 'isi ke bawah' },
  paste: { keys: 'Ctrl V', text: 'tempel dari Excel' },
  copy: { keys: ['Ctrl A', 'Ctrl C'], text: 'salin semua' },
  clear: { keys: 'Del', text: 'kosongkan' },
  /** Opens the choices of the cell. */
  pick: (text: string): KeyHint => ({ keys: 'F4', text }),
  note: (text: string): KeyHint => ({ keys: 'F2', text }),
}

/** Hints for keys that a list handles itself. */
export const listKeys = {
  rows: (text: string): KeyHint => ({ keys: ['↑', '↓'], text }),
  pages: (text: string): KeyHint => ({ keys: ['←', '→'], text }),
}
