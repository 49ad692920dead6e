import { deflateRawSync, inflateRawSync } from 'node:zlib'

/** Shorter than this a piece is not worth a file of its own. */
const least = 1024

/** A run of bytes that other papers have too, or so many bytes of its own. */
export type Piece = Uint8Array | number

/**
 * Parts a PDF into what it may share with others (faces, pictures, frames) and the rest, which is its own: putting the pieces one after the
 * other gives the bytes again, whatever they are. Null where nothing is worth sharing.
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
/** How far back the entries of a stream are looked for. */
const longestHead = 600

/** A file of a face has a Length1, and pictures and frames are objects of their own; text of a page is nobody else's. */
function isShared(before: Uint8Array): boolean {
  const head = Buffer.from(before.buffer, before.byteOffset, before.byteLength).toString('latin1')
  return /\/Length1 \d|\/Subtype \/(Image|Form)\b/.test(head.slice(head.lastIndexOf(' obj')))
}

type Listed = { size: number; pieces: (string | number)[] }

/** The file that stands for a paper: hashes of its pieces and lengths of its own runs on one line, its own bytes deflated behind it. */
export function writeList(size: number, pieces: (string | number)[], own: Uint8Array): Uint8Array {
  return Buffer.concat([Buffer.from(`${JSON.stringify({ size, pieces } satisfies Listed)}\n`), deflateRawSync(own)])
}

/** @throws SyntaxError or an error of zlib where it is damaged */
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
