const token = /\{([^{}]*)\}/g

/** The names that stand in braces, in their order. */
export function tokensIn(text: string): string[] {
  return [...text.matchAll(token)].map(match => match[1] ?? '')
}

/** The text with a value in place of each `{name}`. Values are not read again, so that a brace in a name of a person stays one. */
export function fillTokens(text: string, read: (name: string) => string): string {
  return text.replace(token, (_, name: string) => read(name))
}
