import type { PlainDate } from '../../../shared/kernel/plain-date.ts'

/** Value of a token. '' is unknown: a dotted line in Word, an empty cell in Excel. */
export type FormText = { text: string; number?: number; date?: PlainDate }
export type FormPicture = { picture: Uint8Array | null; widthMm: number; heightMm: number; says: string }
export type FormValue = FormText | FormPicture | boolean | readonly FormValues[]
export type FormValues = { readonly [name: string]: FormValue }

export function isList(value: FormValue | undefined): value is readonly FormValues[] {
  return Array.isArray(value)
}

export function isPicture(value: FormValue | undefined): value is FormPicture {
  return typeof value === 'object' && 'picture' in value
}

export function isText(value: FormValue | undefined): value is FormText {
  return typeof value === 'object' && 'text' in value
}

/** The value of the innermost scope that has one. */
export function valueIn(scopes: readonly FormValues[], name: string): FormValue | undefined {
  for (const scope of scopes) if (Object.hasOwn(scope, name)) return scope[name]
  return undefined
}

/** The scopes of a list or condition. */
export function itemsOf(value: FormValue | undefined): readonly FormValues[] {
  if (isList(value)) return value
  return value === true ? [{}] : []
}

/** Tokens `{name}`, `{#name}`, `{/name}`, and single braces. */
export const tokenShape = /\{[^{}]*\}|[{}]/g

/** Replaces tokens in a text. Values are not parsed again. */
export function fillText(text: string, scopes: readonly FormValues[]): string {
  const pieces = text.split(/(\{[^{}]*\})/)
  const fill = (from: number, to: number, within: readonly FormValues[]): string => {
    let words = ''
    for (let index = from; index < to; index += 1) {
      const piece = pieces[index] ?? ''
      if (index % 2 === 0) words += piece
      else if (piece.startsWith('{#')) {
        const end = closing(pieces, index, to)
        for (const item of itemsOf(valueIn(within, piece.slice(2, -1))))
          words += fill(index + 1, end, [item, ...within])
        index = end
      } else if (!piece.startsWith('{/')) {
        const value = valueIn(within, piece.slice(1, -1))
        words += isText(value) ? value.text : ''
      }
    }
    return words
  }
  return fill(0, pieces.length, scopes)
}

/** The end of the part that opens here; parts may be nested. */
function closing(pieces: readonly string[], from: number, to: number): number {
  let depth = 0
  for (let index = from; index < to; index += 2) {
    if (pieces[index]?.startsWith('{#')) depth += 1
    else if (pieces[index]?.startsWith('{/')) depth -= 1
    if (depth === 0) return index
  }
  return to
}
