/** Bytes of 'data:image/png;base64,…'; the contract has validated it. */
export function bytesOfDataUrl(dataUrl: string | null): Uint8Array | null {
  return dataUrl === null ? null : Buffer.from(dataUrl.slice(dataUrl.indexOf(',') + 1), 'base64')
}

export function pictureDataUrl(bytes: Uint8Array | null): string | null {
  if (bytes === null) return null
  const kind = bytes[0] === 0x89 ? 'png' : 'jpeg'
  return `data:image/${kind};base64,${Buffer.from(bytes).toString('base64')}`
}
