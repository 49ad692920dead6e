import type { Sheet } from '../pdf/sheet.ts'
import { countParagraphLines, drawParagraph, type ParagraphStyle, type Span } from '../pdf/text/paragraph.ts'
import { type FlowUnit, flowParagraph, keptTogether } from '../pdf/text/text-flow.ts'

type Box = { x: number; width: number }

/** Sentences numbered 1, 2, 3 or a, b, c, as hanging paragraphs. */
export function flowPoints(
  { x, width }: Box,
  points: readonly (readonly Span[])[],
  style: ParagraphStyle,
  { letters = false, gap = 0.8, indent = 7 } = {},
): FlowUnit[] {
  return points.flatMap((spans, index) =>
    flowParagraph({
      x: x + indent,
      width: width - indent,
      spans,
      style,
      gap: index === 0 ? 0 : gap,
      marks: [{ text: letters ? `${letterOf(index)}.` : `${index + 1}.`, x }],
    }),
  )
}

/** Paragraphs; '# ' is a heading, '1. ', 'a. ' and '- ' a hanging point. */
export function flowText({ x, width }: Box, lines: readonly (readonly Span[])[], style: ParagraphStyle): FlowUnit[] {
  let units: FlowUnit[] = []
  let heading: FlowUnit[] = []
  lines.forEach((spans, index) => {
    const [first, ...rest] = spans
    const text = typeof first === 'string' ? first : ''
    const mark = /^(# |\d+\. |[a-z]\. |- )/.exec(text)?.[0] ?? ''
    const body: Span[] = mark === '' || first === undefined ? [...spans] : [text.slice(mark.length), ...rest]
    if (mark === '# ') {
      const face = 'arimo-bold' as const
      heading = flowParagraph({
        x,
        width,
        spans: body,
        style: { ...style, face, justify: false },
        gap: index ? 3.2 : 0,
      })
      return
    }
    const isPoint = mark !== ''
    const paragraph = flowParagraph({
      x: isPoint ? x + 7 : x,
      width: isPoint ? width - 7 : width,
      spans: body,
      style,
      gap: index === 0 ? 0 : isPoint ? 0.6 : 1.6,
      marks: isPoint ? [{ text: mark.startsWith('-') ? '–' : mark.trim(), x }] : [],
    })
    units = [...units, ...keptTogether(heading, paragraph)]
    heading = []
  })
  return [...units, ...heading]
}

/** A few paragraphs below a table, with space between. */
export function closingParagraphs(
  sheet: Sheet,
  paragraphs: readonly string[],
  style: ParagraphStyle,
): { height: number; draw: (y: number) => void } {
  const width = sheet.right - sheet.left
  const lines = paragraphs.reduce((sum, words) => sum + countParagraphLines(width, [words], style), 0)
  return {
    height: lines * style.leading + paragraphs.length * 1.5,
    draw: y => {
      let baseline = y
      for (const words of paragraphs)
        baseline = drawParagraph(sheet, sheet.left, baseline, width, [words], style) + style.leading + 1.5
    },
  }
}

/** 'a' to 'z', then 'aa'. */
function letterOf(index: number): string {
  const letter = String.fromCharCode(97 + (index % 26))
  return letter.repeat(Math.floor(index / 26) + 1)
}
