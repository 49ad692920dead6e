/** True if every typed word occurs in these texts, ignoring case. */
export function fitsWords(typed: string, ...texts: readonly (string | number | null | undefined)[]): boolean {
  const where = texts.join(' ').toLowerCase()
  return typed
    .toLowerCase()
    .split(/\s+/)
    .every(word => where.includes(word))
}
