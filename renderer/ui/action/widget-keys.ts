import type { KeyHint } from './key-cap.tsx'

/** Keys that a grid hears by itself (ui/grid), as hints below it. */
export const gridKeys = {
  down: { keys: 'Enter', text: 'turun' },
  right: { keys: 'Tab', text: 'ke kanan' },
  fill: { keys: 'Ctrl D', text: 'isi ke bawah' },
  paste: { keys: 'Ctrl V', text: 'tempel dari Excel' },
  clear: { keys: 'Del', text: 'kosongkan' },
  /** Opens what belongs to the cell. */
  pick: (text: string): KeyHint => ({ keys: 'F4', text }),
  note: (text: string): KeyHint => ({ keys: 'F2', text }),
}

/** Keys that a list hears by itself: rows above each other, or pages beside each other. */
export const listKeys = {
  rows: (text: string): KeyHint => ({ keys: ['↑', '↓'], text }),
  pages: (text: string): KeyHint => ({ keys: ['←', '→'], text }),
}
