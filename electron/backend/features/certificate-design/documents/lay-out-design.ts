import type { DrawnCertificateFacts } from '../../../../../shared/features/certificate/certificate-facts.ts'
import {
  type Design,
  type DesignBlock,
  sheetHeight,
  sheetWidth,
  type TextBlock,
  unprintable,
} from '../../../../../shared/features/certificate-design/design.ts'
import { officialBlock, placeAndDate } from '../../../paper-kit/signature-blocks.ts'
import { type SignatureBlock, type SignatureStyle, signatureBounds } from '../../../pdf/page/signatures.ts'
import { designValues } from './design-values.ts'
import { heightOf, layOutText, type PlacedText } from './lay-out-text.ts'

/** In mm. */
type Bounds = { left: number; top: number; right: number; bottom: number }

export type PlacedBlock = { x: number; y: number; bounds: Bounds } & (
  | { block: TextBlock; text: PlacedText }
  | { block: Extract<DesignBlock, { kind: 'signatory' }>; signature: SignatureBlock; style: SignatureStyle }
  | { block: Exclude<DesignBlock, { kind: 'text' | 'signatory' }> }
)

export type LayoutProblem =
  | { code: 'outside' | 'too_long'; key: string }
  | { code: 'overlap'; key: string; other: string }

/** The visible blocks of the front with their positions. */
export function layOutDesign(design: Design, facts: DrawnCertificateFacts): PlacedBlock[] {
  const values = designValues(facts)
  const isTwo = facts.acknowledger !== null
  const ends = new Map<string, number>()
  const placed: PlacedBlock[] = []
  for (const block of design.blocks) {
    const hidden = !block.on || (isTwo && block.two === 'hidden')
    const { x, y } = isTwo && block.two !== null && block.two !== 'hidden' ? block.two : block
    if (block.kind === 'text') {
      const before = block.after ? (ends.get(block.after.key) ?? Number.NEGATIVE_INFINITY) : null
      const least = before === null ? Number.NEGATIVE_INFINITY : before + (block.after?.gap ?? 0)
      const text = hidden ? null : layOutText(block, values, { x, y }, least)
      // A block after an empty one follows the block before it.
      ends.set(block.key, text?.last ?? before ?? Number.NEGATIVE_INFINITY)
      if (text) placed.push({ block, text, x, y, bounds: textBounds(block, text) })
    } else if (!hidden) {
      const one = placeOther(block, facts, x, y)
      if (one) placed.push(one)
    }
  }
  return placed
}

/** Warnings about a design: texts too long, blocks outside of the sheet or overlapping. */
export function layoutProblems(placed: readonly PlacedBlock[]): LayoutProblem[] {
  const problems: LayoutProblem[] = []
  placed.forEach((one, index) => {
    const { block, bounds } = one
    if (
      bounds.left < unprintable ||
      bounds.top < unprintable ||
      bounds.right > sheetWidth - unprintable ||
      bounds.bottom > sheetHeight - unprintable
    )
      problems.push({ code: 'outside', key: block.key })
    if ('text' in one && one.text.overflows) problems.push({ code: 'too_long', key: block.key })
    if (block.kind === 'line') return
    for (const other of placed.slice(index + 1)) {
      if (other.block.kind !== 'line' && overlap(bounds, other.bounds))
        problems.push({ code: 'overlap', key: block.key, other: other.block.key })
    }
  })
  return problems
}

function overlap(a: Bounds, b: Bounds): boolean {
  // Two lines of text may share the white space above small letters.
  const slack = 0.6
  return a.left < b.right - slack && b.left < a.right - slack && a.top < b.bottom - slack && b.top < a.bottom - slack
}

function textBounds(block: TextBlock, text: PlacedText): Bounds {
  const { above, below } = heightOf(text.size)
  const top = text.label ? text.label.y - heightOf(block.label?.size ?? text.size).above : text.first - above
  return { left: text.left, right: text.right, top, bottom: text.last + below }
}

function placeOther(
  block: Exclude<DesignBlock, { kind: 'text' }>,
  facts: DrawnCertificateFacts,
  x: number,
  y: number,
): PlacedBlock | null {
  if (block.kind === 'signatory') {
    const { issuedOn, centre, signatory, acknowledger } = facts
    const signer = block.who === 'signatory' ? signatory : acknowledger
    if (!signer) return null
    const above = block.who === 'signatory' ? placeAndDate(centre.city, issuedOn) : 'Mengetahui'
    const signature = officialBlock(signer, [above], true)
    const { face, strongFace, size, leading, width, align } = block
    const style = { face, nameFace: strongFace, size, leading, space: 20, width, align }
    return { block, signature, style, x, y, bounds: signatureBounds(signature, x, y, style) }
  }
  const [width, height] =
    block.kind === 'photo' ? [30, 40] : block.kind === 'qr' ? [block.side, block.side] : [block.width, block.height]
  return { block, x, y, bounds: { left: x, top: y, right: x + width, bottom: y + height } }
}
