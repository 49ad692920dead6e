import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { releaseSchema } from '../../../../shared/features/update/release.ts'
import { plainDateSchema } from '../../../../shared/kernel/schema.ts'
import { whenFreeSync } from '../../files/file-lock.ts'

// A prepared update lies beside the data and not in the database: the program that is installed may not be able to read this database,
// and the one that failed must still be told.

const folderName = 'pembaruan'
const stateName = 'keadaan.json'

const stateSchema = z.strictObject({
  release: releaseSchema,
  /** Name of the installer in this folder. */
  installer: z.string().regex(/^Balai-[\d.]+-pemasang\.exe$/),
  source: z.string(),
  /** The version that prepared it. */
  from: z.string(),
  checkedAt: z.string(),
  snapshotAt: z.string(),
  when: z.enum(['open', 'closing', 'later']),
  remindOn: plainDateSchema.nullable(),
  /** When the installer was started: a program of the old version that finds this knows that it failed. */
  startedAt: z.string().nullable(),
})
export type UpdateState = z.output<typeof stateSchema>

export function updateFolder(dataFolder: string): string {
  return join(dataFolder, folderName)
}

export function installerFile(dataFolder: string, state: UpdateState): string {
  return join(updateFolder(dataFolder), state.installer)
}

/** Null where nothing is prepared, or what is there is not whole. */
export function readUpdateState(dataFolder: string): UpdateState | null {
  const file = join(updateFolder(dataFolder), stateName)
  if (!existsSync(file)) return null
  try {
    return stateSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return null
  }
}

/** Synchronous, because the last time is while the program ends. */
export function writeUpdateState(dataFolder: string, state: UpdateState): void {
  const file = join(updateFolder(dataFolder), stateName)
  mkdirSync(updateFolder(dataFolder), { recursive: true })
  writeFileSync(`${file}.tmp`, JSON.stringify(state))
  whenFreeSync(() => renameSync(`${file}.tmp`, file))
}

export async function emptyUpdateFolder(dataFolder: string): Promise<void> {
  // A scanner may hold the installer for a while after it ran.
  await rm(updateFolder(dataFolder), { recursive: true, force: true, maxRetries: 4, retryDelay: 250 })
}
