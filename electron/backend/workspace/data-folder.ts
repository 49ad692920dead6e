import { statSync } from 'node:fs'
import { join } from 'node:path'
import type BetterSqlite from 'better-sqlite3'
import type { Snapshot } from '../../../shared/features/session/contract.ts'
import { snapshotFolderName } from '../database/identity.ts'
import { missedSnapshot } from '../database/missed-snapshot.ts'
import { NumberLog } from '../database/number-log.ts'
import { proveDatabase } from '../database/prove-database.ts'
import { listSnapshots, newestGoodSnapshot, provenSnapshotFile } from '../database/snapshot.ts'
import { DomainError } from '../domain-error.ts'
import { ensureSpace } from '../files/free-space.ts'
import { PaperStore } from '../files/paper-store.ts'
import type { KeyProtection } from '../host-services.ts'
import { FolderKeys } from '../keys/folder-keys.ts'

export type FolderOptions = {
  readonly freeSpace: (folder: string) => number | null
  readonly keyProtection?: KeyProtection | undefined
}

/** A data folder and everything in it beside the database. The database need not open. */
export class DataFolder extends FolderKeys {
  /** Store of issued papers. */
  readonly papers: PaperStore
  readonly snapshotFolder: string
  readonly #freeSpaceOf: FolderOptions['freeSpace']

  /** @param database the database that is open in the folder, or undefined */
  constructor(
    folder: string,
    { freeSpace, keyProtection }: FolderOptions,
    database: () => BetterSqlite.Database | undefined,
  ) {
    super(folder, keyProtection, database)
    this.#freeSpaceOf = freeSpace
    this.papers = new PaperStore(folder, bytes => this.ensureSpace(bytes))
    this.snapshotFolder = join(folder, snapshotFolderName)
  }

  /** Log of the paper numbers ever given here. */
  get numbers(): NumberLog {
    return new NumberLog(this.folder)
  }

  /** The secret of the row seals, for a thread that writes in place of this one. */
  get sealSecret(): Uint8Array | null {
    return this.sealKey(true)?.secret ?? null
  }

  snapshots(): Snapshot[] {
    return listSnapshots(this.snapshotFolder)
  }

  newestGoodSnapshot(): Snapshot | null {
    return newestGoodSnapshot(this.snapshotFolder)
  }

  /**
   * Call before a snapshot is restored: its rows are sealed anew as they are, so it must have been written by this program, and by this centre if one
   * is given. Returns its size in bytes.
   * @throws DomainError snapshot_unknown, snapshot_damaged
   */
  async proveSnapshot(name: string, centreId: string | undefined): Promise<number> {
    const file = provenSnapshotFile(this.snapshotFolder, name)
    const proof = await proveDatabase(file, { sealKey: this.sealKey(false) ?? 'elsewhere', expected: { centreId } })
    if (!proof.ok) throw new DomainError({ code: 'snapshot_damaged', name })
    return statSync(file).size
  }

  /** Time of a failed snapshot at quit, unless one was made since. */
  get missedSnapshot(): string | null {
    return missedSnapshot(this.folder)
  }

  /** Bytes that may still be written here; null if the system does not say. */
  freeSpace(): number | null {
    return this.#freeSpaceOf(this.folder)
  }

  /** Call before work that writes so many bytes: if the disk fills up midway, everything stops. @throws DomainError disk_low */
  ensureSpace(bytes: number): void {
    ensureSpace(this.freeSpace(), bytes)
  }
}
