import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { whenFreeSync } from '../files/file-lock.ts'

// The places of backups belong to this computer and must be known without the database, so they are in a file beside it.

const noteName = 'tempat-cadangan.json'
/** Older days are not shown. */
const mostDays = 400

const placeNote = z.strictObject({
  id: z.string(),
  kind: z.enum(['DISK', 'NETWORK', 'FOLDER']),
  name: z.string(),
  path: z.string(),
  lastAt: z.string().nullable(),
  bundles: z.int(),
  trouble: z.string().nullable(),
  /** Time of the last try. */
  triedAt: z.string().nullable(),
})
const proofNote = z.strictObject({
  at: z.string(),
  ok: z.boolean(),
  madeAt: z.string(),
  rows: z.int(),
  different: z.int(),
  seconds: z.number(),
  trouble: z.string().nullable(),
})
const noteSchema = z.strictObject({
  places: z.array(placeNote),
  /** Newest last. */
  proofs: z.array(proofNote),
  /** Times at which bundles were written, newest last. */
  made: z.array(z.string()),
  /** Where the sheet with this number is kept, as typed when printing. */
  sheet: z.strictObject({ number: z.int(), holder: z.string() }).optional(),
  /** Sheets up to this number are recorded as destroyed. */
  destroyed: z.int().optional(),
})
type BackupNotes = z.infer<typeof noteSchema>
export type PlaceNote = BackupNotes['places'][number]

/** Empty if the file is missing or torn: places must then be entered again. */
export function readBackupNotes(dataFolder: string): BackupNotes {
  try {
    return noteSchema.parse(JSON.parse(readFileSync(join(dataFolder, noteName), 'utf8')))
  } catch {
    return { places: [], proofs: [], made: [] }
  }
}

export function changeBackupNotes(dataFolder: string, change: (notes: BackupNotes) => void): BackupNotes {
  const notes = readBackupNotes(dataFolder)
  change(notes)
  notes.proofs = notes.proofs.slice(-mostDays)
  notes.made = notes.made.slice(-mostDays)
  const path = join(dataFolder, noteName)
  const temporary = `${path}.tmp`
  rmSync(temporary, { force: true })
  writeFileSync(temporary, JSON.stringify(notes), { flush: true })
  whenFreeSync(() => renameSync(temporary, path))
  return notes
}
