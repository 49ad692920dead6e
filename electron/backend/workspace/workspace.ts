import { renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { DomainErrorData } from '../../../shared/domain-error.ts'
import type { Snapshot } from '../../../shared/features/session/contract.ts'
import { type Clock, momentOf } from '../clock.ts'
import { type Acting, appendAct } from '../database/audit.ts'
import { pagesAreSound } from '../database/beside.ts'
import type { ReadDatabase, WriteDatabase } from '../database/connection.ts'
import { practiceFolderName, snapshotFolderName } from '../database/identity.ts'
import { forgetMissedSnapshot, missedSnapshot, noteMissedSnapshot } from '../database/missed-snapshot.ts'
import { NumberLog } from '../database/number-log.ts'
import { centreIdOf, isBlank, proveDatabase } from '../database/prove-database.ts'
import type { ReadingThreads } from '../database/reading-thread.ts'
import { restoreSnapshot } from '../database/restore.ts'
import { listSnapshots, newestGoodSnapshot, provenSnapshotFile, pruneSnapshots } from '../database/snapshot.ts'
import { DomainError } from '../domain-error.ts'
import { ensureSpace } from '../files/free-space.ts'
import { tidyLeftovers } from '../files/leftover-store.ts'
import { PaperStore } from '../files/paper-store.ts'
import type { KeyProtection } from '../host-services.ts'
import type { DataKey } from '../keys/data-key.ts'
import type { DataKeyStore } from '../keys/data-key-store.ts'
import { FolderKeys } from '../keys/folder-keys.ts'
import type { KeyStore } from '../keys/key-store.ts'
import { isSmallDatabase, type OpenData } from './open-data.ts'
import { damageOf, openFolder } from './open-folder.ts'

/** Milliseconds after which a large database that was opened unread is checked. */
const checkedAfter = 1000
/** The data opens, but is not what was last written. */
const behindCodes: readonly string[] = ['data_behind', 'data_unanchored']

type WorkspaceOptions = {
  readonly create: boolean
  readonly freeSpace: (folder: string) => number | null
  readonly keyProtection?: KeyProtection | undefined
  /** Called with each database that was opened, before anything is asked of it. */
  readonly opened?: (workspace: Workspace) => void
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
  readonly #whenOpened: (workspace: Workspace) => void
  #folder: string
  #open: OpenData | undefined
  #folderKeys: FolderKeys | undefined
  #openingError: DomainErrorData | undefined
  #papers: PaperStore | undefined

  constructor(dataFolder: string, clock: Clock, { create, freeSpace, keyProtection, opened }: WorkspaceOptions) {
    this.#root = dataFolder
    this.#clock = clock
    this.#create = create
    this.#keyProtection = keyProtection
    this.#freeSpaceOf = freeSpace
    this.#whenOpened = opened ?? (() => undefined)
    this.#folder = dataFolder
    this.#openHere()
  }

  get folder(): string {
    return this.#folder
  }

  get #keysHere(): FolderKeys {
    if (this.#folderKeys?.folder !== this.#folder)
      this.#folderKeys = new FolderKeys(this.#folder, this.#keyProtection, () => this.#open?.raw)
    return this.#folderKeys
  }

  /** The private keys of the folder that is open. */
  get keys(): KeyStore {
    return this.#keysHere.keys
  }

  /** The key of the scans and its recovery sheet. */
  get dataKeys(): DataKeyStore {
    return this.#keysHere.dataKeys
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
    if (this.#papers?.dataFolder !== this.#folder)
      this.#papers = new PaperStore(this.#folder, bytes => this.ensureSpace(bytes))
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
    return this.#opened().lendWriting()
  }

  /** Nothing to wait for is the rule: then undefined, and the caller goes on at once. */
  writable(): Promise<void> | undefined {
    return this.#open?.writable()
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
    return this.#keysHere.sealKey(true)?.secret ?? null
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
    return damageOf(this.#folder)
  }

  /** Bytes that may still be written where the data lies; null where the system does not say. */
  freeSpace(): number | null {
    return this.#freeSpaceOf(this.#folder)
  }

  /** Call it before work that writes so many bytes: a disk that fills up in the middle stops everything. @throws DomainError disk_low */
  ensureSpace(bytes: number): void {
    ensureSpace(this.freeSpace(), bytes)
  }

  /** @throws DomainError disk_low, file_in_use */
  async takeSnapshot(): Promise<Snapshot> {
    const { at, today } = momentOf(this.#clock)
    const data = this.#opened()
    this.ensureSpace(data.size)
    const [folder, snapshotFolder] = [this.#folder, this.#snapshotFolder]
    const snapshot = await data.copy(at)
    forgetMissedSnapshot(folder)
    pruneSnapshots(snapshotFolder, today)
    return snapshot
  }

  /** Whether anything happened since the newest snapshot. */
  get hasChanged(): boolean {
    return this.#open?.changedSinceSnapshot() ?? false
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
    const blank = this.#open !== undefined && isBlank(this.#open.read)
    const centreId = blank ? undefined : this.#open && centreIdOf(this.#open.read)
    const proof = await proveDatabase(file, {
      sealKey: this.#keysHere.sealKey(false) ?? 'elsewhere',
      expected: { centreId },
    })
    if (!proof.ok) throw new DomainError({ code: 'snapshot_damaged', name: snapshot })
    this.ensureSpace(statSync(file).size + (this.#open?.size ?? 0))
    if (this.#open) {
      // A new PC has nothing to go back to.
      if (!blank) await this.#open.copy(at, 'sebelum-pulih')
      await this.endThreads()
      this.#shut()
    }
    try {
      const keptAs = restoreSnapshot(this.#folder, snapshot, at)
      if (!keptAs || blank) return null
      this.numbers.keepOf(join(this.#folder, keptAs))
      return keptAs
    } finally {
      this.#openHere({ accept: true })
    }
  }

  /**
   * Opens data that is behind its anchor, or beside none, as it is, and writes into the history what was missing.
   * @throws DomainError nothing_behind, or the present error where it is another one
   */
  goOn(who: Omit<Acting, 'at'>): void {
    const problem = this.#openingError
    if (!problem || !behindCodes.includes(problem.code)) throw new DomainError(problem ?? { code: 'nothing_behind' })
    this.#openHere({ accept: true })
    const { write } = this.#opened()
    const signed = { ...who, at: momentOf(this.#clock).at }
    this.transaction(() =>
      appendAct(write, signed, [{ entity: 'snapshot', id: 'diteruskan', before: null, after: problem }]),
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
      if (open.changedSinceSnapshot()) await this.takeSnapshot()
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
    this.#open = undefined
    open?.shutAtOnce()
  }

  /** What was found of rows that this program has not written, since the data was opened. */
  get changedOutside(): readonly string[] {
    return this.#open?.changedOutside ?? []
  }

  /** Compares every row with its seal, beside the work. */
  async checkBeside(): Promise<void> {
    await this.#open?.checkRows(this.#keysHere.sealKey(false)?.secret ?? null)
  }

  /** A snapshot of what was done before the program ended without one: Windows went down, the power went, the disk was full. */
  async catchUp(): Promise<void> {
    const open = this.#open
    if (!open) return
    await this.checkBeside()
    try {
      if (open.changedSinceSnapshot()) await this.takeSnapshot()
      else forgetMissedSnapshot(this.#folder)
    } catch (error) {
      noteMissedSnapshot(this.#folder, momentOf(this.#clock).at)
      throw error
    }
  }

  get #snapshotFolder(): string {
    return join(this.#folder, snapshotFolderName)
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
    try {
      this.#open = openFolder(this.#folder, {
        keys: this.#keysHere,
        create: this.#create || this.inPractice,
        accept,
        at: momentOf(this.#clock).at,
      })
      if (accept) this.#open.sealed.accept()
      this.#whenOpened(this)
      if (!isSmallDatabase(this.#folder)) void this.#checkLater(this.#open)
    } catch (error) {
      if (!(error instanceof DomainError)) throw error
      this.#openingError = error.data.code === 'database_damaged' ? this.damage() : error.data
    }
  }

  /** What was opened unread is read beside the work; damage that is found closes it, and the page says so as if it had not been opened. */
  async #checkLater(open: OpenData): Promise<void> {
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

  #shut(): void {
    const open = this.#open
    this.#open = undefined
    open?.shut()
  }

  #opened(): OpenData {
    if (!this.#open) throw new DomainError(this.#openingError ?? { code: 'database_missing', folder: this.#folder })
    return this.#open
  }
}
