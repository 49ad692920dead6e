/** The token that is being typed before the caret: where its brace stands and what follows it; null where none is. */
export function openToken(text: string, caret: number): { from: number; typed: string } | null {
  const found = /(\{+)([a-z0-9_]*)$/i.exec(text.slice(0, caret))
  if (!found) return null
  const [whole, braces = '', typed = ''] = found
  // Two braces are a brace that is printed.
  return braces.length % 2 === 0 ? null : { from: caret - whole.length + braces.length - 1, typed }
}
