import { createHash, randomBytes } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { deflateRawSync } from 'node:zlib'
import type { PlainDate } from '../../../shared/kernel/plain-date.ts'
import { DomainError } from '../domain-error.ts'
import { unlessLocked, whenFreeSync } from '../files/file-lock.ts'
import { freeSpaceOf, megabytesOf } from '../files/free-space.ts'
import { DataKey } from '../keys/data-key.ts'
import type { StoredSheet } from '../keys/recovery-sheet.ts'
import {
  type BundledFile,
  type BundledKeys,
  type BundleHeader,
  bundleFormat,
  bundleMagic,
  type Manifest,
  trailerBytes,
  trailerMagic,
} from './bundle-format.ts'
import { encryptBundleKey } from './bundle-keys.ts'
import { bundleName, removeUnfinished } from './bundle-place.ts'
import { BundleReader, contextOf, wholeFile } from './bundle-reader.ts'
import { EncryptedWriter } from './encrypted-stream.ts'
import { placeError } from './place-error.ts'
import { type FilePlan, planFiles, readWholeFile } from './plan-files.ts'
import { readSnapshot } from './read-snapshot.ts'

export type BundleOrder = {
  dataFolder: string
  /** A verified snapshot, whose database goes into the bundle. */
  snapshot: string
  /** Target folder. */
  folder: string
  dataKey: Uint8Array
  sheet: StoredSheet
  keys: BundledKeys
  beside: Manifest['beside']
  at: string
  today: PlainDate
  program: string
  /** 'v2': made before an update to that version, and kept longer. */
  note?: string
}

export type WrittenBundle = {
  file: string
  bytes: number
  madeAt: string
  rows: number
  tables: number
  files: { total: number; copied: number; kept: number; damaged: string[] }
  /** Names of deleted older bundles. */
  removed: string[]
}

/** Bytes of the database compressed at once. */
const pressedBytes = 256 * 1024

/**
 * Writes one bundle into a folder, completely or not at all. Files in earlier bundles of the folder are not written again.
 * @throws DomainError place_full, place_gone, place_unwritable
 */
export function writeBundle(order: BundleOrder, report: (done: number, total: number) => void): WrittenBundle {
  try {
    return write(order, report)
  } catch (error) {
    throw placeError(error, order.folder)
  }
}

function write(order: BundleOrder, report: (done: number, total: number) => void): WrittenBundle {
  const { folder, today } = order
  const dataKey = new DataKey(order.dataKey)
  const snapshot = readSnapshot(order.snapshot)
  mkdirSync(folder, { recursive: true })
  removeUnfinished(folder, snapshot.centre)
  const { name, at } = freeName(order, snapshot.centre)
  const plan = planFiles({ dataFolder: order.dataFolder, folder, dataKey, centre: snapshot.centre, name, today })
  const total = snapshot.size + plan.bytes
  assertRoom(folder, Math.ceil(snapshot.size / 2) + plan.bytes)
  const path = join(folder, name)
  const temporary = `${path}.tmp`
  const file = openSync(temporary, 'wx', 0o600)
  let bytes: number
  let files: WrittenBundle['files']
  try {
    const writer = new BundleWriter(file, headerOf(order, at, snapshot.centre, plan, dataKey))
    const database = writer.add('database', sink => {
      snapshot.read(piece => {
        for (let from = 0; from < piece.length; from += pressedBytes) {
          const pressed = deflateRawSync(piece.subarray(from, from + pressedBytes), { level: 1 })
          const length = Buffer.alloc(4)
          length.writeUInt32LE(pressed.length)
          sink(length)
          sink(pressed)
        }
        report(writer.bytes, total)
      })
    })
    const written = writeFiles(writer, plan, order.dataFolder, () => report(writer.bytes, total))
    const keys = writer.add('keys', sink => sink(Buffer.from(JSON.stringify(order.keys))))
    const kept = writer.takeOver(plan.takenOver, dataKey)
    files = written.counts
    bytes = writer.finish({
      centreName: snapshot.centreName,
      schema: snapshot.schema,
      audit: snapshot.audit,
      tables: snapshot.tables,
      database: { ...database, size: snapshot.size, sha256: snapshot.sha256 },
      keys,
      beside: order.beside,
      files: written.files,
      kept,
    })
    fsyncSync(file)
    closeSync(file)
    whenFreeSync(() => renameSync(temporary, path))
    syncFolder(folder)
  } catch (error) {
    closeQuietly(file)
    unlessLocked(() => rmSync(temporary, { force: true }))
    throw error
  } finally {
    plan.close()
  }
  // Only after the new one is complete and opens.
  const reader = new BundleReader(path)
  reader.manifest(dataKey)
  reader.close()
  for (const old of plan.removed) unlessLocked(() => rmSync(join(folder, old), { force: true }))
  const rows = snapshot.tables.reduce((sum, table) => sum + table.rows, 0)
  return { file: path, bytes, madeAt: at, rows, tables: snapshot.tables.length, files, removed: plan.removed }
}

