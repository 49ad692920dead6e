import type { Face } from './fonts.ts'
import { colours, type Sheet } from './sheet.ts'
import { textWidth, wrapText } from './text-measure.ts'

export type Span = string | { text: string; face: Face }

export type ParagraphStyle = { face: Face; size: number; leading: number; justify?: boolean; colour?: string }

/** A stretch of one face without a space in it, and what stands before it. */
type Piece = { text: string; face: Face; gap: 'none' | 'space' | 'fixed' }

const nbsp = '\u00a0'

/**
 * Text in several faces, broken at spaces only. In justified text non-breaking spaces stretch like the others; the last
 * line is never stretched. `y` is the first baseline; gives the last one.
 */
export function drawParagraph(
  sheet: Sheet,
  x: number,
  y: number,
  width: number,
  spans: readonly Span[],
  style: ParagraphStyle,
): number {
  const lines = breakLines(splitPieces(spans, style.face), width, style.size)
  lines.forEach((line, index) => {
    const isLast = index === lines.length - 1
    drawLine(sheet, x, y + index * style.leading, width, line, style, style.justify === true && !isLast)
  })
  return y + Math.max(0, lines.length - 1) * style.leading
}

/** Number of lines that drawParagraph will use. */
export function countParagraphLines(width: number, spans: readonly Span[], style: ParagraphStyle): number {
  return breakLines(splitPieces(spans, style.face), width, style.size).length
}

function splitPieces(spans: readonly Span[], face: Face): Piece[] {
  const pieces: Piece[] = []
  let gap: Piece['gap'] = 'none'
  for (const span of spans) {
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

/** A word that is longer than a line is broken between letters. */
function breakPiece(piece: Piece, width: number, size: number): Piece[] {
  if (pieceWidth(piece, size) <= width) return [piece]
  return wrapText(piece.text, { face: piece.face, size }, width).map((text, index) => ({
    ...piece,
    text,
    gap: index === 0 ? piece.gap : 'space',
  }))
}

/** Pieces that must stay on one line. */
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

function pieceWidth({ text, face }: Piece, size: number): number {
  return textWidth(text, { face, size })
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
  stretch: boolean,
): void {
  const gaps = line.filter((piece, index) => index > 0 && piece.gap !== 'none').length
  const missing = width - naturalWidth(line, size)
  const extra = stretch && gaps > 0 ? missing / gaps : 0
  let at = x
  line.forEach((piece, index) => {
    if (index > 0 && piece.gap !== 'none') at += gapWidth(piece, index, size) + extra
    // The space behind a piece is drawn too, so that copied text keeps its words apart.
    const next = line[index + 1]
    const space = next && next.gap !== 'none' ? ' ' : ''
    sheet.text(piece.text + space, at, y, { face: piece.face, size, colour })
    at += pieceWidth(piece, size)
  })
}
