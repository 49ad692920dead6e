import type { SheetPlace } from '../../../shared/features/attendance/sheet-code.ts'
import { dotsAbove, signatureInset } from '../pdf/page/signature-spaces.ts'
import type { Box } from '../pdf/picture/placed-picture.ts'
import type { DrawnPaper } from '../pdf/sheet.ts'
import type { PlacedRow } from '../pdf/table/table-pages.ts'

export type Session = 'pagi' | 'siang'

/** Person and day of a signature box; without `session` for the whole day. */
export type Signer = { position: number; n: number; session?: Session }

/** A signature box in mm from the top left, and printed areas in it that must not be taken for ink. */
export type SignatureBox = Signer & { box: Box; printed: Box[] }

/** One page to be scanned later, as printed. */
export type ReturningSheet = {
  place: SheetPlace
  /** From 1. */
  page: number
  /** Size of the sheet in mm. */
  width: number
  height: number
  /** The code. */
  code: Box
  boxes: SignatureBox[]
}

export type ReturningPaper = DrawnPaper & { sheets: ReturningSheet[] }

/** No spread: that would evaluate the getter that writes the file. */
export function returningPaper(paper: DrawnPaper, sheets: ReturningSheet[]): ReturningPaper {
  return Object.assign(paper, { sheets })
}

/** Mm to stay clear of lines: they may be 0.5 mm wide, and a scan is straight within some tenths. */
const clear = 0.8

/** A separate cell for each signature. */
export function cellBox(
  signer: Signer,
  { left, right, top, height }: { left: number; right: number; top: number; height: number },
): SignatureBox {
  const box = { x: left + clear, y: top + clear, width: right - left - 2 * clear, height: height - 2 * clear }
  return { ...signer, box, printed: [] }
}

/** The boxes of a zig-zag column: odd numbers sign left, even ones right, each over the height of two rows. Rows without a signer have none. */
export function zigzagBoxes(
  column: { left: number; right: number },
  rows: readonly (PlacedRow & { signer: Signer | null })[],
): SignatureBox[] {
  const half = (column.right - column.left) / 2
  const inset = signatureInset(half)
  return rows.flatMap(({ top, height, signer }, index) => {
    if (!signer) return []
    const isLeft = index % 2 === 0
    const partner = rows[isLeft ? index + 1 : index - 1]
    const start = column.left + (isLeft ? 0 : half)
    const bottom = top + height
    const pairTop = isLeft ? top : top - (partner?.height ?? 0)
    const pairBottom = isLeft ? bottom + (partner?.height ?? 0) : bottom
    const box = {
      x: start + clear,
      y: pairTop + clear,
      width: half - 2 * clear,
      height: pairBottom - pairTop - 2 * clear,
    }
    const number = { x: start, y: bottom - 5.6, width: inset.dots, height: 4.4 }
    const dots = {
      x: start + inset.dots - 0.5,
      y: bottom - dotsAbove - 0.45,
      width: half - inset.dots - inset.end + 1,
      height: 0.9,
    }
    return [{ ...signer, box, printed: [number, dots] }]
  })
}
