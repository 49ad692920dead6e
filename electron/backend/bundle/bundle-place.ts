import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { addDays, isPlainDate, type PlainDate } from '../../../shared/kernel/plain-date.ts'
import { unlessLocked } from '../files/file-lock.ts'
import { namesIn } from '../files/names-in.ts'
import type { BundleHeader } from './bundle-format.ts'
import { BundleReader } from './bundle-reader.ts'

/** cadangan-2026-11-24T07-45-10-3fa2c1.balai; the last part is the centre; with '-sebelum-…' before an update. */
const namePattern = /^cadangan-(\d{4}-\d{2}-\d{2})T(\d{2})-(\d{2})-(\d{2})(-sebelum-[a-z0-9.-]+)?-([0-9a-f]{6})\.balai$/

/** A bundle in a place. `header` is null if it is damaged. */
export type PlacedBundle = { name: string; madeAt: string; bytes: number; header: BundleHeader | null }

/** @param again number of bundles already made in the same second */
export function bundleName(centre: string, at: string, note = ''): string {
  return `cadangan-${at.replaceAll(':', '-')}${note ? `-sebelum-${note}` : ''}-${centre.slice(0, 6)}.balai`
}

/** The bundles of a centre, or of any, in a folder, newest first; empty if the folder does not exist. */
export function bundlesIn(folder: string, centre: string | null): PlacedBundle[] {
  return namesIn(folder)
    .flatMap(name => {
      const [, day, hours, minutes, seconds, , mark] = namePattern.exec(name) ?? []
      if (mark === undefined || (centre !== null && mark !== centre.slice(0, 6))) return []
      const { header, bytes } = headOf(join(folder, name))
      // Another centre whose id starts with the same characters.
      if (header && centre !== null && header.centre !== centre) return []
      return [{ name, madeAt: `${day}T${hours}:${minutes}:${seconds}`, bytes, header }]
    })
    .toSorted((a, b) => (a.name < b.name ? 1 : -1))
}

/** Deletes files left half written by a crash or an unplugged stick. */
export function removeUnfinished(folder: string, centre: string): void {
  for (const name of namesIn(folder))
    if (name.startsWith('cadangan-') && name.endsWith(`-${centre.slice(0, 6)}.balai.tmp`))
      unlessLocked(() => rmSync(join(folder, name), { force: true }))
}

/** Days after which every bundle is deleted. */
export const longestKept = 365

/**
 * Which bundles are kept: all of today and yesterday, the last of each day for sixty days, the last of each month for a year, and those made before
 * an update for a year. Sorted newest first.
 */
export function bundlesToKeep(bundles: readonly PlacedBundle[], today: PlainDate): Set<string> {
  const kept = new Set<string>()
  const seen = new Set<string>()
  const first = (key: string) => !seen.has(key) && Boolean(seen.add(key))
  for (const { name } of bundles) {
    const [, day, , , , note] = namePattern.exec(name) ?? []
    if (!isPlainDate(day)) continue
    const lastOfDay = first(day)
    const lastOfMonth = first(day.slice(0, 7))
    const stays =
      day >= addDays(today, -1) ||
      (day >= addDays(today, -60) && lastOfDay) ||
      (day >= addDays(today, -longestKept) && (lastOfMonth || note !== undefined))
    if (stays) kept.add(name)
  }
  return kept
}

function headOf(path: string): { header: BundleHeader | null; bytes: number } {
  try {
    const reader = new BundleReader(path)
    try {
      return { header: reader.header, bytes: reader.bytes }
    } finally {
      reader.close()
    }
  } catch {
    return { header: null, bytes: 0 }
  }
}
