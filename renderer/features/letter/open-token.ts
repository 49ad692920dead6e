/** The token being typed before the caret: position of its brace, and the text after it; null if there is none. */
export function openToken(text: string, caret: number): { from: number; typed: string } | null {
  const found = /(\{+)([a-z0-9_]*)$/i.exec(text.slice(0, caret))
  if (!found) return null
  const [whole, braces = '', typed = ''] = found
  // Two braces print one brace and open no token.
  return braces.length % 2 === 0 ? null : { from: caret - whole.length + braces.length - 1, typed }
}
