import { firstRelease } from './0001-first-release.ts'

/** In order; the position is the version. A released entry is never edited. */
export const migrations: readonly string[] = [firstRelease]

export const schemaVersion = migrations.length
