import { closeSync, copyFileSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { DomainError } from '../domain-error.ts'
import { isLock, unlessLocked, whenFreeSync } from '../files/file-lock.ts'
import { databaseFileName, snapshotFolderName } from './identity.ts'
import { provenSnapshotFile } from './snapshot.ts'

/**
 * Replaces the database, which must be closed, by a verified snapshot. The present file is renamed with its journal, never deleted, and renamed back
 * if the snapshot cannot be put in place. Returns the name under which it was kept, or null if there was none.
 * @throws DomainError snapshot_unknown, snapshot_damaged, file_in_use
 */
export function restoreSnapshot(dataFolder: string, snapshot: string, at: string): string | null {
  const source = provenSnapshotFile(join(dataFolder, snapshotFolderName), snapshot)
  const file = join(dataFolder, databaseFileName)
  const incoming = `${file}.tmp`
  const moved: { from: string; to: string }[] = []
  const move = (from: string, to: string) => {
    whenFreeSync(() => renameSync(from, to))
    moved.push({ from, to })
  }
  try {
    rmSync(incoming, { force: true })
    copyFileSync(source, incoming)
    const handle = whenFreeSync(() => openSync(incoming, 'r+'))
    fsyncSync(handle)
    closeSync(handle)
    const keptAs = existsSync(file) ? freeName(dataFolder, `balai-disisihkan-${at.replaceAll(':', '-')}`) : null
    if (keptAs) {
      // The journal belongs to the old file: left there, it would be replayed into the restored one and damage it.
      for (const ending of ['-wal', '-shm', '']) {
        if (existsSync(file + ending)) move(file + ending, join(dataFolder, keptAs + ending))
      }
    }
    move(incoming, file)
    return keptAs
  } catch (error) {
    // Without a database under its name the next start would report damaged data.
    for (const { from, to } of moved.reverse()) whenFreeSync(() => renameSync(to, from))
    unlessLocked(() => rmSync(incoming, { force: true }))
    throw isLock(error) ? new DomainError({ code: 'file_in_use', name: databaseFileName }) : error
  }
}

function freeName(folder: string, base: string): string {
  let name = `${base}.db`
  for (let n = 2; existsSync(join(folder, name)); n += 1) name = `${base}-${n}.db`
  return name
}
