import { createHash } from 'node:crypto'
import { closeSync, fsyncSync, mkdirSync, openSync, writeFileSync, writeSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { databaseFileName } from '../database/identity.ts'
import { DomainError } from '../domain-error.ts'
import { freeSpaceOf, missingSpace } from '../files/free-space.ts'
import { DataKey } from '../keys/data-key.ts'
import type { BundledFile, BundledKeys, BundleHeader, Manifest } from './bundle-format.ts'
import { bundlesIn } from './bundle-place.ts'
import { BundleReader, damageOf, wholeFile } from './bundle-reader.ts'
import { BundleDamage } from './encrypted-stream.ts'
import { keyOf } from './plan-files.ts'

export type Unpacked = { header: BundleHeader; manifest: Manifest; keys: BundledKeys; missing: MissingFile[] }
/** A file that cannot be restored: its bundle is gone or damaged. */
type MissingFile = { path: string; bundle: string }

/** Header and manifest of a bundle. @throws DomainError bundle_damaged */
export function readBundle(file: string, dataKey: DataKey): { header: BundleHeader; manifest: Manifest } {
  const reader = new BundleReader(file)
  try {
    return { header: reader.header, manifest: reader.manifest(dataKey) }
  } finally {
    reader.close()
  }
}

/**
 * Restores a bundle into an empty folder and compares every byte with the digests. Files in other bundles are looked for beside it.
 * @throws DomainError bundle_damaged, disk_low
 */
export function unpackBundle(
  file: string,
  target: string,
  secret: Uint8Array,
  report: (done: number, total: number) => void = () => {},
): Unpacked {
  const dataKey = new DataKey(secret)
  const reader = new BundleReader(file)
  const beside = new Holders(dirname(file), reader, dataKey)
  try {
    const manifest = reader.manifest(dataKey)
    const total = manifest.database.size + manifest.files.reduce((sum, one) => sum + one.size, 0)
    const missingRoom = missingSpace(freeSpaceOf(target), total)
    if (missingRoom) throw new DomainError({ code: 'disk_low', ...missingRoom })
    mkdirSync(target, { recursive: true, mode: 0o700 })
    writeDatabase(reader, dataKey, manifest, join(target, databaseFileName))
    const missing: MissingFile[] = []
    let done = manifest.database.size
    for (const one of manifest.files) {
      const bytes = beside.find(one)
      if (bytes === null) missing.push({ path: one.path, bundle: beside.nameOf(one) })
      else {
        const path = join(target, ...one.path.split('/'))
        mkdirSync(dirname(path), { recursive: true })
        writeFileSync(path, bytes)
      }
      done += one.size
      report(done, total)
    }
    for (const { name, base64 } of manifest.beside) writeFileSync(join(target, name), Buffer.from(base64, 'base64'))
    return { header: reader.header, manifest, keys: reader.keys(dataKey, manifest), missing }
  } catch (error) {
    throw error instanceof BundleDamage ? damageOf(error, file) : error
  } finally {
    beside.close()
    reader.close()
  }
}

function writeDatabase(reader: BundleReader, dataKey: DataKey, manifest: Manifest, path: string): void {
  const hash = createHash('sha256')
  const file = openSync(path, 'wx', 0o600)
  try {
    for (const piece of reader.database(dataKey, manifest)) {
      hash.update(piece)
      for (let at = 0; at < piece.length; ) at += writeSync(file, piece, at)
    }
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  if (hash.digest('hex') !== manifest.database.sha256) throw new BundleDamage('database')
}

/** The bundles beside the one being read, each opened on first use. */
class Holders {
  readonly #folder: string
  readonly #main: BundleReader
  readonly #dataKey: DataKey
  readonly #open = new Map<string, BundleReader | null>()
  #elsewhere: Map<string, { reader: BundleReader; file: BundledFile }> | undefined

  constructor(folder: string, main: BundleReader, dataKey: DataKey) {
    this.#folder = folder
    this.#main = main
    this.#dataKey = dataKey
  }

  find(file: BundledFile): Buffer | null {
    const reader = file.bundle === this.#main.header.id ? this.#main : this.#readerOf(file.bundle)
    const bytes = reader && wholeFile(reader, this.#dataKey, file)
    if (bytes) return bytes
    // Its bundle was deleted, and a later one took the file over.
    const other = this.#others().get(keyOf(file))
    return other ? wholeFile(other.reader, this.#dataKey, other.file) : null
  }

  nameOf({ bundle }: BundledFile): string {
    return this.#main.header.holders.find(holder => holder.id === bundle)?.name ?? basename(this.#main.path)
  }

  close(): void {
    for (const reader of this.#open.values()) reader?.close()
  }

  #readerOf(id: string): BundleReader | null {
    const known = this.#open.get(id)
    if (known !== undefined) return known
    const found = bundlesIn(this.#folder, this.#main.header.centre).find(({ header }) => header?.id === id)
    const reader = found ? new BundleReader(join(this.#folder, found.name)) : null
    this.#open.set(id, reader)
    return reader
  }

  #others() {
    if (this.#elsewhere) return this.#elsewhere
    this.#elsewhere = new Map()
    for (const { header } of bundlesIn(this.#folder, this.#main.header.centre)) {
      const reader = header && header.id !== this.#main.header.id ? this.#readerOf(header.id) : null
      if (!reader || !header) continue
      try {
        const { files, kept } = reader.manifest(this.#dataKey)
        for (const file of [...files.filter(one => one.bundle === header.id), ...kept])
          this.#elsewhere.set(keyOf(file), { reader, file })
      } catch {
        // Damaged: another bundle may have the file.
      }
    }
    return this.#elsewhere
  }
}
