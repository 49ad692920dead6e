import { colours, type Sheet } from '../sheet.ts'
import { cellPadding, edgesOf, type Row, rules, type Table } from '../table/table.ts'
import { fitSize } from '../text/text-measure.ts'

/** What is printed in the signature column for one signer: a numbered dotted line, or a remark instead. */
export type SignatureSpace = { number: number; remark: string }

/** Distance of the dotted line from the bottom of its row, in mm. */
export const dotsAbove = 1.8

/** Distances of the number and the dotted line from the edges of one half of the column, in mm. */
export function signatureInset(half: number): { number: number; dots: number; end: number } {
  return half < 30 ? { number: 2, dots: 6.6, end: 2.3 } : { number: 3, dots: 9, end: 4.2 }
}

/** Fills the last column or columns in a zig-zag: see drawZigzag. */
export function drawSignatureSpaces(
  sheet: Sheet,
  table: Table,
  rows: readonly Row[],
  spaces: readonly SignatureSpace[],
  x: number,
  y: number,
): void {
  const edges = edgesOf(table, x).slice(-1 - (table.zigzags ?? 1))
  for (const [index, right] of edges.slice(1).entries())
    drawZigzag(sheet, rows, spaces, { left: edges[index] ?? x, right, y })
}

/**
 * Odd rows sign in the left half, even rows in the right half. No rule divides the two rows of a pair, so each signer has twice the height of a row.
 */
function drawZigzag(
  sheet: Sheet,
  rows: readonly Row[],
  spaces: readonly SignatureSpace[],
  { left, right, y }: { left: number; right: number; y: number },
): void {
  const half = (right - left) / 2
  const inset = signatureInset(half)
  let top = y
  rows.forEach((row, index) => {
    const bottom = top + row.height
    const start = index % 2 === 0 ? left : left + half
    const space = spaces[index]
    if (space?.remark) {
      const style = { face: 'arimo-italic', size: 8, colour: colours.grey } as const
      const size = fitSize(space.remark, style, 7.5, half - 2 * cellPadding)
      sheet.text(space.remark, start + half / 2, bottom - 2.8, { ...style, size, align: 'center' })
    } else if (space) {
      sheet.decorate(() =>
        sheet.text(`${space.number}.`, start + inset.number, bottom - 2.3, { face: 'arimo', size: 9 }),
      )
      sheet.dots(start + inset.dots, start + half - inset.end, bottom - dotsAbove)
    }
    const endsPair = index % 2 === 1
    if (endsPair && index < rows.length - 1) sheet.line(left, bottom, right, bottom, rules.inner)
    top = bottom
  })
  if (rows.length > 0) sheet.line(left + half, y, left + half, top, rules.inner)
}
