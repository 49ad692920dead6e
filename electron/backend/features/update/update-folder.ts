import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { releaseSchema } from '../../../../shared/features/update/release.ts'
import { plainDateSchema } from '../../../../shared/kernel/schema.ts'
import { whenFreeSync } from '../../files/file-lock.ts'

// A prepared update is stored beside the database: the installed program may not be able to read this database, and a failed installation must still
// be reported.

const folderName = 'pembaruan'
const stateName = 'keadaan.json'

const stateSchema = z.strictObject({
  release: releaseSchema,
  /** File name of the installer in this folder. */
  installer: z.string().regex(/^Balai-[\d.]+-pemasang\.exe$/),
  source: z.string(),
  /** The version that prepared it. */
  from: z.string(),
  checkedAt: z.string(),
  snapshotAt: z.string(),
  when: z.enum(['open', 'closing', 'later']),
  remindOn: plainDateSchema.nullable(),
  /** When the installer was started: if the old version finds this, the installation failed. */
  startedAt: z.string().nullable(),
})
export type UpdateState = z.output<typeof stateSchema>

export function updateFolder(dataFolder: string): string {
  return join(dataFolder, folderName)
}

export function installerFile(dataFolder: string, state: UpdateState): string {
  return join(updateFolder(dataFolder), state.installer)
}

/** Null if nothing is prepared, or it is incomplete. */
export function readUpdateState(dataFolder: string): UpdateState | null {
  const file = join(updateFolder(dataFolder), stateName)
  if (!existsSync(file)) return null
  try {
    return stateSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return null
  }
}

/** Synchronous, because the last write happens while the program ends. */
export function writeUpdateState(dataFolder: string, state: UpdateState): void {
  const file = join(updateFolder(dataFolder), stateName)
  mkdirSync(updateFolder(dataFolder), { recursive: true })
  writeFileSync(`${file}.tmp`, JSON.stringify(state))
  whenFreeSync(() => renameSync(`${file}.tmp`, file))
}

export async function emptyUpdateFolder(dataFolder: string): Promise<void> {
  // A virus scanner may hold the installer for a while.
  await rm(updateFolder(dataFolder), { recursive: true, force: true, maxRetries: 4, retryDelay: 250 })
}
