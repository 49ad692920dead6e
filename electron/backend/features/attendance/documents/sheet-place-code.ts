import type { QrCode } from '../../../pdf/qr-code.ts'
import { sheetCode } from './sheet-code.ts'

/** The sheet of a week of the class, or of morning and afternoon of one day. */
export type SheetPlace = { kind: 'week'; week: number } | { kind: 'sessions'; n: number }

/**
 * As sheetCode, with a place instead of the day: 'B1.TR2403.W21.02' is the second week, 'B1.TR2403.SF1.02' morning and afternoon of day 15.
 * Null where it does not fit into two characters.
 */
export function sheetPlaceCode(classCode: string, place: SheetPlace, page: number, planVersion: number): QrCode | null {
  const code = sheetCode(classCode, 0, page, planVersion)
  const where = placeCode(place)
  return code === null || where === null ? null : { ...code, text: code.text.replace('.00', `.${where}`) }
}

function placeCode(place: SheetPlace): string | null {
  if (place.kind === 'week') return place.week <= 9 ? `W${place.week}` : null
  return place.n <= 35 ? `S${place.n.toString(36).toUpperCase()}` : null
}
