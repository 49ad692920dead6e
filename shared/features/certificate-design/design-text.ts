import { fillTokens, tokensIn } from '../../kernel/tokens.ts'

export type TextSpan = { text: string; strong: 'no' | 'plain' | 'coloured' }

/**
 * Replaces the tokens of a sentence. A part in [ ] with an empty token is dropped, and a text of only empty tokens is empty. Returns lines (split at
 * \n), each as spans.
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

// Marks are parsed before values are inserted, so that two stars in a name stay text.
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
