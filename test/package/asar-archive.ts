import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'

type Entry = { files?: Record<string, Entry>; offset?: string; size?: number; unpacked?: boolean }

export type AsarFile = { readonly path: string; readonly unpacked: boolean; read(): Buffer }

/** An app.asar as Electron reads it: sizes, a JSON index, then the files one after another. */
export function readAsar(archive: string): { readonly files: AsarFile[]; readonly headerHash: string } {
  const bytes = readFileSync(archive)
  const start = 8 + bytes.readUInt32LE(4)
  const header = bytes.subarray(16, 16 + bytes.readUInt32LE(12))
  const files: AsarFile[] = []
  const walk = (folder: Record<string, Entry>, prefix: string) => {
    for (const [name, entry] of Object.entries(folder)) {
      const path = prefix + name
      if (entry.files) walk(entry.files, `${path}/`)
      else {
        const at = start + Number(entry.offset)
        files.push({ path, unpacked: entry.unpacked === true, read: () => bytes.subarray(at, at + (entry.size ?? 0)) })
      }
    }
  }
  walk(JSON.parse(header.toString('utf8')).files, '')
  return { files, headerHash: createHash('sha256').update(header).digest('hex') }
}
