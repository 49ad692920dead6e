import { statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type BetterSqlite from 'better-sqlite3'
import type { Snapshot } from '../../../shared/features/session/contract.ts'
import { lastSeal } from '../database/audit.ts'
import { ReadDatabase, WriteDatabase } from '../database/connection.ts'
import { databaseFileName, snapshotFolderName } from '../database/identity.ts'
import { ReadingThreads } from '../database/reading-thread.ts'
import { changesOutside } from '../database/seal/check-beside.ts'
import { fileDigest } from '../database/seal/file-digest.ts'
import type { SealedData } from '../database/seal/sealed-data.ts'
import { listSnapshots, sealOfSnapshot, takeSnapshot } from '../database/snapshot.ts'
import { arePagesReadable, snapshotOnThread } from '../database/snapshot-on-thread.ts'
import { DomainError } from '../domain-error.ts'

/** Bytes. A smaller database is copied and checked on this thread, in about 50 ms. */
const smallDatabase = 8_000_000

/** The database of a folder while it is open: its connections, the reading threads, and its seals. */
export class OpenData {
  readonly raw: BetterSqlite.Database
  readonly read: ReadDatabase
  readonly write: WriteDatabase
  readonly threads: ReadingThreads
  readonly sealed: SealedData
  /** Rows found since the data was opened that were not written by this program. */
  changedOutside: readonly string[] = []
  readonly #folder: string
  /** Pending while a thread writes. */
  #lent: Promise<void> | undefined

  constructor(folder: string, raw: BetterSqlite.Database, sealed: SealedData) {
    this.#folder = folder
    this.raw = raw
    this.read = new ReadDatabase(raw)
    this.write = new WriteDatabase(raw)
    this.threads = new ReadingThreads(join(folder, databaseFileName))
    this.sealed = sealed
  }

  /** In bytes. */
  get size(): number {
    const pragma = (name: string) => Number(this.raw.pragma(name, { simple: true }))
    return pragma('page_count') * pragma('page_size')
  }

  /** Usually there is nothing to wait for: then undefined, and the caller goes on at once. */
  writable(): Promise<void> | undefined {
    return this.#lent
  }

  /** Lets a thread write in place of this one until the returned function is called. Calls that begin meanwhile wait in `writable`. */
  lendWriting(): () => void {
    const { raw, sealed } = this
    const { promise, resolve } = Promise.withResolvers<void>()
    this.#lent = promise
    // A task that began earlier may still write: it waits for the thread instead of failing as if another program had the data.
    raw.pragma('busy_timeout = 60000')
    return () => {
      if (this.#lent === promise) this.#lent = undefined
      if (raw.open) {
        raw.pragma('busy_timeout = 1500')
        sealed.noteCommit()
      }
      resolve()
    }
  }

  /** Makes a verified snapshot of the present data. A small database is copied on this thread: starting another one takes longer. */
  async copy(at: string, note?: string): Promise<Snapshot> {
    const folder = join(this.#folder, snapshotFolderName)
    if (isSmallDatabase(this.#folder)) return takeSnapshot(this.raw, folder, at, note)
    return snapshotOnThread(this.threads, { folder, at, ...(note ? { note } : {}) })
  }

  /** Runs reads in one consistent view. */
  consistently<T>(work: () => T): T {
    return this.raw.transaction(work).deferred()
  }

  /** Reads every page in a thread. True also if the data is closed meanwhile: the next start checks again. */
  async isSound(): Promise<boolean> {
    // The first page of the program gets the computer to itself.
    await setTimeout(1000, undefined, { ref: false })
    return !this.raw.open || arePagesReadable(this.threads).catch(() => true)
  }

  changedSinceSnapshot(): boolean {
    const seal = lastSeal(this.read)
    if (seal === '') return false
    const folder = join(this.#folder, snapshotFolderName)
    const [newest] = listSnapshots(folder)
    try {
      return newest === undefined || sealOfSnapshot(folder, newest.name) !== seal
    } catch {
      return true
    }
  }

  /** Compares every row with its seal, in a thread. */
  async checkRows(secret: Uint8Array | null): Promise<void> {
    try {
      this.changedOutside = await changesOutside(this.threads, secret)
    } catch (error) {
      // Closed meanwhile: the next start checks again.
      if (!(error instanceof DomainError)) throw error
    }
  }

  /** Call only after the threads have ended. */
  shut(): void {
    const { raw, sealed } = this
    let digest: string | null = null
    try {
      if (sealed.hasWritten) {
        // Statistics from a few hundred rows of each index are enough; all rows would take seconds.
        raw.pragma('analysis_limit = 400')
        raw.pragma('optimize')
        raw.pragma('wal_checkpoint(TRUNCATE)')
        digest = fileDigest(raw.name)
      }
    } catch {
      // An optimisation only; it fails on a damaged database.
    }
    sealed.close(digest)
    raw.close()
  }

  /** Does only what cannot wait; reading threads end with the process. Never throws. */
  shutAtOnce(): void {
    const { raw, sealed } = this
    try {
      raw.pragma('wal_checkpoint(TRUNCATE)')
      sealed.close(null)
      raw.close()
    } catch {
      // Committed data is also in the journal and is read from there at the next opening.
    }
  }
}

export function isSmallDatabase(folder: string): boolean {
  return (statSync(join(folder, databaseFileName), { throwIfNoEntry: false })?.size ?? 0) < smallDatabase
}
