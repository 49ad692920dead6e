import type { Readable } from 'node:stream'
import { type Entry, fromBufferPromise } from 'yauzl'
import { DomainError } from '../../domain-error.ts'

/** A workbook of 20,000 rows has about 40 MB; more than this is a zip bomb. */
const mostUnpackedBytes = 150 * 1024 * 1024
const mostParts = 2000

/** Parts of a zipped document by path. Only requested parts are inflated, never beyond the size stated in the directory. */
export type ZipParts = {
  has(path: string): boolean
  open(path: string): Promise<Readable>
  close(): void
  inflated: number
}

/** @throws DomainError workbook_swells; another Error for an invalid archive */
export async function openZip(name: string, bytes: Uint8Array): Promise<ZipParts> {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const zip = await fromBufferPromise(whole, { lazyEntries: true, autoClose: false, validateEntrySizes: true })
  const entries = new Map<string, Entry>()
  let inflated = 0
  for await (const entry of zip.eachEntry()) {
    inflated += entry.uncompressedSize
    if (inflated > mostUnpackedBytes || entries.size >= mostParts)
      throw new DomainError({ code: 'workbook_swells', file: name })
    entries.set(folded(entry.fileName), entry)
  }
  return {
    has: path => entries.has(folded(path)),
    async open(path) {
      const entry = entries.get(folded(path))
      if (!entry) throw new Error(`no part ${path}`)
      return zip.openReadStreamPromise(entry)
    },
    close: () => zip.close(),
    inflated,
  }
}

/** Size of the content: for an archive as stated in its directory, which is enforced when opening. */
export async function inflatedSize(bytes: Uint8Array): Promise<number> {
  if (!(bytes[0] === 0x50 && bytes[1] === 0x4b)) return bytes.length
  try {
    const zip = await openZip('', bytes)
    zip.close()
    return zip.inflated
  } catch {
    // Errors are reported when it is read.
    return bytes.length
  }
}

/** Some writers start paths with a slash or use another case than the workbook. */
function folded(path: string): string {
  return path.replace(/^\//, '').toLowerCase()
}
