/** True when every word that was typed stands somewhere in these texts; small and capital letters are the same. */
export function fitsWords(typed: string, ...texts: readonly (string | number | null | undefined)[]): boolean {
  const where = texts.join(' ').toLowerCase()
  return typed
    .toLowerCase()
    .split(/\s+/)
    .every(word => where.includes(word))
}
