import { createHash } from 'node:crypto'
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

type Entry = { files?: Record<string, Entry>; offset?: string; size?: number; unpacked?: boolean }

export type AsarFile = { readonly path: string; readonly unpacked: boolean; read(): Buffer }

/** Reads an app.asar like Electron: sizes, a JSON index, then the files one after another. */
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

/** Unpacks the program into plain files: those in the archive and those beside it. */
export function unpackProgram(resources: string, into: string): void {
  for (const file of readAsar(join(resources, 'app.asar')).files.filter(one => !one.unpacked)) {
    mkdirSync(dirname(join(into, file.path)), { recursive: true })
    writeFileSync(join(into, file.path), file.read())
  }
  cpSync(join(resources, 'app.asar.unpacked'), into, { recursive: true })
}
