import { randomBytes } from 'node:crypto'
import { open, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { DomainError } from '../domain-error.ts'
import { isLock, whenFree } from './file-lock.ts'
import { ensureFits, freeSpaceOf } from './free-space.ts'

/**
 * Writes a file whole or not at all: temporary name in the same folder, fsync, rename. Replaces what is there.
 * @throws DomainError disk_low where it does not fit; file_in_use where another program has the present file open
 */
export async function saveFile(path: string, bytes: Uint8Array, freeSpace = freeSpaceOf): Promise<void> {
  ensureFits(freeSpace(dirname(path)), bytes.byteLength)
  const temporary = join(dirname(path), `.${basename(path)}.${randomBytes(4).toString('hex')}.tmp`)
  try {
    const file = await open(temporary, 'wx')
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    await whenFree(() => rename(temporary, path)).catch((error: unknown) => {
      // The folder could be written a moment ago, so it is the file itself.
      throw isLock(error) ? new DomainError({ code: 'file_in_use', name: basename(path) }) : error
    })
  } catch (error) {
    // What a scanner holds stays behind; the first error is the one to tell.
    await rm(temporary, { force: true }).catch(() => undefined)
    throw error
  }
}
