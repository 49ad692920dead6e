import type { PaperKey } from '../../facts/paper-key.ts'
import { keysOf } from '../../kernel/keys-of.ts'

/** One side, or both sides turned over the long or the short edge. */
const sideLabels = {
  SINGLE: 'Satu sisi',
  LONG: 'Bolak-balik, balik sisi panjang',
  SHORT: 'Bolak-balik, balik sisi pendek',
}
export type Sides = keyof typeof sideLabels
export const sidesChoices = keysOf(sideLabels)

export function sidesLabel(sides: Sides): string {
  return sideLabels[sides]
}

/** Certificates are landscape and turned like a page of a book; all others have one side by default. */
export function usualSides(key: PaperKey): Sides {
  return key === 'certificate' ? 'SHORT' : 'SINGLE'
}
