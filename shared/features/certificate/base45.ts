const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:'

/** RFC 9285: three characters for every two bytes, from the compact alphabet of QR codes. */
export function base45(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 2) {
    const first = bytes[at] ?? 0
    const second = bytes[at + 1]
    const value = second === undefined ? first : first * 256 + second
    text += letter(value % 45) + letter(Math.floor(value / 45) % 45)
    if (second !== undefined) text += letter(Math.floor(value / 2025))
  }
  return text
}

/** Null for text that base45() would not write, so that no two texts decode to the same bytes. */
export function bytesOfBase45(text: string): Uint8Array | null {
  if (text.length % 3 === 1) return null
  const bytes: number[] = []
  for (let at = 0; at < text.length; at += 3) {
    const digits = [...text.slice(at, at + 3)].map(character => alphabet.indexOf(character))
    if (digits.includes(-1)) return null
    const [low = 0, middle = 0, high] = digits
    const value = low + middle * 45 + (high ?? 0) * 2025
    if (value > (high === undefined ? 0xff : 0xffff)) return null
    if (high !== undefined) bytes.push(value >> 8)
    bytes.push(value & 0xff)
  }
  return new Uint8Array(bytes)
}

function letter(value: number): string {
  return alphabet.charAt(value)
}
