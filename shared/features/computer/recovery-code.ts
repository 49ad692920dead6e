/**
 * The code of a recovery sheet: 120 bits as eight groups of four characters. The last character of each group is a check digit of the other three, so
 * that a mistyped group is found at once. No I, L, O or U, which are misread.
 */

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
export const codeGroups = 8
export const codeBytes = 15

/** Name of a sheet on paper and screen: 'BLK-02'. */
export function sheetName(number: number): string {
  return `BLK-${String(number).padStart(2, '0')}`
}

export function recoveryCodeOf(bytes: Uint8Array): string {
  if (bytes.length !== codeBytes) throw new RangeError(`${bytes.length} bytes are no recovery code`)
  let bits = 0n
  for (const byte of bytes) bits = (bits << 8n) | BigInt(byte)
  return Array.from({ length: codeGroups }, (_, index) => {
    const group = Number((bits >> BigInt(15 * (codeGroups - 1 - index))) & 0x7fffn)
    const signs = [group >> 10, (group >> 5) & 31, group & 31]
    return [...signs, proofOf(signs, index)].map(sign => alphabet[sign]).join('')
  }).join('-')
}

/** Parses typed text, with or without dashes and in any case; `wrongGroup` is the first invalid group, from 1. */
export function readRecoveryCode(text: string): { bytes: Uint8Array } | { wrongGroup: number } {
  const groups = groupsOf(text)
  const wrong = Array.from({ length: codeGroups }, (_, index) => index).find(
    index => !isGroup(groups[index] ?? '', index),
  )
  if (wrong !== undefined || groups.length !== codeGroups) return { wrongGroup: (wrong ?? codeGroups - 1) + 1 }
  let bits = 0n
  for (const group of groups) for (const sign of group.slice(0, 3)) bits = (bits << 5n) | BigInt(alphabet.indexOf(sign))
  const bytes = Uint8Array.from({ length: codeBytes }, (_, index) =>
    Number((bits >> BigInt(8 * (codeBytes - 1 - index))) & 255n),
  )
  return { bytes }
}

/** Whether a group is valid at its position. @param index from 0 */
export function isGroup(text: string, index: number): boolean {
  const signs = [...text.trim().toUpperCase()].map(sign => alphabet.indexOf(sign))
  return signs.length === 4 && !signs.includes(-1) && signs[3] === proofOf(signs.slice(0, 3), index)
}

function groupsOf(text: string): string[] {
  const signs = text.toUpperCase().replace(/[\s-]+/g, '')
  return signs.match(/.{1,4}/g) ?? []
}

/** Odd weights detect every single wrong character; the position is included, so that swapped groups are detected. */
function proofOf(signs: readonly number[], index: number): number {
  return signs.reduce((sum, sign, at) => sum + sign * (2 * at + 3), 11 * (index + 1)) % alphabet.length
}
