import { createHash } from 'node:crypto'
import { closeSync, openSync, readSync, statSync } from 'node:fs'
import { type DatabaseFacts, databaseFacts } from '../database/table-digests.ts'

type ReadSnapshot = DatabaseFacts & {
  size: number
  sha256: string
  read(take: (piece: Buffer) => void): void
}

/** Data of a snapshot for a bundle. @throws DomainError not_set_up */
export function readSnapshot(file: string): ReadSnapshot {
  const hash = createHash('sha256')
  readPieces(file, piece => hash.update(piece))
  const facts = databaseFacts(file)
  return {
    ...facts,
    size: statSync(file).size,
    sha256: hash.digest('hex'),
    read: take => readPieces(file, take),
  }
}

function readPieces(path: string, take: (piece: Buffer) => void): void {
  const file = openSync(path, 'r')
  try {
    const buffer = Buffer.alloc(1024 * 1024)
    for (;;) {
      const count = readSync(file, buffer)
      if (count === 0) return
      take(buffer.subarray(0, count))
    }
  } finally {
    closeSync(file)
  }
}
