import type { SignatureSpace } from '../pdf/page/signature-spaces.ts'
import type { Row } from '../pdf/table/table.ts'

/** People on a form of a class that nobody is in yet. */
export const placesOnForm = 16

/** Empty rows to be filled in by hand, numbered where `numbered`. */
export function blankRows(count: number, height: number, numbered = true): Row[] {
  return Array.from({ length: count }, (_, index) => ({ height, cells: [numbered ? String(index + 1) : ''] }))
}

/** A row for each person, or numbered rows to write on while there is nobody. */
export function rowsOrForm(rows: Row[], height: number): Row[] {
  return rows.length > 0 ? rows : blankRows(placesOnForm, height)
}

/** As rowsOrForm, in the signature column. */
export function spacesOrForm(spaces: SignatureSpace[]): SignatureSpace[] {
  if (spaces.length > 0) return spaces
  return Array.from({ length: placesOnForm }, (_, index) => ({ number: index + 1, remark: '' }))
}

/** How many rows rowsOrForm gives, for heights that depend on it. */
export function countOrForm(people: readonly unknown[]): number {
  return people.length || placesOnForm
}
