import { createHash } from 'node:crypto'
import { type Dirent, existsSync } from 'node:fs'
import { mkdir, open, readdir, readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { paperFolderName } from '../database/identity.ts'
import { DomainError } from '../domain-error.ts'
import { hashesOf, piecesOf, readList, writeList } from './paper-pieces.ts'
import { saveFile } from './save-file.ts'

/** The part of a paper stored in a row. */
export type KeptPaper = { sha256: string; size: number }

/** A file of the store. Its name relative to the store never stands for other bytes, so a copy stays valid. */
type StoreFile = { name: string; size: number }

const listEnding = '.parts'
const filePattern = /^([0-9a-f]{64})(\.parts)?$/

/**
 * Issued papers and their pictures by hash, written once and never changed. A row with a hash is committed only after `put` has returned, which means
 * it is on the disk: a power cut may leave a file without a row, never a row without its file. `ab/ab12….parts` lists the pieces of a paper,
 * `ab/ab12…` contains bytes; fonts, frames and pictures used by several papers are separate pieces and stored once.
 */
export class PaperStore {
  readonly dataFolder: string
  readonly folder: string
  readonly #ensureSpace: (bytes: number) => void
  /** Pieces written or verified by this process. */
  readonly #proven = new Set<string>()

  /** @param ensureSpace throws if the disk has no room for so many bytes */
  constructor(dataFolder: string, ensureSpace: (bytes: number) => void = () => {}) {
    this.dataFolder = dataFolder
    this.#ensureSpace = ensureSpace
    this.folder = join(dataFolder, paperFolderName)
  }

  async put(bytes: Uint8Array): Promise<KeptPaper> {
    const [kept] = await this.putAll([bytes])
    if (!kept) throw new Error('nothing was kept')
    return kept
  }

  /** In the order of `all`. @throws DomainError disk_low, in which case none is stored */
  async putAll(all: readonly Uint8Array[]): Promise<KeptPaper[]> {
    this.#ensureSpace(all.reduce((sum, bytes) => sum + bytes.byteLength, 0))
    const folders = new Set<string>()
    const kept: KeptPaper[] = []
    for (const bytes of all) {
      const sha256 = sha256Of(bytes)
      const parted = piecesOf(bytes)
      if (!parted) await this.#keep(sha256, bytes, folders)
      else if (!(await this.#isWhole(sha256))) {
        const listed: (string | number)[] = []
        for (const piece of parted.pieces) {
          if (typeof piece === 'number') listed.push(piece)
          else {
            const hash = sha256Of(piece)
            await this.#keep(hash, piece, folders)
            listed.push(hash)
          }
        }
        await this.#write(sha256 + listEnding, writeList(bytes.byteLength, listed, parted.own), folders)
      }
      kept.push({ sha256, size: bytes.byteLength })
    }
    for (const folder of folders) await syncFolder(folder)
    return kept
  }

  /** The original bytes. @param paper name of the paper for the error @throws DomainError paper_missing, paper_damaged */
  async get(sha256: string, paper: string): Promise<Uint8Array<ArrayBuffer>> {
    const bytes = await this.#read(sha256).catch((error: unknown) => {
      if (isMissing(error)) throw new DomainError({ code: 'paper_missing', paper })
      throw error instanceof SyntaxError || isZlib(error) ? new DomainError({ code: 'paper_damaged', paper }) : error
    })
    if (sha256Of(bytes) !== sha256) throw new DomainError({ code: 'paper_damaged', paper })
    return bytes
  }

  /** All files in any order, without unfinished ones. */
  async *list(): AsyncGenerator<StoreFile> {
    for (const { folder, entry } of await this.#entries())
      if (filePattern.test(entry.name)) {
        const { size } = await stat(join(this.folder, folder, entry.name))
        yield { name: `${folder}/${entry.name}`, size }
      }
  }

  /**
   * Deletes files that no paper needs, and unfinished ones. Only while nobody else writes into the store, and with the papers of all databases of the
   * folder, because a snapshot may be restored.
   * @returns number of deleted files
   */
  async removeAllBut(papers: ReadonlySet<string>): Promise<number> {
    const needed = new Set(papers)
    const entries = await this.#entries()
    for (const { folder, entry } of entries) {
      const [, hash = '', ending] = filePattern.exec(entry.name) ?? []
      if (ending && papers.has(hash))
        for (const piece of await piecesOfFile(join(this.folder, folder, entry.name))) needed.add(piece)
    }
    let removed = 0
    for (const { folder, entry } of entries) {
      const [, hash, ending] = filePattern.exec(entry.name) ?? []
      const isNeeded = hash !== undefined && (ending ? papers.has(hash) : needed.has(hash))
      if (isNeeded || (hash === undefined && !entry.name.endsWith('.tmp'))) continue
      await rm(join(this.folder, folder, entry.name), { force: true })
      if (hash) this.#proven.delete(hash)
      removed += 1
    }
    return removed
  }

  async #read(sha256: string): Promise<Uint8Array<ArrayBuffer>> {
    const path = this.#pathOf(sha256)
    const list = await readFile(path + listEnding).catch((error: unknown) => {
      if (isMissing(error)) return null
      throw error
    })
    if (list === null) return new Uint8Array(await readFile(path))
    const { size, pieces, own } = readList(list)
    const bytes = new Uint8Array(size)
    let [at, used] = [0, 0]
    for (const piece of pieces) {
      const part = typeof piece === 'number' ? own.subarray(used, used + piece) : await readFile(this.#pathOf(piece))
      if (typeof piece === 'number') used += piece
      if (at + part.byteLength > size) return bytes
      bytes.set(part, at)
      at += part.byteLength
    }
    return bytes
  }

  async #isWhole(sha256: string): Promise<boolean> {
    try {
      return sha256Of(await this.#read(sha256)) === sha256
    } catch {
      return false
    }
  }

  /** Stores bytes. An existing file is verified once, so that no new paper refers to a damaged piece. */
  async #keep(sha256: string, bytes: Uint8Array, folders: Set<string>): Promise<void> {
    const there = await stat(this.#pathOf(sha256)).catch(() => null)
    if (there?.size === bytes.byteLength && (this.#proven.has(sha256) || (await this.#isWhole(sha256)))) {
      this.#proven.add(sha256)
      return
    }
    await this.#write(sha256, bytes, folders)
    this.#proven.add(sha256)
  }

  async #write(name: string, bytes: Uint8Array, folders: Set<string>): Promise<void> {
    const folder = join(this.folder, name.slice(0, 2))
    if (!existsSync(folder)) {
      await mkdir(folder, { recursive: true })
      folders.add(this.folder)
    }
    await saveFile(join(folder, name), bytes)
    folders.add(folder)
  }

  #pathOf(sha256: string): string {
    return join(this.folder, sha256.slice(0, 2), sha256)
  }

  async #entries(): Promise<{ folder: string; entry: Dirent }[]> {
    if (!existsSync(this.folder)) return []
    const folders = (await readdir(this.folder)).filter(name => /^[0-9a-f]{2}$/.test(name))
    const all = await Promise.all(
      folders.map(async folder =>
        (await readdir(join(this.folder, folder), { withFileTypes: true })).map(entry => ({ folder, entry })),
      ),
    )
    return all.flat().filter(({ entry }) => entry.isFile())
  }
}

async function piecesOfFile(path: string): Promise<string[]> {
  try {
    return hashesOf(await readFile(path))
  } catch {
    // Damaged: reported by the check; the pieces it needs are unknown.
    return []
  }
}

/** A rename is durable only after its folder is synced; Windows does this itself. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}

function isZlib(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('Z_')
}

export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
