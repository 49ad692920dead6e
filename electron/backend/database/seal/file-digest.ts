import { createHash } from 'node:crypto'
import { closeSync, openSync, readSync } from 'node:fs'

/** SHA-256 of a file of any size. On Linux and macOS this process loses all locks on the file: call it before locking or after closing. */
export function fileDigest(path: string): string {
  const hash = createHash('sha256')
  const piece = Buffer.alloc(1 << 20)
  const file = openSync(path, 'r')
  try {
    for (let count = readSync(file, piece); count > 0; count = readSync(file, piece))
      hash.update(piece.subarray(0, count))
  } finally {
    closeSync(file)
  }
  return hash.digest('hex')
}