/** The backup may fill the place completely. @throws DomainError place_full */
function assertRoom(folder: string, bytes: number): void {
  const free = freeSpaceOf(folder)
  if (free === null || free >= bytes) return
  throw new DomainError({ code: 'place_full', folder, needed: Math.ceil(bytes / 2 ** 20), free: megabytesOf(free) })
}

/** Appends encrypted streams to a file and records their positions. */
class BundleWriter {
  readonly header: BundleHeader
  bytes = 0
  readonly #file: number
  readonly #key: Uint8Array
  readonly #digest: Buffer

  constructor(file: number, { header, key }: { header: BundleHeader; key: Uint8Array }) {
    this.#file = file
    this.#key = key
    this.header = header
    const json = Buffer.from(JSON.stringify(header))
    const length = Buffer.alloc(4)
    length.writeUInt32LE(json.length)
    const prefix = Buffer.concat([bundleMagic, length, json])
    this.#digest = createHash('sha256').update(prefix).digest()
    this.#write(prefix)
    this.#write(this.#digest)
  }

  add(name: string, fill: (sink: (bytes: Uint8Array) => void) => void): { offset: number; length: number } {
    const offset = this.bytes
    const stream = new EncryptedWriter(this.#key, contextOf(this.#digest, name), bytes => this.#write(bytes))
    fill(bytes => stream.write(bytes))
    stream.end()
    return { offset, length: stream.length }
  }

  /** Copies files of bundles to be deleted that remaining ones need. */
  takeOver(files: FilePlan['takenOver'], dataKey: DataKey): BundledFile[] {
    return files.flatMap(({ reader, file }) => {
      const bytes = wholeFile(reader, dataKey, file)
      // The only copy is damaged and lost anyway; testing the bundles that need it reports that.
      if (bytes === null) return []
      return { ...file, bundle: this.header.id, ...this.add(file.path, sink => sink(bytes)) }
    })
  }

  finish(manifest: Manifest): number {
    const { offset, length } = this.add('manifest', sink => sink(Buffer.from(JSON.stringify(manifest))))
    const trailer = Buffer.alloc(trailerBytes)
    trailer.writeBigUInt64LE(BigInt(offset), 0)
    trailer.writeBigUInt64LE(BigInt(length), 8)
    trailer.set(trailerMagic, 16)
    this.#write(trailer)
    return this.bytes
  }

  #write(bytes: Uint8Array): void {
    for (let at = 0; at < bytes.length; ) at += writeSync(this.#file, bytes, at)
    this.bytes += bytes.length
  }
}

function headerOf(order: BundleOrder, madeAt: string, centre: string, plan: FilePlan, dataKey: DataKey) {
  const key = randomBytes(32)
  const header: BundleHeader = {
    format: bundleFormat,
    id: randomBytes(16).toString('hex'),
    centre,
    madeAt,
    program: order.program,
    sheet: order.sheet,
    key: encryptBundleKey(key, dataKey),
    holders: plan.holders,
  }
  return { header, key }
}

function writeFiles(writer: BundleWriter, plan: FilePlan, dataFolder: string, report: () => void) {
  const files: BundledFile[] = [...plan.reused]
  const damaged: string[] = []
  let copied = 0
  for (const { path, fallback } of plan.fresh) {
    const bytes = readWholeFile(dataFolder, path)
    // Deleted since it was listed.
    if (bytes === null) continue
    if (bytes === 'damaged') {
      damaged.push(path)
      if (fallback) files.push(fallback)
      continue
    }
    const section = writer.add(path, sink => sink(bytes))
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    files.push({ path, size: bytes.length, sha256, bundle: writer.header.id, ...section })
    copied += 1
    report()
  }
  return { files, counts: { total: files.length, copied, kept: files.length - copied, damaged } }
}

function freeName({ folder, at, note }: BundleOrder, centre: string): { name: string; at: string } {
  for (let second = 0; ; second += 1) {
    const moment = new Date(Date.parse(`${at}Z`) + second * 1000).toISOString().slice(0, 19)
    const name = bundleName(centre, moment, note)
    if (!existsSync(join(folder, name))) return { name, at: moment }
  }
}

/** A rename is durable only after its folder is synced; Windows does this itself. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } catch {
    // Some network folders do not support it; the file itself is synced.
  } finally {
    closeSync(handle)
  }
}

function closeQuietly(file: number): void {
  try {
    closeSync(file)
  } catch {
    // Already closed, or the stick is gone.
  }
}
