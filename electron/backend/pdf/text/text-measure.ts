import { millimetres, points } from '../millimetres.ts'
import { advance, type Face } from './fonts.ts'
import { printableText } from './printable-text.ts'

export type Align = 'left' | 'center' | 'right'

/** Size and tracking in points. */
export type TextStyle = { face: Face; size: number; tracking?: number }

const step = 0.25

/** Width in mm of the text as it will be drawn, with substitutes for missing letters. */
export function textWidth(text: string, style: TextStyle): number {
  const { perPoint, fixed } = widthParts(text, style)
  return millimetres(perPoint * style.size + fixed)
}

/** The size in steps of 0.25 pt at which the text fits into `width` mm, never below `minimum` pt. */
export function fitSize(text: string, style: TextStyle, minimum: number, width: number): number {
  const { perPoint, fixed } = widthParts(text, style)
  const most = perPoint === 0 ? style.size : (points(width) - fixed) / perPoint
  if (most >= style.size) return style.size
  return Math.max(minimum, style.size - Math.ceil((style.size - most) / step) * step)
}

/** Lines of at most `width` mm, broken at spaces. A word that is longer than a line is broken between letters. */
export function wrapText(text: string, style: TextStyle, width: number): string[] {
  const lines: string[] = []
  let current = ''
  for (const word of text.split(' ').filter(part => part !== '')) {
    const extended = current === '' ? word : `${current} ${word}`
    if (textWidth(extended, style) <= width) {
      current = extended
      continue
    }
    if (current !== '') lines.push(current)
    const pieces = breakWord(word, style, width)
    lines.push(...pieces.slice(0, -1))
    current = pieces.at(-1) ?? ''
  }
  if (current !== '') lines.push(current)
  return lines
}

/** As wrapText, but with lines of about the same length, for centred text. */
export function balancedLines(text: string, style: TextStyle, width: number): string[] {
  let best = wrapText(text, style, width)
  const count = best.length
  if (count < 2) return best
  for (let narrower = width - 1; narrower > width / 2; narrower -= 1) {
    const lines = wrapText(text, style, narrower)
    if (lines.length > count || lines.some(line => textWidth(line, style) > narrower)) break
    best = lines
  }
  return best
}

/** The text, cut with '…' if it does not fit into `width` mm. */
export function cutText(text: string, style: TextStyle, width: number): string {
  if (textWidth(text, style) <= width) return text
  const letters = [...text]
  while (letters.length > 0 && textWidth(`${letters.join('').trimEnd()}…`, style) > width) letters.pop()
  return `${letters.join('').trimEnd()}…`
}

function breakWord(word: string, style: TextStyle, width: number): string[] {
  const pieces: string[] = []
  let current = ''
  for (const letter of word) {
    if (current !== '' && textWidth(current + letter, style) > width) {
      pieces.push(current)
      current = ''
    }
    current += letter
  }
  return [...pieces, current]
}

type WidthParts = { perPoint: number; fixed: number }

const rememberedTexts = 20_000
const measured = new Map<Face, Map<string, { perPoint: number; gaps: number }>>()

/** Cached for the process: the papers of a class repeat the same words. */
function widthParts(text: string, { face, tracking = 0 }: TextStyle): WidthParts {
  const texts = measured.get(face) ?? new Map<string, { perPoint: number; gaps: number }>()
  measured.set(face, texts)
  let known = texts.get(text)
  if (!known) {
    known = measure(text, face)
    if (texts.size >= rememberedTexts) texts.clear()
    texts.set(text, known)
  }
  return { perPoint: known.perPoint, fixed: known.gaps * tracking }
}

function measure(text: string, face: Face): { perPoint: number; gaps: number } {
  const drawn = printableText(text, face)
  return { perPoint: advance(drawn.face, drawn.text) / 1000, gaps: Math.max(0, [...drawn.text].length - 1) }
}
