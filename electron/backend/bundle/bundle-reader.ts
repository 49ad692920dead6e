import { createHash } from 'node:crypto'
import { closeSync, fstatSync, openSync, readSync, statSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { inflateRawSync } from 'node:zlib'
import { DomainError } from '../domain-error.ts'
import type { DataKey } from '../keys/data-key.ts'
import {
  type BundledFile,
  type BundledKeys,
  type BundleHeader,
  bundledKeysSchema,
  bundleMagic,
  headerSchema,
  type Manifest,
  manifestSchema,
  trailerBytes,
  trailerMagic,
} from './bundle-format.ts'
import { bundleKeyOf } from './bundle-keys.ts'
import { BundleDamage, decryptStream } from './encrypted-stream.ts'
import { placeError } from './place-error.ts'

const digestBytes = 32
/** No header is larger: it has a sheet, and a line for each other bundle. */
const mostHeader = 4_000_000

type Section = { offset: number; length: number }

/** An open bundle. Every byte of it is covered by a digest or an authentication tag. */
export class BundleReader {
  readonly path: string
  readonly header: BundleHeader
  readonly bytes: number
  readonly #file: number
  readonly #context: Buffer
  readonly #bodyStart: number

  /** @throws DomainError bundle_missing, bundle_not_ours, bundle_newer, bundle_damaged */
  constructor(path: string) {
    this.path = path
    this.#file = opened(path)
    try {
      this.bytes = fstatSync(this.#file).size
      const start = this.#read(0, bundleMagic.length + 4)
      if (!start.subarray(0, bundleMagic.length).equals(bundleMagic))
        throw new DomainError({ code: 'bundle_not_ours', file: basename(path) })
      const length = start.length === bundleMagic.length + 4 ? start.readUInt32LE(bundleMagic.length) : mostHeader
      if (length >= mostHeader) throw new BundleDamage('header')
      const prefix = this.#read(0, start.length + length)
      const digest = createHash('sha256').update(prefix).digest()
      if (!digest.equals(this.#read(prefix.length, digestBytes))) throw new BundleDamage('header')
      this.header = headerOf(prefix.subarray(start.length), path)
      this.#context = digest
      this.#bodyStart = prefix.length + digestBytes
    } catch (error) {
      closeSync(this.#file)
      throw damageOf(error, this.path)
    }
  }

  close(): void {
    closeSync(this.#file)
  }

  /** @throws DomainError bundle_damaged if the bundle was changed, or the key belongs to another centre */
  manifest(dataKey: DataKey): Manifest {
    return this.#withDamage(() => {
      const { manifest, end } = this.#sections()
      const bytes = Buffer.concat([...this.#open(manifest, dataKey, 'manifest')])
      const read = manifestSchema.parse(JSON.parse(bytes.toString('utf8')))
      this.#assertTiled(read, manifest, end)
      return read
    })
  }

  keys(dataKey: DataKey, { keys }: Manifest): BundledKeys {
    return this.#withDamage(() => {
      const bytes = Buffer.concat([...this.#open(keys, dataKey, 'keys')])
      return bundledKeysSchema.parse(JSON.parse(bytes.toString('utf8')))
    })
  }

  /** The database in pieces, as it was written. */
  *database(dataKey: DataKey, { database }: Manifest): Generator<Buffer> {
    let pending = Buffer.alloc(0)
    for (const chunk of this.#open(database, dataKey, 'database')) {
      pending = Buffer.concat([pending, chunk])
      for (;;) {
        const size = pending.length >= 4 ? pending.readUInt32LE(0) : Number.POSITIVE_INFINITY
        if (pending.length < 4 + size) break
        yield inflateRawSync(pending.subarray(4, 4 + size))
        pending = pending.subarray(4 + size)
      }
    }
    if (pending.length > 0) throw new BundleDamage('database')
  }

  /** A file in this bundle. */
  file(dataKey: DataKey, file: Section & Pick<BundledFile, 'path'>): Generator<Buffer> {
    return this.#open(file, dataKey, file.path)
  }

  #open(section: Section, dataKey: DataKey, name: string): Generator<Buffer> {
    const key = bundleKeyOf(this.header.key, dataKey)
    if (!key) throw new BundleDamage('key')
    return decryptStream((offset, length) => this.#read(offset, length), section, key, contextOf(this.#context, name))
  }

  #sections(): { manifest: Section; end: number } {
    const end = this.bytes - trailerBytes
    const trailer = this.#read(end, trailerBytes)
    if (end < this.#bodyStart || !trailer.subarray(16).equals(trailerMagic)) throw new BundleDamage('trailer')
    const manifest = { offset: Number(trailer.readBigUInt64LE(0)), length: Number(trailer.readBigUInt64LE(8)) }
    if (manifest.offset < this.#bodyStart || manifest.offset + manifest.length !== end)
      throw new BundleDamage('trailer')
    return { manifest, end }
  }

  /** The sections must follow each other without gaps, because bytes that nothing refers to would not be checked. */
  #assertTiled({ database, keys, files, kept }: Manifest, manifest: Section, end: number): void {
    const own = files.filter(file => file.bundle === this.header.id)
    const sections = [database, keys, ...own, ...kept, manifest].toSorted((a, b) => a.offset - b.offset)
    let at = this.#bodyStart
    for (const { offset, length } of sections) {
      if (offset !== at) throw new BundleDamage('gap')
      at += length
    }
    if (at !== end) throw new BundleDamage('gap')
  }

  #read(offset: number, length: number): Buffer {
    const bytes = Buffer.alloc(Math.max(0, Math.min(length, this.bytes - offset)))
    let filled = 0
    while (filled < bytes.length) {
      const count = readSync(this.#file, bytes, filled, bytes.length - filled, offset + filled)
      if (count === 0) return bytes.subarray(0, filled)
      filled += count
    }
    return bytes
  }

  #withDamage<T>(work: () => T): T {
    try {
      return work()
    } catch (error) {
      throw damageOf(error, this.path)
    }
  }
}

/** Null if it is damaged. */
export function wholeFile(reader: BundleReader, dataKey: DataKey, file: BundledFile): Buffer | null {
  try {
    const bytes = Buffer.concat([...reader.file(dataKey, file)])
    return createHash('sha256').update(bytes).digest('hex') === file.sha256 ? bytes : null
  } catch (error) {
    if (error instanceof BundleDamage) return null
    throw error
  }
}

/** Identifies a stream in its bundle, so that none can replace another. */
export function contextOf(headerDigest: Buffer, name: string): Buffer {
  return Buffer.concat([headerDigest, Buffer.from(name)])
}

/** Unreadable content of a bundle is damage; errors of the system are returned unchanged. */
export function damageOf(error: unknown, path: string): unknown {
  if (error instanceof DomainError) return error
  const isOfSystem = error instanceof Error && 'errno' in error && 'syscall' in error
  return isOfSystem
    ? placeError(error, dirname(path))
    : new DomainError({ code: 'bundle_damaged', file: basename(path) })
}

function opened(path: string): number {
  const found = statSync(path, { throwIfNoEntry: false })
  if (!found) throw new DomainError({ code: 'bundle_missing', file: basename(path) })
  if (!found.isFile()) throw new DomainError({ code: 'bundle_not_ours', file: basename(path) })
  try {
    return openSync(path, 'r')
  } catch (error) {
    throw placeError(error, dirname(path))
  }
}

function headerOf(bytes: Buffer, path: string): BundleHeader {
  const raw: unknown = JSON.parse(bytes.toString('utf8'))
  const format = typeof raw === 'object' && raw !== null && 'format' in raw ? String(raw.format) : ''
  const parsed = headerSchema.safeParse(raw)
  if (parsed.success) return parsed.data
  // Its digest is right, so it was written in this form.
  throw new DomainError({ code: 'bundle_newer', file: basename(path), format: format.slice(0, 40) })
}
