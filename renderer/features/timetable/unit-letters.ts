/** 1 is 'A', 26 'Z', 27 'AA'. */
export function unitLetters(position: number): string {
  const rest = (position - 1) % 26
  const before = Math.floor((position - 1) / 26)
  return (before > 0 ? unitLetters(before) : '') + String.fromCharCode(65 + rest)
}
