import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileFolderName, keyFolderName, paperFolderName } from '../database/identity.ts'
import { logName } from '../database/number-log.ts'

/**
 * What stands in a data folder and belongs to a database, by name. Where there is none it was moved or deleted: a new centre would give numbers
 * that are out in the world, sign with another key, and leave the scans of people to nobody.
 */
export function leftWithoutDatabase(dataFolder: string): string[] {
  const filled = [fileFolderName, paperFolderName, keyFolderName].filter(name => !isEmptyFolder(join(dataFolder, name)))
  const log = statSync(join(dataFolder, logName), { throwIfNoEntry: false })
  return [...filled.map(name => `${name}/`), ...(log && log.size > 0 ? [logName] : [])]
}

function isEmptyFolder(folder: string): boolean {
  try {
    return readdirSync(folder).length === 0
  } catch {
    // Not there, or no folder.
    return true
  }
}
