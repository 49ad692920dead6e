import { fillTokens, tokensIn } from '../../kernel/tokens.ts'

export type TextSpan = { text: string; strong: 'no' | 'plain' | 'coloured' }

/**
 * Fills the tokens of a sentence: a part in [ ] that names an empty token goes, and a text of nothing but empty tokens is
 * empty. Gives the lines that were asked for by \n, each as spans.
 */
export function fillText(text: string, values: Readonly<Record<string, string>>): TextSpan[][] {
  const kept = text.replace(/\[([^[\]]*)\]/g, (_, part: string) => (hasEmpty(part, values) ? '' : part))
  const tokens = tokensIn(kept)
  if (tokens.length > 0 && tokens.every(name => (values[name] ?? '') === '')) return []
  return kept
    .split('\n')
    .map(line => spansOf(line, values))
    .filter(spans => spans.length > 0)
}

function hasEmpty(part: string, values: Readonly<Record<string, string>>): boolean {
  return tokensIn(part).some(name => (values[name] ?? '') === '')
}

// Marks are read before the values come in, so that a name with two stars stays a name.
function spansOf(line: string, values: Readonly<Record<string, string>>): TextSpan[] {
  return line
    .split(/(\*\*.+?\*\*|##.+?##)/)
    .filter(part => part !== '')
    .map(part => {
      const strong = part.startsWith('**') ? 'plain' : part.startsWith('##') ? 'coloured' : 'no'
      const bare = strong !== 'no' && part.length > 4 ? part.slice(2, -2) : part
      return { text: fillTokens(bare, name => values[name] ?? ''), strong } as const
    })
    .filter(span => span.text !== '')
}
