/** Names in braces, in order. */
export function tokensIn(text: string): string[] {
  return pieces(text, /\{[^{}]*\}/g).flatMap(({ name }) => (name === undefined ? [] : [name]))
}

/** Replaces each `{name}` by a value. Values are not parsed again, so braces in a person's name are kept. */
export function fillTokens(text: string, read: (name: string) => string): string {
  return pieces(text, /\{[^{}]*\}|[^{}]+|[{}]/g)
    .map(({ found, name }) => (name === undefined ? found : read(name)))
    .join('')
}

/** Matches of a pattern in order; `name` is the text in braces. `at` counts characters from 0. */
function pieces(text: string, pattern: RegExp): { found: string; at: number; name: string | undefined }[] {
  return Array.from(text.matchAll(pattern), ({ 0: found, index }) => ({
    found,
    at: index,
    name: /^\{[^{}]*\}$/.test(found) ? found.slice(1, -1) : undefined,
  }))
}

/** Part of a template: plain text, or a token. */
export type TemplatePart =
  | { kind: 'text'; text: string; bold: boolean }
  | { kind: 'token'; name: string; bold: boolean }

export type TemplateProblem =
  /** '{' without its '}'. */
  | { kind: 'open'; at: number }
  /** '}' without its '{'. */
  | { kind: 'stray'; at: number }
  /** The text between braces is not a name of small letters, digits and '_'. */
  | { kind: 'name'; at: number; name: string }
  /** Unclosed '**'. */
  | { kind: 'bold'; at: number }

/**
 * Parses one line of a letter: `{token}`, `**bold**`, and `{{`, `}}`, `{*}` for literal braces and stars. `at` counts characters from 0. A line with
 * problems is parsed as far as possible, so that it can be shown.
 */
export function parseTemplate(line: string): { parts: TemplatePart[]; problems: TemplateProblem[] } {
  const parts: TemplatePart[] = []
  const problems: TemplateProblem[] = []
  let bold = false
  let boldSince = 0
  const addText = (text: string) => {
    const last = parts.at(-1)
    if (last?.kind === 'text' && last.bold === bold) last.text += text
    else parts.push({ kind: 'text', text, bold })
  }
  for (const { found, at: index, name } of pieces(line, /\{\{|\}\}|\{\*\}|\*\*|\{[^{}]*\}|[{}]|[^{}*]+|\*/g)) {
    if (found === '{{' || found === '}}') addText(found.charAt(0))
    else if (found === '{*}') addText('*')
    else if (found === '**') {
      bold = !bold
      boldSince = index
    } else if (found === '{' || found === '}') {
      problems.push({ kind: found === '{' ? 'open' : 'stray', at: index })
      addText(found)
    } else if (name === undefined) addText(found)
    else if (/^[a-z][a-z0-9_]*$/.test(name)) parts.push({ kind: 'token', name, bold })
    else {
      problems.push({ kind: 'name', at: index, name })
      addText(found)
    }
  }
  if (bold) problems.push({ kind: 'bold', at: boldSince })
  return { parts, problems }
}

/** Escapes any text as a template. */
export function escapeTemplate(text: string): string {
  return text.replace(/[{}*]/g, letter => (letter === '*' ? '{*}' : letter + letter))
}
