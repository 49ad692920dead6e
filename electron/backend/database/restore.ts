import { closeSync, copyFileSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { databaseFileName, snapshotFolderName } from './identity.ts'
import { provenSnapshotFile } from './snapshot.ts'

/**
 * Puts a checked snapshot in place of the database, which must be closed. The present file is renamed aside with its journal,
 * never deleted. Answers the name under which it was kept, or null where there was none.
 */
export function restoreSnapshot(dataFolder: string, snapshot: string, at: string): string | null {
  const source = provenSnapshotFile(join(dataFolder, snapshotFolderName), snapshot)
  const file = join(dataFolder, databaseFileName)
  const incoming = `${file}.tmp`
  rmSync(incoming, { force: true })
  copyFileSync(source, incoming)
  const handle = openSync(incoming, 'r+')
  fsyncSync(handle)
  closeSync(handle)
  const keptAs = existsSync(file) ? freeName(dataFolder, `balai-disisihkan-${at.replaceAll(':', '-')}`) : null
  if (keptAs) {
    // The journal belongs to the old file: left in place it would be played into the restored one and break it.
    for (const ending of ['-wal', '-shm']) {
      if (existsSync(file + ending)) renameSync(file + ending, join(dataFolder, keptAs + ending))
    }
    renameSync(file, join(dataFolder, keptAs))
  }
  renameSync(incoming, file)
  return keptAs
}

function freeName(folder: string, base: string): string {
  let name = `${base}.db`
  for (let n = 2; existsSync(join(folder, name)); n += 1) name = `${base}-${n}.db`
  return name
}
