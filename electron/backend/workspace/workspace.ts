import { join } from 'node:path'
import type { DomainErrorData } from '../../../shared/domain-error.ts'
import type { Snapshot } from '../../../shared/features/session/contract.ts'
import { type Clock, momentOf } from '../clock.ts'
import { type Acting, appendAct } from '../database/audit.ts'
import type { ReadDatabase, WriteDatabase } from '../database/connection.ts'
import { practiceFolderName } from '../database/identity.ts'
import { forgetMissedSnapshot, noteMissed } from '../database/missed-snapshot.ts'
import { centreIdOf, isBlank } from '../database/prove-database.ts'
import type { ReadingThreads } from '../database/reading-thread.ts'
import { restoreSnapshot } from '../database/restore.ts'
import { pruneSnapshots } from '../database/snapshot.ts'
import { DomainError } from '../domain-error.ts'
import { tidyLeftovers } from '../files/leftover-store.ts'
import type { PaperStore } from '../files/paper-store.ts'
import { removeWhole } from '../files/remove-whole.ts'
import type { DataKey } from '../keys/data-key.ts'
import type { DataKeyStore } from '../keys/data-key-store.ts'
import type { KeyStore } from '../keys/key-store.ts'
import { DataFolder, type FolderOptions } from './data-folder.ts'
import { isSmallDatabase, type OpenData } from './open-data.ts'
import { damageOf, openFolder } from './open-folder.ts'

/** The data opens, but is older than what was last written. */
const behindCodes: readonly string[] = ['data_behind', 'data_unanchored']

type WorkspaceOptions = FolderOptions & {
  readonly create: boolean
  /** Called for each database after opening, before it is used. */
  readonly opened?: (workspace: Workspace) => void
}

/**
 * The data folder and the one database open in it. The practice centre is a folder inside it with a separate database. If a database cannot be
 * opened, that is a state with an error message, not a crash.
 */
export class Workspace {
  readonly #root: string
  readonly #clock: Clock
  readonly startedAt: string
  readonly #options: WorkspaceOptions
  #dataFolder: DataFolder
  #open: OpenData | undefined
  #openingError: DomainErrorData | undefined

  constructor(dataFolder: string, clock: Clock, options: WorkspaceOptions) {
    this.#root = dataFolder
    this.#clock = clock
    this.startedAt = momentOf(clock).at
    this.#options = options
    this.#dataFolder = this.#openFolder(dataFolder)
  }

  /** The open folder, even if its database is not open. */
  get dataFolder(): DataFolder {
    return this.#dataFolder
  }

  get folder(): string {
    return this.#dataFolder.folder
  }

  get keys(): KeyStore {
    return this.#dataFolder.keys
  }

  /** The key of the scans and its recovery sheet. */
  get dataKeys(): DataKeyStore {
    return this.#dataFolder.dataKeys
  }

  /** @throws DomainError data_locked */
  get dataKey(): DataKey {
    return this.dataKeys.key
  }

  get papers(): PaperStore {
    return this.#dataFolder.papers
  }

  get inPractice(): boolean {
    return this.folder !== this.#root
  }

  /** Why there is no database; undefined if there is one. */
  get openingError(): DomainErrorData | undefined {
    return this.#openingError
  }

