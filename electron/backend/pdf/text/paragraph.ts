import { colours, type Sheet } from '../sheet.ts'
import type { Face } from './fonts.ts'
import { textWidth, wrapText } from './text-measure.ts'

/** Text in the font of the paragraph or in another one, or a dotted line of that many mm to write on. */
export type Span = string | { text: string; face: Face } | { blank: number }

export type ParagraphStyle = { face: Face; size: number; leading: number; justify?: boolean; colour?: string }

/** A stretch of one font without a space in it, and the kind of gap before it. */
type Piece = { text: string; face: Face; gap: 'none' | 'space' | 'fixed'; blank?: number }

const nbsp = '\u00a0'
/** In mm. Before a very long word a justified line stays ragged instead of having huge gaps. */
const widestStretch = 6

/**
 * Draws text in several fonts, broken at spaces only. In justified text non-breaking spaces stretch like the others; the last line is never
 * stretched. `y` is the first baseline. Returns the last one.
 */
export function drawParagraph(
  sheet: Sheet,
  x: number,
  y: number,
  width: number,
  spans: readonly Span[],
  style: ParagraphStyle,
): number {
  const lines = paragraphLines(width, spans, style)
  sheet.tagged('P', () =>
    lines.forEach((draw, index) => {
      draw(sheet, x, y + index * style.leading)
    }),
  )
  return y + Math.max(0, lines.length - 1) * style.leading
}

/** Draws one line with x as its left end and y as its baseline. */
type DrawLine = (sheet: Sheet, x: number, y: number) => void

/** The lines of a paragraph one by one, for text that continues over pages. */
export function paragraphLines(width: number, spans: readonly Span[], style: ParagraphStyle): DrawLine[] {
  const lines = breakLines(splitPieces(spans, style.face), width, style.size)
  return lines.map((line, index) => {
    const stretch = style.justify === true && index < lines.length - 1
    const goesOn = index < lines.length - 1
    return (sheet, x, y) => drawLine(sheet, x, y, width, line, style, { stretch, goesOn })
  })
}

/** Number of lines that drawParagraph will use. */
export function countParagraphLines(width: number, spans: readonly Span[], style: ParagraphStyle): number {
  return breakLines(splitPieces(spans, style.face), width, style.size).length
}

function splitPieces(spans: readonly Span[], face: Face): Piece[] {
  const pieces: Piece[] = []
  let gap: Piece['gap'] = 'none'
  for (const span of spans) {
    if (typeof span === 'object' && 'blank' in span) {
      pieces.push({ text: '', face, gap, blank: span.blank })
      gap = 'none'
      continue
    }
    const part = typeof span === 'string' ? { text: span, face } : span
    for (const token of part.text.split(/([ \u00a0]+)/)) {
      if (token === '') continue
      if (token.trim() === '') gap = token.includes(' ') ? 'space' : 'fixed'
      else {
        pieces.push({ text: token, face: part.face, gap })
        gap = 'none'
      }
    }
  }
  return pieces
}

function breakLines(pieces: readonly Piece[], width: number, size: number): Piece[][] {
  const lines: Piece[][] = []
  let line: Piece[] = []
  for (const word of wordsOf(pieces.flatMap(piece => breakPiece(piece, width, size)))) {
    const extended = [...line, ...word]
    if (line.length > 0 && naturalWidth(extended, size) > width) {
      lines.push(line)
      line = word
    } else {
      line = extended
    }
  }
  return line.length > 0 ? [...lines, line] : lines
}

/** Breaks a word that is longer than a line between letters. */
function breakPiece(piece: Piece, width: number, size: number): Piece[] {
  if (piece.blank !== undefined) return [{ ...piece, blank: Math.min(piece.blank, width) }]
  if (pieceWidth(piece, size) <= width) return [piece]
  return wrapText(piece.text, { face: piece.face, size }, width).map((text, index) => ({
    ...piece,
    text,
    gap: index === 0 ? piece.gap : 'space',
  }))
}

/** Groups of pieces that must stay on one line. */
function wordsOf(pieces: readonly Piece[]): Piece[][] {
  const words: Piece[][] = []
  for (const piece of pieces) {
    const word = words.at(-1)
    if (word && piece.gap !== 'space') word.push(piece)
    else words.push([piece])
  }
  return words
}

function naturalWidth(line: readonly Piece[], size: number): number {
  return line.reduce((sum, piece, index) => sum + gapWidth(piece, index, size) + pieceWidth(piece, size), 0)
}

function pieceWidth({ text, face, blank }: Piece, size: number): number {
  return blank ?? textWidth(text, { face, size })
}

function gapWidth({ gap, face }: Piece, index: number, size: number): number {
  return gap === 'none' || index === 0 ? 0 : textWidth(nbsp, { face, size })
}

function drawLine(
  sheet: Sheet,
  x: number,
  y: number,
  width: number,
  line: readonly Piece[],
  { size, colour = colours.ink }: ParagraphStyle,
  { stretch, goesOn }: { stretch: boolean; goesOn: boolean },
): void {
  const gaps = line.filter((piece, index) => index > 0 && piece.gap !== 'none').length
  const missing = width - naturalWidth(line, size)
  const share = gaps > 0 ? missing / gaps : 0
  const extra = stretch && share <= widestStretch ? share : 0
  let at = x
  line.forEach((piece, index) => {
    if (index > 0 && piece.gap !== 'none') at += gapWidth(piece, index, size) + extra
    // The space after a piece is drawn too, so that copied text keeps its words apart.
    const next = line[index + 1]
    const space = next ? (next.gap === 'none' ? '' : ' ') : goesOn ? ' ' : ''
    if (piece.blank === undefined) sheet.text(piece.text + space, at, y, { face: piece.face, size, colour })
    else sheet.dots(at, at + piece.blank, y + 0.4)
    at += pieceWidth(piece, size)
  })
}
