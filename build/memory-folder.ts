import { accessSync, constants, statfsSync } from 'node:fs'

/** A folder in memory with enough room for test data; null where there is none. On a disk every commit would wait for the disk. */
export function memoryFolder(): string | null {
  const folder = '/dev/shm'
  try {
    accessSync(folder, constants.W_OK)
    const { bavail, bsize } = statfsSync(folder)
    return bavail * bsize > 2 ** 30 ? folder : null
  } catch {
    return null
  }
}
