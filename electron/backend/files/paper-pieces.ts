import { deflateRawSync, inflateRawSync } from 'node:zlib'

/** Shorter pieces are not worth a separate file. */
const least = 1024

/** Bytes shared with other papers, or the length of own bytes. */
export type Piece = Uint8Array | number

/**
 * Splits a PDF into parts that may be shared (fonts, pictures, frames) and own bytes; concatenated they give the original. Null if nothing is worth
 * sharing.
 */
export function piecesOf(bytes: Uint8Array): { pieces: Piece[]; own: Uint8Array } | null {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (file.toString('latin1', 0, 5) !== '%PDF-') return null
  const pieces: Piece[] = []
  const own: Uint8Array[] = []
  let from = 0
  const keepOwn = (until: number) => {
    if (until === from) return
    own.push(file.subarray(from, until))
    pieces.push(until - from)
    from = until
  }
  for (let at = file.indexOf(begins); at >= 0; at = file.indexOf(begins, at)) {
    const start = at + begins.length
    const end = file.indexOf(ends, start)
    if (end < 0) break
    if (end - start >= least && isShared(file.subarray(Math.max(0, at - longestHead), at))) {
      keepOwn(start)
      pieces.push(file.subarray(start, end))
      from = end
    }
    at = end + ends.length
  }
  keepOwn(file.length)
  return pieces.some(piece => typeof piece !== 'number') ? { pieces, own: Buffer.concat(own) } : null
}

const begins = Buffer.from('stream\n')
const ends = Buffer.from('\nendstream')
/** Bytes before a stream in which its dictionary is searched. */
const longestHead = 600

/** A font file has Length1, pictures and frames are separate objects; text of a page is never shared. */
function isShared(before: Uint8Array): boolean {
  const head = Buffer.from(before.buffer, before.byteOffset, before.byteLength).toString('latin1')
  return /\/Length1 \d|\/Subtype \/(Image|Form)\b/.test(head.slice(head.lastIndexOf(' obj')))
}

type Listed = { size: number; pieces: (string | number)[] }

/** The file for a paper: one line with hashes of shared pieces and lengths of own parts, followed by the deflated own bytes. */
export function writeList(size: number, pieces: (string | number)[], own: Uint8Array): Uint8Array {
  return Buffer.concat([Buffer.from(`${JSON.stringify({ size, pieces } satisfies Listed)}\n`), deflateRawSync(own)])
}

/** @throws SyntaxError or a zlib error if it is damaged */
export function readList(bytes: Uint8Array): Listed & { own: Uint8Array } {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const line = file.indexOf('\n')
  const { size, pieces } = JSON.parse(file.toString('utf8', 0, line)) as Listed
  return { size, pieces, own: inflateRawSync(file.subarray(line + 1)) }
}

/** The hashes alone. */
export function hashesOf(bytes: Uint8Array): string[] {
  return readList(bytes).pieces.filter(piece => typeof piece === 'string')
}
