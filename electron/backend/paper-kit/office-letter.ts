import type { CentreFacts } from '../../../shared/facts/cohort-facts.ts'
import type { Signatory } from '../../../shared/features/centre/signatory.ts'
import { longDate, type PlainDate } from '../../../shared/kernel/plain-date.ts'
import { drawLetterhead } from '../pdf/page/letterhead.ts'
import { drawSignatures, type SignatureBlock, signatureHeight, signatureNameOffset } from '../pdf/page/signatures.ts'
import type { Sheet } from '../pdf/sheet.ts'
import type { SignOff } from '../pdf/table/table-pages.ts'
import { countParagraphLines, drawParagraph, type ParagraphStyle, type Span } from '../pdf/text/paragraph.ts'
import { type FlowRequest, type FlowUnit, flowParagraph } from '../pdf/text/text-flow.ts'
import type { FilledLetter, FilledRow } from './fill-letter.ts'
import { drawFilledRows } from './filled-rows.ts'
import { flowText } from './flow-text.ts'
import { dotted, letterSignature, letterText } from './letter-style.ts'
import { flowPart, letterheadOf, type PageDecoration } from './paper-sheet.ts'
import { officialBlock } from './signature-blocks.ts'

/** Label width of the event's rows, in mm. */
const labelWidth = 32

type OfficeLetter = {
  centre: CentreFacts
  /** '' and null are dotted lines. */
  number: string
  date: PlainDate | null
  signatory: Signatory
  /** Must have the parts kepala and kepada. */
  filled: FilledLetter
  opening: Span[][]
  /** Indented between opening and closing. */
  event: FilledRow[]
  closing: Span[][]
  copies: Span[][]
  style?: ParagraphStyle
}

/** A letter on its own pages: number, subject, addressee, text, signature. Returns the number of pages. */
export function drawOfficeLetter(sheet: Sheet, letter: OfficeLetter, decorate: PageDecoration): number {
  const { style = letterText } = letter
  const box = { x: sheet.left, width: sheet.right - sheet.left }
  sheet.addPage()
  const flow: FlowRequest = {
    units: [
      ...flowText(box, letter.opening, style),
      ...eventUnits(sheet, letter.event, style),
      ...flowText(box, letter.closing, style),
    ],
    firstTop: drawHead(sheet, letter),
    nextTop: sheet.top + 6,
    signOffs: [letterSignOff(sheet, officialBlock(letter.signatory, [], true), 13, letter.copies)],
  }
  const part = flowPart(sheet, flow, decorate)
  part.draw(0, part.pages)
  return part.pages
}

/** Letterhead, date, number and addressee. */
function drawHead(sheet: Sheet, { centre, number, date, filled, style = letterText }: OfficeLetter): number {
  const { left, right } = sheet
  let y = drawLetterhead(sheet, letterheadOf(centre)) + 11
  sheet.text(`${centre.city}, ${date ? longDate(date) : dotted.slice(0, 13)}`, right, y, { ...style, align: 'right' })
  const head = [{ label: 'Nomor', value: [number === '' ? { blank: 50 } : number] }, ...filled.rows('kepala')]
  y = drawFilledRows(sheet, left, y + style.leading, head, { labelWidth: 20, right: right - 20, style }) + 11.8
  for (const spans of filled.lines('kepada')) {
    y = drawParagraph(sheet, left, y, right - left, spans, { ...style, justify: false }) + style.leading
  }
  return y
}

/** Date, time and place, indented. */
function eventUnits(sheet: Sheet, event: readonly FilledRow[], style: ParagraphStyle): FlowUnit[] {
  const x = sheet.left + 8
  const left = x + labelWidth + 2.5
  const rows = event.flatMap(({ label, value }, index) =>
    flowParagraph({
      x: left,
      width: sheet.right - left,
      spans: value,
      style: { ...style, justify: false },
      gap: index === 0 ? 3 : 0,
      marks: [
        { text: label, x, room: labelWidth - 1 },
        { text: ':', x: x + labelWidth },
      ],
    }),
  )
  return [...rows, { height: 3, draw: () => {} }]
}

/** The signature at the right, `lead` mm below the text, and recipients of copies. */
export function letterSignOff(
  sheet: Sheet,
  block: SignatureBlock,
  lead: number,
  copies: readonly Span[][] = [],
  style = letterSignature,
  /** Signature at the left. */
  beside?: SignatureBlock,
): SignOff {
  const blocks = beside ? [beside, block] : [block]
  const signed = signatureHeight(blocks, style)
  return {
    height: lead + 1 + signed + copiesHeight(sheet, copies),
    draw: y => {
      drawSignatures(
        sheet,
        [...(beside ? [{ block: beside, centre: sheet.left + 39 }] : []), { block, centre: sheet.right - 39 }],
        y + lead + signatureNameOffset(blocks, style),
        style,
      )
      if (copies.length > 0) drawCopies(sheet, copies, y + lead + signed + 8)
    },
  }
}

const small = { face: 'arimo', size: 9.5, leading: 4.6 } as const

/** From the signatures to the last line of Tembusan; 0 without copies. */
function copiesHeight(sheet: Sheet, copies: readonly Span[][]): number {
  if (copies.length === 0) return 0
  const width = sheet.right - sheet.left - 6
  const lines = copies.reduce((sum, spans) => sum + Math.max(1, countParagraphLines(width, spans, small)), 0)
  return 9 + lines * small.leading
}

/** Tembusan: recipients of copies. Returns the last baseline. */
function drawCopies(sheet: Sheet, copies: readonly Span[][], y: number): number {
  sheet.text('Tembusan:', sheet.left, y, small)
  let baseline = y
  copies.forEach((spans, index) => {
    baseline += small.leading
    sheet.text(`${index + 1}.`, sheet.left, baseline, small)
    baseline = drawParagraph(sheet, sheet.left + 6, baseline, sheet.right - sheet.left - 6, spans, small)
  })
  return baseline
}
