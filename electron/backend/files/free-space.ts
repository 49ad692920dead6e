import { existsSync, statfsSync } from 'node:fs'
import { dirname } from 'node:path'

const megabyte = 2 ** 20
/** Below this the clerk is told. */
export const lowSpace = 500 * megabyte
/** Stays free whatever is begun: the database grows with every mark, and a disk without any room stops everything. */
const reserve = 50 * megabyte

/** Bytes that a user may still write where a folder lies or would lie; null where the system does not say. */
export function freeSpaceOf(folder: string): number | null {
  let existing = folder
  while (!existsSync(existing) && dirname(existing) !== existing) existing = dirname(existing)
  try {
    const { bavail, bsize } = statfsSync(existing)
    return bavail * bsize
  } catch {
    return null
  }
}

export function megabytesOf(bytes: number): number {
  return Math.floor(bytes / megabyte)
}

/** What work of that size misses, in megabytes, or null where there is room. */
export function missingSpace(free: number | null, bytes: number): { needed: number; free: number } | null {
  if (free === null || free >= bytes + reserve) return null
  return { needed: Math.ceil((bytes + reserve) / megabyte), free: megabytesOf(free) }
}
