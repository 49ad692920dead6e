import { readdir, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { FoundBundle } from '../../../../shared/features/backup/contract.ts'
import { readBackupNotes } from '../../bundle/backup-notes.ts'
import { bundlesIn } from '../../bundle/bundle-place.ts'
import { placeError } from '../../bundle/place-error.ts'
import { driveRoots, findPlace } from '../../bundle/place-mark.ts'

/** Ms: a slower drive is a disconnected network drive or a sleeping disk. */
const patience = 2_000
/** Number of folders searched on a drive. */
const mostFolders = 200
/** Older ones are found by entering their folder. */
const mostFound = 60

/**
 * Bundles of any centre, newest first, because a new PC knows none. An entered folder must exist.
 * @throws DomainError place_gone, place_unwritable
 */
export async function findBundles(dataFolder: string, folder: string | null): Promise<FoundBundle[]> {
  if (folder !== null) return found(await namedFolders(folder))
  const known = readBackupNotes(dataFolder).places.flatMap(place => findPlace(place) ?? [])
  const drives = await Promise.all(
    driveRoots().map(root => Promise.race([foldersUnder(root).catch(() => []), wait(patience, [], { ref: false })])),
  )
  return found([...known, ...drives.flat()])
}

function found(folders: readonly string[]): FoundBundle[] {
  return [...new Set(folders)]
    .flatMap(folder =>
      bundlesIn(folder, null).flatMap(({ name, madeAt, bytes, header }) =>
        header ? [{ from: join(folder, name), folder, madeAt, bytes, sheet: header.sheet.number }] : [],
      ),
    )
    .toSorted((a, b) => (a.madeAt < b.madeAt ? 1 : -1))
    .slice(0, mostFound)
}

/** People may enter the folder, its drive, or one of the bundles. */
async function namedFolders(path: string): Promise<string[]> {
  try {
    const named = await stat(path)
    return named.isDirectory() ? await foldersUnder(path) : [dirname(path)]
  } catch (error) {
    throw placeError(error, path)
  }
}

/** A folder and its subfolders, without hidden ones. */
async function foldersUnder(root: string): Promise<string[]> {
  const inside = await readdir(root, { withFileTypes: true })
  const folders = inside.filter(one => one.isDirectory() && !/^[.$]/.test(basename(one.name)))
  return [root, ...folders.slice(0, mostFolders).map(one => join(root, one.name))]
}