  /** Tries again to open the data: the other program may be closed now, or the disk may have space again. */
  retry(): void {
    if (this.#openingError) this.#openHere()
  }

  /** The open data. @throws DomainError why it is not open */
  get data(): OpenData {
    if (!this.#open) throw new DomainError(this.#openingError ?? { code: 'database_missing', folder: this.folder })
    return this.#open
  }

  get read(): ReadDatabase {
    return this.data.read
  }

  get write(): WriteDatabase {
    return this.data.write
  }

  /** Threads that read in parallel, for work that would block this thread. */
  get threads(): ReadingThreads {
    return this.data.threads
  }

  /** Usually there is nothing to wait for: then undefined, and the caller goes on at once. */
  writable(): Promise<void> | undefined {
    return this.#open?.writable()
  }

  /** Await before the file is closed, moved or restored: a thread may still have it open. */
  async endThreads(): Promise<void> {
    await this.#open?.threads.end()
  }

  /** Runs one write transaction; a throw inside rolls it back. */
  transaction<T>(work: () => T): T {
    return this.data.sealed.transaction(work)
  }

  /** Call before work that writes so many bytes: if the disk fills up midway, everything stops. @throws DomainError disk_low */
  ensureSpace(bytes: number): void {
    this.#dataFolder.ensureSpace(bytes)
  }

  /** @throws DomainError disk_low, file_in_use */
  async takeSnapshot(): Promise<Snapshot> {
    const { at, today } = momentOf(this.#clock)
    const data = this.data
    this.ensureSpace(data.size)
    const { folder, snapshotFolder } = this.#dataFolder
    const snapshot = await data.copy(at)
    forgetMissedSnapshot(folder)
    pruneSnapshots(snapshotFolder, today)
    return snapshot
  }

  /** Whether anything was written since the newest snapshot. */
  get hasChanged(): boolean {
    return this.#open?.changedSinceSnapshot() ?? false
  }

  /** @throws DomainError snapshot_unknown, snapshot_damaged, and the present opening error if the file belongs to another program */
  async restore(snapshot: string): Promise<string | null> {
    const { at } = momentOf(this.#clock)
    const domainError = this.#openingError
    const over = ['database_damaged', 'database_missing', 'database_gone', ...behindCodes]
    if (domainError && !over.includes(domainError.code)) throw new DomainError(domainError)
    const blank = this.#open !== undefined && isBlank(this.#open.read)
    const centreId = blank ? undefined : this.#open && centreIdOf(this.#open.read)
    // Before the present data is copied: such copies are kept for ever, and a refused restore must leave none.
    const bytes = await this.#dataFolder.proveSnapshot(snapshot, centreId)
    this.ensureSpace(bytes + (this.#open?.size ?? 0))
    if (this.#open) {
      // A new PC has no present data to keep.
      if (!blank) await this.#open.copy(at, 'sebelum-pulih')
      await this.#shut()
    }
    try {
      const keptAs = restoreSnapshot(this.folder, snapshot, at)
      if (!keptAs || blank) return null
      this.#dataFolder.numbers.keepOf(join(this.folder, keptAs))
      return keptAs
    } finally {
      this.#openHere({ accept: true })
    }
  }

  /**
   * Opens data that is behind its anchor, or has no anchor, as it is, and records in the history what was missing.
   * @throws DomainError nothing_behind, or the present error if it is a different one
   */
  goOn(who: Omit<Acting, 'at'>): void {
    const problem = this.#openingError
    if (!problem || !behindCodes.includes(problem.code)) throw new DomainError(problem ?? { code: 'nothing_behind' })
    this.#openHere({ accept: true })
    const signed = { ...who, at: momentOf(this.#clock).at }
    const act = { entity: 'snapshot', id: 'diteruskan', before: null, after: problem } as const
    this.transaction(() => appendAct(this.write, signed, [act]))
  }

  /** Switches to the practice centre, or back to the real data. */
  async setPractice(practice: boolean): Promise<void> {
    try {
      await this.close()
    } finally {
      // Also if the snapshot failed: it must always be possible to go back.
      this.#openFolder(practice ? join(this.#root, practiceFolderName) : this.#root)
    }
  }

  /**
   * Deletes the practice centre; no other centre can be deleted. It is open and blank afterwards.
   * @throws DomainError practice_only, file_in_use; then nothing was lost
   */
  async emptyPractice(): Promise<void> {
    if (!this.inPractice) throw new DomainError({ code: 'practice_only' })
    await this.#shut()
    try {
      removeWhole(this.folder)
    } finally {
      this.#openHere()
    }
  }

  /** At quit: makes a verified snapshot if something changed since the newest one, removes orphaned files, then closes in order. */
  async close(): Promise<void> {
    const open = this.#open
    if (!open) return
    try {
      await noteMissed(this.folder, this.#clock, async () => {
        // A background check must not delay the end; the next start begins it again.
        await open.threads.end()
        if (open.changedSinceSnapshot()) await this.takeSnapshot()
        tidyLeftovers(this.read, this.folder, momentOf(this.#clock).today)
      })
    } finally {
      await this.#shut(open)
    }
  }

  /** Does only what cannot wait; reading threads end with the process. Never throws. */
  closeAtOnce(): void {
    const open = this.#open
    this.#open = undefined
    open?.shutAtOnce()
  }

  /** Rows found since the data was opened that were not written by this program. */
  get changedOutside(): readonly string[] {
    return this.#open?.changedOutside ?? []
  }

  /** Compares every row with its seal, in a thread. */
  async checkOnThread(): Promise<void> {
    await this.#open?.checkRows(this.#dataFolder.sealKey(false)?.secret ?? null)
  }

  /** Makes a snapshot if the program ended without one: Windows was shut down, the power failed, the disk was full. */
  async catchUp(): Promise<void> {
    const open = this.#open
    if (!open) return
    await this.checkOnThread()
    await noteMissed(this.folder, this.#clock, async () => {
      if (open.changedSinceSnapshot()) await this.takeSnapshot()
      else forgetMissedSnapshot(this.folder)
    })
  }

  #openFolder(folder: string): DataFolder {
    this.#dataFolder = new DataFolder(folder, this.#options, () => this.#open?.raw)
    this.#openHere()
    return this.#dataFolder
  }

  /** @param accept accepts the data as it is, whatever the anchor says */
  #openHere({ accept = false } = {}): void {
    this.#openingError = undefined
    try {
      this.#open = openFolder(this.folder, {
        keys: this.#dataFolder,
        create: this.#options.create || this.inPractice,
        accept,
        at: momentOf(this.#clock).at,
      })
      if (accept) this.#open.sealed.accept()
      this.#options.opened?.(this)
      if (!isSmallDatabase(this.folder)) void this.#checkLater(this.#open)
    } catch (error) {
      if (!(error instanceof DomainError)) throw error
      this.#openingError = error.data.code === 'database_damaged' ? damageOf(this.folder) : error.data
    }
  }

  /**
   * Data that was opened without reading it is read in a thread. If damage is found, the data is closed and the page shows the same error as if it
   * had not opened.
   */
  async #checkLater(open: OpenData): Promise<void> {
    if ((await open.isSound()) || this.#open !== open) return
    await open.threads.end()
    this.#openingError = damageOf(this.folder)
    await this.#shut()
  }

  async #shut(open = this.#open): Promise<void> {
    await open?.threads.end()
    if (this.#open !== open) return
    this.#open = undefined
    open?.shut()
  }
}
