import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { schemaFingerprint } from '../../../electron/backend/database/schema/schema.ts'
import { seedCentre, type TenYears } from './seed-centre.ts'

export const tenYears: TenYears = { people: 200_000, classes: 2001 }

const cache = join(import.meta.dirname, '../../../node_modules/.cache/balai-ten-years')

/**
 * A data folder with the ten-year centre, built once for each version of schema and seeder. Never write into it: copy it for another
 * state.
 */
export async function cachedCentre(size: TenYears, say: (line: string) => void): Promise<string> {
  const folder = join(cache, `${size.people}-${size.classes}-${fingerprint()}`)
  if (existsSync(folder)) return folder
  const unfinished = `${folder}.${process.pid}.tmp`
  mkdirSync(unfinished, { recursive: true })
  // Delete older versions, because they would fill the disk. Folders that another run is still building (.tmp) stay.
  for (const name of readdirSync(cache))
    if (!name.endsWith('.tmp')) rmSync(join(cache, name), { recursive: true, force: true })
  await seedCentre(unfinished, size, say)
  renameSync(unfinished, folder)
  return folder
}

/** A copy that may be written to. */
export function copyOf(centre: string, folder: string): string {
  cpSync(centre, folder, { recursive: true })
  return folder
}

function fingerprint(): string {
  const hash = createHash('sha256').update(schemaFingerprint)
  const files = readdirSync(import.meta.dirname).sort()
  for (const file of files) hash.update(readFileSync(join(import.meta.dirname, file)))
  hash.update(readFileSync(join(import.meta.dirname, '../seed-people.ts')))
  return hash.digest('hex').slice(0, 16)
}
