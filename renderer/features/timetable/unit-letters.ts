/** 1 is 'A', 26 'Z', 27 'AA'. */
export function unitLetters(position: number): string {
  const rest = (position - 1) % 26
  const before = Math.floor((position - 1) / 26)
  return (before > 0 ? unitLetters(before) : '') + String.fromCharCode(65 + rest)
}

/**
 * Hues far apart for neighbours and never alike, by steps of the golden ratio. Between yellow-green and pink: red is for days off and
 * faults, amber for today and warnings.
 */
export function unitHue(position: number): number {
  return Math.round(110 + (((position - 1) * 0.618034 + 0.36) % 1) * 235)
}

/** 'Rina Marliana, S.Pd.' → 'RM' */
export function initials(name: string): string {
  return name
    .replace(/,.*$/, '')
    .split(' ')
    .filter(word => /^\p{L}/u.test(word))
    .slice(0, 2)
    .map(word => word.charAt(0).toUpperCase())
    .join('')
}
