const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const head = 'data:image/png;base64,'

/** Size of a PNG data URL in pixels, from its header; null for other pictures. */
export function pngSize(dataUrl: string): { width: number; height: number } | null {
  if (!dataUrl.startsWith(head)) return null
  // Width and height are bytes 16 to 23, in the last of the 32 characters that encode 24 bytes.
  const sixes = [...dataUrl.slice(head.length, head.length + 32)].map(letter => letters.indexOf(letter))
  const byte = (index: number) => {
    const at = Math.floor((index * 8) / 6)
    const pair = ((sixes[at] ?? 0) << 6) | (sixes[at + 1] ?? 0)
    return (pair >> (4 - ((index * 8) % 6))) & 0xff
  }
  const number = (from: number) => [0, 1, 2, 3].reduce((sum, index) => sum * 256 + byte(from + index), 0)
  return { width: number(16), height: number(20) }
}
