import { existsSync, statfsSync } from 'node:fs'
import { dirname } from 'node:path'
import { DomainError } from '../domain-error.ts'

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
  return missing(free, bytes + reserve)
}

/** Where the data lies, before work that writes so many bytes there. @throws DomainError disk_low */
export function ensureSpace(free: number | null, bytes: number): void {
  refuse(missingSpace(free, bytes))
}

/** Where a single file goes, which may be a small stick: nothing need stay free there. @throws DomainError disk_low */
export function ensureFits(free: number | null, bytes: number): void {
  refuse(missing(free, bytes))
}

function missing(free: number | null, needed: number): { needed: number; free: number } | null {
  if (free === null || free >= needed) return null
  return { needed: Math.ceil(needed / megabyte), free: megabytesOf(free) }
}

function refuse(missed: { needed: number; free: number } | null): void {
  if (missed) throw new DomainError({ code: 'disk_low', ...missed })
}
