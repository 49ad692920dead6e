import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { DomainErrorData } from '../../../shared/domain-error.ts'
import {
  databaseFileName,
  fileFolderName,
  keyFolderName,
  paperFolderName,
  snapshotFolderName,
} from '../database/identity.ts'
import { logName } from '../database/number-log.ts'
import { isBlank, openDatabase } from '../database/open-database.ts'
import { type AnchorProblem, SealedData } from '../database/seal/sealed-data.ts'
import { listSnapshots, newestGoodSnapshot, snapshotBefore } from '../database/snapshot.ts'
import { DomainError } from '../domain-error.ts'
import type { FolderKeys } from '../keys/folder-keys.ts'
import { placeProblem } from './data-place.ts'
import { isSmallDatabase, OpenData } from './open-data.ts'

type OpeningOptions = {
  readonly keys: FolderKeys
  /** Whether a blank folder becomes a centre. */
  readonly create: boolean
  /** Accepts the data as it is, whatever the anchor says. */
  readonly accept: boolean
  /** The time of opening, for the snapshot before a migration. */
  readonly at: string
}

/**
 * Opens the database of a folder; a large one without reading all of it.
 * @throws DomainError the reason, with the newest snapshot that could be restored
 */
export function openFolder(folder: string, { keys, create, accept, at }: OpeningOptions): OpenData {
  const file = join(folder, databaseFileName)
  const snapshots = join(folder, snapshotFolderName)
  const problem = placeProblem(folder)
  if (problem) throw new DomainError(problem)
  // If there are snapshots, scans or keys beside it, a blank file is a lost database, not a first start.
  if (isBlank(file)) {
    if (listSnapshots(snapshots).length > 0) throw new DomainError(damageOf(folder))
    const orphans = leftWithoutDatabase(folder)
    if (orphans.length > 0) throw new DomainError({ code: 'database_gone', folder, left: orphans })
  }
  const raw = openDatabase(file, {
    create,
    pages: isSmallDatabase(folder) ? 'checked' : 'unread',
    beforeMigration: snapshotBefore(snapshots, at),
  })
  const sealed = new SealedData(raw, folder, () => keys.sealKey(true))
  const behind = accept ? null : sealed.problem(keys.sealKey(false))
  if (behind) {
    raw.close()
    throw new DomainError(behindError(behind, newestGoodSnapshot(snapshots)?.takenAt ?? null))
  }
  return new OpenData(folder, raw, sealed)
}

/** The error of a damaged database, naming the newest snapshot that opens. */
export function damageOf(folder: string): DomainErrorData {
  return {
    code: 'database_damaged',
    snapshot: newestGoodSnapshot(join(folder, snapshotFolderName))?.takenAt ?? null,
  }
}

function behindError(problem: AnchorProblem, snapshot: string | null): DomainErrorData {
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

/**
 * Names of files in the data folder that belong to a database. If such files exist without one, it was moved or deleted: a new centre would repeat
 * numbers already issued, sign with another key, and leave scans without their people.
 */
function leftWithoutDatabase(dataFolder: string): string[] {
  const filled = [fileFolderName, paperFolderName, keyFolderName].filter(name => !isEmptyFolder(join(dataFolder, name)))
  const log = statSync(join(dataFolder, logName), { throwIfNoEntry: false })
  return [...filled.map(name => `${name}/`), ...(log && log.size > 0 ? [logName] : [])]
}

function isEmptyFolder(folder: string): boolean {
  try {
    return readdirSync(folder).length === 0
  } catch {
    // Missing, or not a folder.
    return true
  }
}
