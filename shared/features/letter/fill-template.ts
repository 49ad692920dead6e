import { parseTemplate } from '../../kernel/tokens.ts'

/** Text, or a dotted line of so many mm. */
export type LetterSpan = { text: string; bold: boolean } | { blank: number }

/** Value of a token, and whether a part is missing. */
export type TokenValue = { spans: readonly LetterSpan[]; missing: boolean }

export type TokenValues = Readonly<Record<string, TokenValue>>

export type FilledLine = { spans: LetterSpan[]; missing: string[] }

const nbsp = '\u00a0'

/** A required value; '' and null become a dotted line of `blank` mm. */
export function known(text: string | null, blank = 40): TokenValue {
  return text === null || text === ''
    ? { spans: [{ blank }], missing: true }
    : { spans: [{ text, bold: false }], missing: false }
}

/** A value that may be empty, in which case nothing is printed. */
export function optional(text: string): TokenValue {
  return { spans: [{ text, bold: false }], missing: false }
}

/** Replaces the tokens in a line of a letter; `missing` lists those without a value. Unknown tokens stay as written. */
export function fillTemplate(line: string, values: TokenValues): FilledLine {
  const missing = new Set<string>()
  const spans: LetterSpan[] = []
  for (const part of parseTemplate(bindWords(line)).parts) {
    if (part.kind === 'text') {
      push(spans, { text: part.text, bold: part.bold })
      continue
    }
    const value = values[part.name]
    if (value?.missing) missing.add(part.name)
    for (const span of value?.spans ?? [{ text: `{${part.name}}`, bold: false }]) {
      push(spans, 'blank' in span ? span : { text: span.text, bold: span.bold || part.bold })
    }
  }
  return { spans: spans.filter(span => 'blank' in span || span.text !== ''), missing: [...missing] }
}

/** Text only; a dotted line is '……'. */
export function textOfSpans(spans: readonly LetterSpan[]): string {
  return spans.map(span => ('blank' in span ? '……' : span.text)).join('')
}

function push(spans: LetterSpan[], span: LetterSpan): void {
  const last = spans.at(-1)
  // A value that ends with a full stop ('S.Pd.') replaces that of the sentence.
  if (last && 'text' in last && 'text' in span && last.text.endsWith('.') && /^\.(?!\.)/.test(span.text)) {
    if (span.text.length > 1) push(spans, { ...span, text: span.text.slice(1) })
    return
  }
  if (last && 'text' in last && 'text' in span && last.bold === span.bold) last.text += span.text
  else spans.push('blank' in span ? span : { ...span })
}

const before =
  /\b(Nomor|Tahun|Pasal|Angkatan|Anggaran|tahun|pukul|huruf|angka|Diktum|Bab|BAB) (?=[\dIVXLC{]|[a-z]\b|KE)/g
const after = /([\d}]|\{\w+\}\)) (?=(?:JP|hari|orang|peserta|menit|jam|WIB|WITA|WIT)\b)/g

/** Keeps labels and numbers together on a line: 'Nomor 8', 'Angkatan III', '15 hari', also with a token as the number. */
function bindWords(line: string): string {
  return line.replace(before, `$1${nbsp}`).replace(after, `$1${nbsp}`)
}
