import type { SignatureSpace } from '../pdf/page/signature-spaces.ts'
import type { Row } from '../pdf/table/table.ts'

/** People on a form of a class without trainees. */
export const placesOnForm = 16

/** Empty rows to fill in by hand, numbered if `numbered`. */
export function blankRows(count: number, height: number, numbered = true): Row[] {
  return Array.from({ length: count }, (_, index) => ({ height, cells: [numbered ? String(index + 1) : ''] }))
}

/** A row for each person, or numbered blank rows. */
export function rowsOrForm(rows: Row[], height: number): Row[] {
  return rows.length > 0 ? rows : blankRows(placesOnForm, height)
}

/** Like rowsOrForm, for the signature column. */
export function spacesOrForm(spaces: SignatureSpace[]): SignatureSpace[] {
  if (spaces.length > 0) return spaces
  return Array.from({ length: placesOnForm }, (_, index) => ({ number: index + 1, remark: '' }))
}

/** Number of rows of rowsOrForm. */
export function countOrForm(people: readonly unknown[]): number {
  return people.length || placesOnForm
}
