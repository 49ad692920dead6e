import type { TextBlock } from '../../../../../shared/features/certificate-design/design.ts'
import { fillText, type TextSpan } from '../../../../../shared/features/certificate-design/design-text.ts'
import { millimetres } from '../../../pdf/millimetres.ts'
import { balancedLines, fitSize, textWidth, wrapText } from '../../../pdf/text/text-measure.ts'

/** A part of a line in one font; x is its left end, in mm. */
type PlacedRun = { text: string; x: number; y: number; strong: TextSpan['strong'] }

export type PlacedText = {
  size: number
  runs: PlacedRun[]
  label: { x: number; y: number } | null
  /** Baselines of the first and last line. */
  first: number
  last: number
  left: number
  right: number
  /** Too long even at the smallest size. */
  overflows: boolean
}

type Line = TextSpan[]

const step = 0.25

/** Lines and size of a text that starts no higher than `least`; null if it is empty. */
export function layOutText(
  block: TextBlock,
  values: Readonly<Record<string, string>>,
  place: { x: number; y: number },
  least: number,
): PlacedText | null {
  const filled = fillText(block.text, values).map(line => (block.capitals ? line.map(inCapitals) : line))
  if (filled.every(line => line.every(span => span.text.trim() === ''))) return null
  const { lines, size } = linesOf(block, filled)
  const raised = lines.length === 1 ? block.raise * (block.size - size) : 0
  const top = Math.max(place.y, least)
  const start = top + (block.label?.gap ?? 0) - raised
  const above = block.anchor === 'first' ? 0 : block.anchor === 'middle' ? (lines.length - 1) / 2 : lines.length - 1
  const first = start - above * block.leading
  const runs: PlacedRun[] = []
  const edges: number[] = []
  lines.forEach((line, index) => {
    const width = lineWidth(block, line, size)
    let x = place.x - (block.align === 'center' ? width / 2 : block.align === 'right' ? width : 0)
    edges.push(x, x + width)
    for (const span of line) {
      runs.push({ text: span.text, x, y: first + index * block.leading, strong: span.strong })
      x += spanWidth(block, span, size)
    }
  })
  const last = first + (lines.length - 1) * block.leading
  const [left, right] = [Math.min(...edges), Math.max(...edges)]
  const overflows = lines.length > block.lines || right - left > block.width + 0.05
  return { size, runs, label: block.label ? { x: place.x, y: top } : null, first, last, left, right, overflows }
}

function inCapitals(span: TextSpan): TextSpan {
  return { ...span, text: span.text.toUpperCase() }
}

type Fitted = { lines: Line[]; size: number }

const fitted = new WeakMap<TextBlock, Map<string, Fitted>>()

/** Cached, because most sentences are the same on all papers of a class. */
function linesOf(block: TextBlock, filled: Line[]): Fitted {
  const known = fitted.get(block) ?? new Map<string, Fitted>()
  fitted.set(block, known)
  const key = filled.map(line => line.map(span => `${span.strong}${span.text}`).join('\u0000')).join('\n')
  const result = known.get(key) ?? fitLines(block, filled)
  if (known.size >= 2000) known.clear()
  known.set(key, result)
  return result
}

function fitLines(block: TextBlock, filled: Line[]): Fitted {
  const fits = (lines: Line[], size: number) =>
    lines.length <= block.lines && lines.every(line => lineWidth(block, line, size) <= block.width)
  if (block.prefers === 'one' || block.lines === 1) {
    const size = Math.min(...filled.map(line => sizeOf(block, line)))
    if (fits(filled, size)) return { lines: filled, size }
    if (block.lines === 1) return { lines: filled, size }
    // Below its smallest size only if even all lines are not enough.
    return shrink(block, filled, Math.min(size, block.minimum), Math.max(5, block.minimum * 0.6), fits)
  }
  return shrink(block, filled, block.size, block.minimum, fits)
}

function shrink(
  block: TextBlock,
  filled: Line[],
  from: number,
  minimum: number,
  fits: (lines: Line[], size: number) => boolean,
): { lines: Line[]; size: number } {
  for (let size = from; ; size -= step) {
    const lines = filled.flatMap(line => wrap(block, line, size))
    if (fits(lines, size) || size - step < minimum) return { lines, size }
  }
}

function sizeOf(block: TextBlock, line: Line): number {
  const [only] = line
  if (line.length === 1 && only) return fitSize(only.text, styleOf(block, only, block.size), block.minimum, block.width)
  let size = block.size
  while (size > block.minimum && lineWidth(block, line, size) > block.width) size -= step
  return Math.max(size, block.minimum)
}

function wrap(block: TextBlock, line: Line, size: number): Line[] {
  const [only] = line
  if (line.length === 1 && only) {
    const broken = (block.balanced ? balancedLines : wrapText)(only.text, styleOf(block, only, size), block.width)
    return broken.map(text => [{ ...only, text }])
  }
  const lines: Line[] = []
  let current: Line = []
  for (const span of wordsOf(line)) {
    if (current.length > 0 && lineWidth(block, trimmed([...current, span]), size) > block.width) {
      lines.push(joined(trimmed(current)))
      current = []
    }
    current.push(span)
  }
  return current.length > 0 ? [...lines, joined(trimmed(current))] : lines
}

/** Words with the space after them; parts of a word in two fonts are separate only at a space. */
function wordsOf(line: Line): Line {
  return line.flatMap(span => (span.text.match(/[^ ]* |[^ ]+$/g) ?? []).map(text => ({ ...span, text })))
}

function trimmed(line: Line): Line {
  return line.map((span, index) => (index === line.length - 1 ? { ...span, text: span.text.trimEnd() } : span))
}

function joined(line: Line): Line {
  const spans: Line = []
  for (const span of line) {
    const previous = spans.at(-1)
    if (previous && previous.strong === span.strong)
      spans[spans.length - 1] = { ...span, text: previous.text + span.text }
    else spans.push(span)
  }
  return spans
}

export function styleOf(block: TextBlock, { strong }: Pick<TextSpan, 'strong'>, size: number) {
  return { face: strong === 'no' ? block.face : block.strongFace, size, tracking: block.tracking }
}

function spanWidth(block: TextBlock, span: TextSpan, size: number): number {
  return textWidth(span.text, styleOf(block, span, size))
}

function lineWidth(block: TextBlock, line: Line, size: number): number {
  return line.reduce((sum, span) => sum + spanWidth(block, span, size), 0)
}

/** Height of capitals and depth below the baseline, in mm. */
export function heightOf(size: number): { above: number; below: number } {
  return { above: millimetres(size) * 0.72, below: millimetres(size) * 0.22 }
}
