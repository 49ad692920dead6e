import {
  type FilledLine,
  fillTemplate,
  type LetterSpan,
  type TokenValues,
  textOfSpans,
} from '../../../shared/features/letter/fill-template.ts'
import { linesOf } from '../../../shared/features/letter/letter-body.ts'
import type { LetterBody } from '../../../shared/features/letter/letter-form.ts'
import { tokenExplanation } from '../../../shared/features/letter/letter-tokens.ts'
import type { Sheet } from '../pdf/sheet.ts'
import type { Span } from '../pdf/text/paragraph.ts'

export type FilledRow = { label: string; value: Span[] }

/** The parts of a letter with values. */
export type FilledLetter = {
  /** One entry for each line of the part. */
  lines(part: string): Span[][]
  /** The single line of the part, as text. */
  words(part: string): string
  rows(part: string): FilledRow[]
  /** 'nomor surat, jam mulai acara': values printed as dotted lines; '' if none. Complete only after all parts were read. */
  missing(): string
}

export function fillLetter(body: LetterBody, values: TokenValues): FilledLetter {
  const missing = new Set<string>()
  const fill = (line: string): FilledLine => {
    const filled = fillTemplate(line, values)
    for (const name of filled.missing) missing.add(name)
    return filled
  }
  const linesIn = (part: string) => linesOf(body[part] ?? '')
  return {
    lines: part => linesIn(part).map(line => fill(line).spans.map(asSpan)),
    words: part => linesIn(part).map(line => textOfSpans(fill(line).spans))[0] ?? '',
    rows: part =>
      linesIn(part).map(line => {
        const colon = line.indexOf(':')
        const value = fill(line.slice(colon + 1).trim()).spans
        return { label: line.slice(0, Math.max(0, colon)).trim(), value: value.map(asSpan) }
      }),
    missing: () => [...new Set([...missing].map(tokenExplanation).map(shortened))].join(', '),
  }
}

/** Warns about values printed as dotted lines; `outside`: values beside the parts, null if known. */
export function warnOfMissing(sheet: Sheet, letter: FilledLetter, outside: Record<string, string | null> = {}): void {
  const own = Object.entries(outside).flatMap(([label, value]) => (value ? [] : [label]))
  const words = [...own, letter.missing()].filter(part => part !== '').join(', ')
  if (words !== '') sheet.warn(`Belum diisi, dicetak sebagai garis titik-titik: ${words}.`)
}

/** For a part printed as one paragraph: `lines.flatMap(spacedLines)`. */
export function spacedLines(line: Span[], index: number): Span[] {
  return index === 0 ? line : [' ', ...line]
}

function asSpan(span: LetterSpan): Span {
  if ('blank' in span) return span
  return span.bold ? { text: span.text, face: 'arimo-bold' } : span.text
}

function shortened(explanation: string): string {
  return explanation.split(/, | \(/)[0] ?? explanation
}
