import { randomBytes } from 'node:crypto'
import { open, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { DomainError } from '../domain-error.ts'
import { isLock, whenFree } from './file-lock.ts'
import { ensureFits, freeSpaceOf } from './free-space.ts'

/**
 * Writes a file completely or not at all: temporary name in the same folder, fsync, rename. Replaces an existing file.
 * @throws DomainError disk_low if it does not fit; file_in_use if another program has the existing file open
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
      // The folder was writable just before, so it is the file itself.
      throw isLock(error) ? new DomainError({ code: 'file_in_use', name: basename(path) }) : error
    })
  } catch (error) {
    // A file held by a scanner stays; the first error is reported.
    await rm(temporary, { force: true }).catch(() => undefined)
    throw error
  }
}
