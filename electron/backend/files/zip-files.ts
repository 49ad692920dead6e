import { zipSync } from 'fflate'

/** A ZIP of files that are packed already, PDFs above all: they are stored as they are. */
export function zipFiles(files: readonly { name: string; bytes: Uint8Array }[]): Uint8Array<ArrayBuffer> {
  // Otherwise the clock of the PC would stand in the archive, and the same papers would give two files.
  const entries = Object.fromEntries(files.map(({ name, bytes }) => [name, bytes]))
  return new Uint8Array(zipSync(entries, { level: 0, mtime: '1980-01-01T12:00:00' }))
}
