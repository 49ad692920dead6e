import type { PaperKey } from '../../facts/paper-key.ts'
import { keysOf } from '../../kernel/keys-of.ts'

/** On one side of a sheet, or on both, turned over its long or its short edge. */
const sideLabels = {
  SINGLE: 'Satu sisi',
  LONG: 'Bolak-balik, balik sisi panjang',
  SHORT: 'Bolak-balik, balik sisi pendek',
}
export type Sides = keyof typeof sideLabels
export const sideWays = keysOf(sideLabels)

export function sidesLabel(sides: Sides): string {
  return sideLabels[sides]
}

/** A certificate lies across and is turned like a leaf of a book; all else has one side unless somebody chose otherwise. */
export function usualSides(key: PaperKey): Sides {
  return key === 'certificate' ? 'SHORT' : 'SINGLE'
}
