import { accessSync, constants, statfsSync } from 'node:fs'

/** Where memory is written like a disk, with room for the data of tests; null where there is none. Every commit waits until the disk has it. */
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
