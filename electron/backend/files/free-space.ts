import { existsSync, statfsSync } from 'node:fs'
import { dirname } from 'node:path'
import { DomainError } from '../domain-error.ts'

const megabyte = 2 ** 20
/** Free bytes below which people are warned. */
export const lowSpace = 500 * megabyte
/** Always left free: the database grows with every mark, and a full disk stops everything. */
const reserve = 50 * megabyte

/** Free bytes for this user on the disk of a folder, existing or not; null if unknown. */
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

/** Missing space in MB for work of that size, or null if there is enough. */
export function missingSpace(free: number | null, bytes: number): { needed: number; free: number } | null {
  return missing(free, bytes + reserve)
}

/** For writes to the data folder. @throws DomainError disk_low */
export function ensureSpace(free: number | null, bytes: number): void {
  refuse(missingSpace(free, bytes))
}

/** For a single file, which may go to a small stick: nothing needs to stay free. @throws DomainError disk_low */
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
