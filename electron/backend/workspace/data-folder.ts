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

/** A data folder and what lies in it beside the database, which need not open. */
export class DataFolder extends FolderKeys {
  /** Issued papers. */
  readonly papers: PaperStore
  readonly snapshotFolder: string
  readonly #freeSpaceOf: FolderOptions['freeSpace']

  /** @param database the one that is open in the folder, or undefined */
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

  /** Numbers of papers ever given here. */
  get numbers(): NumberLog {
    return new NumberLog(this.folder)
  }

  /** For a thread that writes in our place. */
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
   * Before it is put back: what goes back is sealed anew as it stands, so it must be what this program wrote, and of this centre where one is given.
   * Answers its bytes.
   * @throws DomainError snapshot_unknown, snapshot_damaged
   */
  async proveSnapshot(name: string, centreId: string | undefined): Promise<number> {
    const file = provenSnapshotFile(this.snapshotFolder, name)
    const proof = await proveDatabase(file, { sealKey: this.sealKey(false) ?? 'elsewhere', expected: { centreId } })
    if (!proof.ok) throw new DomainError({ code: 'snapshot_damaged', name })
    return statSync(file).size
  }

  /** When a snapshot at quit failed, unless one was made since. */
  get missedSnapshot(): string | null {
    return missedSnapshot(this.folder)
  }

  /** Bytes that may still be written here; null where the system does not say. */
  freeSpace(): number | null {
    return this.#freeSpaceOf(this.folder)
  }

  /** Call it before work that writes so many bytes: a disk that fills up in the middle stops everything. @throws DomainError disk_low */
  ensureSpace(bytes: number): void {
    ensureSpace(this.freeSpace(), bytes)
  }
}
