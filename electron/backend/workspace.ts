import { renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type BetterSqlite from 'better-sqlite3'
import type { DomainErrorData } from '../../shared/domain-error.ts'
import type { Snapshot } from '../../shared/features/session/contract.ts'
import { type Clock, momentOf } from './clock.ts'
import { placeProblem } from './data-place.ts'
import { appendAudit, lastSeal } from './database/audit.ts'
import { pagesAreSound, snapshotBeside } from './database/beside.ts'
import { ReadDatabase, WriteDatabase } from './database/connection.ts'
import { databaseFileName, practiceFolderName, snapshotFolderName } from './database/identity.ts'
import { forgetMissedSnapshot, missedSnapshot, noteMissedSnapshot } from './database/missed-snapshot.ts'
import { NumberLog } from './database/number-log.ts'
import { isBlank, openDatabase } from './database/open-database.ts'
import { centreIdOf, proveDatabase } from './database/prove-database.ts'
import { ReadingThreads } from './database/reading-thread.ts'
import { restoreSnapshot } from './database/restore.ts'
import { changesOutside } from './database/seal/check-beside.ts'
import { fileDigest } from './database/seal/file-digest.ts'
import { isKeySealed } from './database/seal/row-seals.ts'
import { SealKey } from './database/seal/seal-key.ts'
import { type AnchorProblem, SealedData } from './database/seal/sealed-data.ts'
import {
  listSnapshots,
  newestGoodSnapshot,
  provenSnapshotFile,
  pruneSnapshots,
  sealOfSnapshot,
  snapshotBefore,
  takeSnapshot,
} from './database/snapshot.ts'
import { DomainError } from './domain-error.ts'
import { missingSpace } from './files/free-space.ts'
import { tidyLeftovers } from './files/leftover-store.ts'
import { PaperStore } from './files/paper-store.ts'
import { hasSealedFiles } from './files/sealed-files.ts'
import type { KeyProtection } from './host-services.ts'
import type { DataKey } from './keys/data-key.ts'
import { DataKeyStore } from './keys/data-key-store.ts'
import { KeyStore } from './keys/key-store.ts'
import { leftWithoutDatabase } from './left-without-database.ts'

/** Milliseconds after which a large database that was opened unread is checked. */
const checkedAfter = 1000
/** Bytes below which a database is copied and checked at once, in some 50 ms. */
const smallDatabase = 8_000_000

/** The data opens, but is not what was last written. */
const behindCodes: readonly string[] = ['data_behind', 'data_unanchored']

type Open = {
  raw: BetterSqlite.Database
  read: ReadDatabase
  write: WriteDatabase
  threads: ReadingThreads
  sealed: SealedData
  changedOutside: readonly string[]
}

type WorkspaceOptions = {
  readonly create: boolean
  readonly freeSpace: (folder: string) => number | null
  readonly keyProtection?: KeyProtection | undefined
}

/**
 * The data folder and the one database open in it. The practice centre is a folder inside it with a database of its own.
 * A database that cannot be opened is a state with words, not a crash.
 */
export class Workspace {
  readonly #root: string
  readonly #clock: Clock
  readonly #create: boolean
  readonly #keyProtection: KeyProtection | undefined
  readonly #freeSpaceOf: (folder: string) => number | null
  #folder: string
  #dataKeys: { folder: string; store: DataKeyStore } | undefined
  #open: Open | undefined
  #openingError: DomainErrorData | undefined
  #papers: PaperStore | undefined
  /** While a thread writes. */
  #lent: Promise<void> | undefined

  constructor(dataFolder: string, clock: Clock, { create, freeSpace, keyProtection }: WorkspaceOptions) {
    this.#root = dataFolder
    this.#clock = clock
    this.#create = create
    this.#keyProtection = keyProtection
    this.#freeSpaceOf = freeSpace
    this.#folder = dataFolder
    this.#openHere()
  }

  get folder(): string {
    return this.#folder
  }

  /** The private keys of the folder that is open. */
  get keys(): KeyStore {
    return new KeyStore(this.#folder, this.#keyProtection)
  }

  /** The key of the scans and its recovery sheet. */
  get dataKeys(): DataKeyStore {
    const folder = this.#folder
    if (this.#dataKeys?.folder !== folder) {
      const hasSealed = () => hasSealedFiles(folder) || (this.#open !== undefined && isKeySealed(this.#open.raw))
      const store = new DataKeyStore(folder, this.keys, hasSealed)
      this.#dataKeys = { folder, store }
    }
    return this.#dataKeys.store
  }

  /** @throws DomainError data_locked */
  get dataKey(): DataKey {
    return this.dataKeys.key
  }

  /** Numbers of papers ever given in the folder that is open. */
  get numbers(): NumberLog {
    return new NumberLog(this.#folder)
  }

  /** Issued papers of the folder that is open. */
  get papers(): PaperStore {
    if (this.#papers?.dataFolder !== this.#folder) this.#papers = new PaperStore(this.#folder)
    return this.#papers
  }

  get inPractice(): boolean {
    return this.#folder !== this.#root
  }

  /** Why there is no database, or undefined when there is one. */
  get openingError(): DomainErrorData | undefined {
    return this.#openingError
  }

  /** Opens what could not be opened before: the other program may be closed by now, the disk may have room again. */
  retry(): void {
    if (this.#openingError) this.#openHere()
  }

  get read(): ReadDatabase {
    return this.#opened().read
  }

  get write(): WriteDatabase {
    return this.#opened().write
  }

  /** Threads that read beside this one: for what would hold it longer than a moment. */
  get threads(): ReadingThreads {
    return this.#opened().threads
  }

  /** Lets a thread write in this one's place, until what it gives back is called; calls that begin meanwhile wait in `writable`. */
  lendWriting(): () => void {
    const { raw, sealed } = this.#opened()
    const { promise, resolve } = Promise.withResolvers<void>()
    this.#lent = promise
    // A task that began before may still write: it waits for the thread instead of being told that another program has the data.
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

  /** Nothing to wait for is the rule: then undefined, and the caller goes on at once. */
  writable(): Promise<void> | undefined {
    return this.#lent
  }

  /** To be awaited before the file is closed, moved or restored: a thread that has it open would be read from under its feet. */
  async endThreads(): Promise<void> {
    await this.#open?.threads.end()
  }

  /** Runs one write transaction; a throw inside leaves nothing behind. */
  transaction<T>(work: () => T): T {
    return this.#opened().sealed.transaction(work)
  }

  /** For a thread that writes in our place. */
  get sealSecret(): Uint8Array | null {
    return this.#sealKey(true)?.secret ?? null
  }

  /** Runs reads on one consistent view. */
  consistently<T>(work: () => T): T {
    return this.#opened().raw.transaction(work).deferred()
  }

  snapshots(): Snapshot[] {
    return listSnapshots(this.#snapshotFolder)
  }

  newestGoodSnapshot(): Snapshot | null {
    return newestGoodSnapshot(this.#snapshotFolder)
  }

  /** The error of a damaged database, naming the newest snapshot that opens. */
  damage(): DomainErrorData {
    return { code: 'database_damaged', snapshot: this.newestGoodSnapshot()?.takenAt ?? null }
  }

  /** Bytes that may still be written where the data lies; null where the system does not say. */
  freeSpace(): number | null {
    return this.#freeSpaceOf(this.#folder)
  }

  /** Call it before work that writes so many bytes: a disk that fills up in the middle stops everything. @throws DomainError disk_low */
  ensureSpace(bytes: number): void {
    const missing = missingSpace(this.freeSpace(), bytes)
    if (missing) throw new DomainError({ code: 'disk_low', ...missing })
  }

  /** @throws DomainError disk_low, file_in_use */
  async takeSnapshot(): Promise<Snapshot> {
    const { at, today } = momentOf(this.#clock)
    this.ensureSpace(databaseSize(this.#opened().raw))
    const [folder, snapshotFolder] = [this.#folder, this.#snapshotFolder]
    const snapshot = await this.#copy(at)
    forgetMissedSnapshot(folder)
    pruneSnapshots(snapshotFolder, today)
    return snapshot
  }

  /** A small one is copied here and now: a thread takes longer to start. */
  async #copy(at: string, note?: string): Promise<Snapshot> {
    const { raw, threads } = this.#opened()
    if (this.#isSmall) return takeSnapshot(raw, this.#snapshotFolder, at, note)
    return snapshotBeside(threads, { folder: this.#snapshotFolder, at, ...(note ? { note } : {}) })
  }

  get #isSmall(): boolean {
    return (statSync(join(this.#folder, databaseFileName), { throwIfNoEntry: false })?.size ?? 0) < smallDatabase
  }

  /** Whether anything happened since the newest snapshot. */
  get hasChanged(): boolean {
    return this.#open !== undefined && this.#changedSinceSnapshot()
  }

  /** When a snapshot at quit failed, unless one was made since. */
  get missedSnapshot(): string | null {
    return missedSnapshot(this.#folder)
  }

  /** @throws DomainError snapshot_unknown, snapshot_damaged, and the present error where the file belongs to somebody else */
  async restore(snapshot: string): Promise<string | null> {
    const { at } = momentOf(this.#clock)
    const domainError = this.#openingError
    const over = ['database_damaged', 'database_missing', 'database_gone', ...behindCodes]
    if (domainError && !over.includes(domainError.code)) throw new DomainError(domainError)
    // Before the present state is copied: such copies are kept for ever, and a refusal must leave none.
    const file = provenSnapshotFile(this.#snapshotFolder, snapshot)
    // What goes back is sealed anew as it stands, so it must be what this program wrote, and of this centre.
    const centreId = this.#open && centreIdOf(this.#open.read)
    const proof = await proveDatabase(file, { sealKey: this.#sealKey(false) ?? 'elsewhere', expected: { centreId } })
    if (!proof.ok) throw new DomainError({ code: 'snapshot_damaged', name: snapshot })
    this.ensureSpace(statSync(file).size + (this.#open ? databaseSize(this.#open.raw) : 0))
    if (this.#open) {
      await this.#copy(at, 'sebelum-pulih')
      await this.endThreads()
      this.#shut()
    }
    try {
      const keptAs = restoreSnapshot(this.#folder, snapshot, at)
      if (keptAs) this.numbers.keepOf(join(this.#folder, keptAs))
      return keptAs
    } finally {
      this.#openHere({ accept: true })
    }
  }

  /**
   * Opens data that is behind its anchor, or beside none, as it is, and writes into the history what was missing.
   * @throws DomainError nothing_behind, or the present error where it is another one
   */
  goOn(who: { operator: string; desk: string; operation: string }): void {
    const problem = this.#openingError
    if (!problem || !behindCodes.includes(problem.code)) throw new DomainError(problem ?? { code: 'nothing_behind' })
    this.#openHere({ accept: true })
    const { write } = this.#opened()
    const signed = { ...who, at: momentOf(this.#clock).at }
    this.transaction(() =>
      appendAudit(write, signed, { entity: 'snapshot', id: 'diteruskan', before: null, after: problem }),
    )
  }

  async enterPractice(): Promise<void> {
    await this.#moveTo(join(this.#root, practiceFolderName))
  }

  async leavePractice(): Promise<void> {
    await this.#moveTo(this.#root)
  }

  /**
   * Throws the practice centre away, which alone may be; it is open and blank afterwards. @throws DomainError practice_only, file_in_use;
   * then nothing was lost
   */
  async emptyPractice(): Promise<void> {
    if (!this.inPractice) throw new DomainError({ code: 'practice_only' })
    const old = `${this.#folder}-lama`
    await this.endThreads()
    this.#shut()
    try {
      rmSync(old, { recursive: true, force: true })
      // Renamed first: it goes as a whole or not at all.
      renameSync(this.#folder, old)
    } catch {
      throw new DomainError({ code: 'file_in_use', name: this.#folder })
    } finally {
      this.#openHere()
    }
    rmSync(old, { recursive: true, force: true })
  }

  /** At quit: a verified snapshot when something changed since the newest one, what nobody owns tidied, then an orderly close. */
  async close(): Promise<void> {
    if (!this.#open) return
    const open = this.#open
    try {
      // A check in the background must not hold up the end; the next start begins it anew.
      await open.threads.end()
      if (this.#changedSinceSnapshot()) await this.takeSnapshot()
      tidyLeftovers(this.read, this.#folder, momentOf(this.#clock).today)
    } catch (error) {
      noteMissedSnapshot(this.#folder, momentOf(this.#clock).at)
      throw error
    } finally {
      await open.threads.end()
      if (this.#open === open) this.#shut()
    }
  }

  /** Only what cannot wait; reading threads end with the process. Never throws. */
  closeAtOnce(): void {
    const open = this.#open
    if (!open) return
    const { raw, sealed } = open
    this.#open = undefined
    try {
      raw.pragma('wal_checkpoint(TRUNCATE)')
      sealed.close(null)
      raw.close()
    } catch {
      // What is committed stands in the journal too, and is read from there at the next opening.
    }
  }

  /** What was found of rows that this program has not written, since the data was opened. */
  get changedOutside(): readonly string[] {
    return this.#open?.changedOutside ?? []
  }

  /** Compares every row with its seal, beside the work. */
  async checkBeside(): Promise<void> {
    const open = this.#open
    if (!open) return
    try {
      open.changedOutside = await changesOutside(open.threads, this.#sealKey(false)?.secret ?? null)
    } catch (error) {
      // Closed meanwhile: the next start looks again.
      if (!(error instanceof DomainError)) throw error
    }
  }

  /** A snapshot of what was done before the program ended without one: Windows went down, the power went, the disk was full. */
  async catchUp(): Promise<void> {
    if (!this.#open) return
    await this.checkBeside()
    try {
      if (this.#changedSinceSnapshot()) await this.takeSnapshot()
      else forgetMissedSnapshot(this.#folder)
    } catch (error) {
      noteMissedSnapshot(this.#folder, momentOf(this.#clock).at)
      throw error
    }
  }

  get #snapshotFolder(): string {
    return join(this.#folder, snapshotFolderName)
  }

  #changedSinceSnapshot(): boolean {
    const seal = lastSeal(this.read)
    if (seal === '') return false
    const [newest] = this.snapshots()
    try {
      return newest === undefined || sealOfSnapshot(this.#snapshotFolder, newest.name) !== seal
    } catch {
      return true
    }
  }

  async #moveTo(folder: string): Promise<void> {
    try {
      await this.close()
    } finally {
      // Also where the snapshot failed: the way back must stay open.
      this.#folder = folder
      this.#openHere()
    }
  }

  /** @param accept takes the data for what it is, whatever the anchor says */
  #openHere({ accept = false } = {}): void {
    this.#openingError = undefined
    const file = join(this.#folder, databaseFileName)
    try {
      const problem = placeProblem(this.#folder)
      if (problem) throw new DomainError(problem)
      // Beside snapshots, scans or keys a blank file is a lost one, not a first start.
      if (isBlank(file)) {
        if (this.snapshots().length > 0) throw new DomainError(this.damage())
        const left = leftWithoutDatabase(this.#folder)
        if (left.length > 0) throw new DomainError({ code: 'database_gone', folder: this.#folder, left })
      }
      const raw = openDatabase(file, {
        create: this.#create || this.inPractice,
        pages: this.#isSmall ? 'checked' : 'unread',
        beforeMigration: snapshotBefore(this.#snapshotFolder, momentOf(this.#clock).at),
      })
      const sealed = new SealedData(raw, this.#folder, () => this.#sealKey(true))
      const behind = accept ? null : sealed.problem(this.#sealKey(false))
      if (behind) {
        raw.close()
        throw new DomainError(this.#behind(behind))
      }
      this.#open = {
        raw,
        read: new ReadDatabase(raw),
        write: new WriteDatabase(raw),
        threads: new ReadingThreads(file),
        sealed,
        changedOutside: [],
      }
      if (accept) sealed.accept()
      if (!this.#isSmall) void this.#checkLater(this.#open)
    } catch (error) {
      if (!(error instanceof DomainError)) throw error
      this.#openingError = error.data.code === 'database_damaged' ? this.damage() : error.data
    }
  }

  /** What was opened unread is read beside the work; damage that is found closes it, and the page says so as if it had not been opened. */
  async #checkLater(open: Open): Promise<void> {
    // The first page has the computer to itself.
    await setTimeout(checkedAfter, undefined, { ref: false })
    if (this.#open !== open) return
    pagesAreSound(open.threads).then(
      async isSound => {
        if (isSound || this.#open !== open) return
        await open.threads.end()
        this.#openingError = this.damage()
        this.#shut()
      },
      // Ended before it was through: it begins anew at the next start.
      () => undefined,
    )
  }

  #behind(problem: AnchorProblem): DomainErrorData {
    const snapshot = this.newestGoodSnapshot()?.takenAt ?? null
    const { kind, last } = problem
    if (kind !== 'behind' && kind !== 'forked') return { code: 'data_unanchored', kind, last, snapshot }
    return {
      code: 'data_behind',
      lost: kind === 'behind' ? problem.lost : null,
      last,
      written: problem.written,
      snapshot,
    }
  }

  /** Null where it cannot be opened here; made where there is none yet, and that is wanted. */
  #sealKey(make: boolean): SealKey | null {
    const { dataKeys } = this
    try {
      if (dataKeys.state === 'LOCKED' || (dataKeys.state === 'NONE' && !make)) return null
      return SealKey.of(dataKeys.key.secret)
    } catch {
      // A folder that cannot be written: there is nothing to seal then.
      return null
    }
  }

  #shut(): void {
    const open = this.#open
    this.#open = undefined
    if (!open) return
    const { raw, sealed } = open
    let digest: string | null = null
    try {
      if (sealed.hasWritten) {
        // Statistics from a few hundred rows of each index are enough; of all rows they would take seconds.
        raw.pragma('analysis_limit = 400')
        raw.pragma('optimize')
        raw.pragma('wal_checkpoint(TRUNCATE)')
        digest = fileDigest(raw.name)
      }
    } catch {
      // A help for next time, which a damaged database cannot give.
    }
    sealed.close(digest)
    raw.close()
  }

  #opened(): Open {
    if (!this.#open) throw new DomainError(this.#openingError ?? { code: 'database_missing', folder: this.#folder })
    return this.#open
  }
}

function databaseSize(raw: BetterSqlite.Database): number {
  return Number(raw.pragma('page_count', { simple: true })) * Number(raw.pragma('page_size', { simple: true }))
}
