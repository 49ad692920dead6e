/** The names that stand in braces, in their order. */
export function tokensIn(text: string): string[] {
  return pieces(text, /\{[^{}]*\}/g).flatMap(({ name }) => (name === undefined ? [] : [name]))
}

/** The text with a value in place of each `{name}`. Values are not read again, so that a brace in a name of a person stays one. */
export function fillTokens(text: string, read: (name: string) => string): string {
  return pieces(text, /\{[^{}]*\}|[^{}]+|[{}]/g)
    .map(({ found, name }) => (name === undefined ? found : read(name)))
    .join('')
}

/** What a pattern finds, one after another; `name` of what stands in braces. `at` counts letters from 0. */
function pieces(text: string, pattern: RegExp): { found: string; at: number; name: string | undefined }[] {
  return Array.from(text.matchAll(pattern), ({ 0: found, index }) => ({
    found,
    at: index,
    name: /^\{[^{}]*\}$/.test(found) ? found.slice(1, -1) : undefined,
  }))
}

/** A stretch of a template: words that stand as they are, or a token that a value comes for. */
export type TemplatePart =
  | { kind: 'text'; text: string; bold: boolean }
  | { kind: 'token'; name: string; bold: boolean }

export type TemplateProblem =
  /** '{' without its '}'. */
  | { kind: 'open'; at: number }
  /** '}' without its '{'. */
  | { kind: 'stray'; at: number }
  /** Between the braces stands no name of small letters, digits and '_'. */
  | { kind: 'name'; at: number; name: string }
  /** '**' that is not closed. */
  | { kind: 'bold'; at: number }

/**
 * Reads one line of a letter: `{token}`, `**bold**`, and `{{`, `}}`, `{*}` for a brace and a star that are meant as such. `at`
 * counts letters from 0. What has problems is read as far as it can be, so that it can still be shown.
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

/** Any text as a template that says exactly that. */
export function escapeTemplate(text: string): string {
  return text.replace(/[{}*]/g, letter => (letter === '*' ? '{*}' : letter + letter))
}
