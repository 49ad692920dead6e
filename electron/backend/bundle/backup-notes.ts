import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { whenFreeSync } from '../files/file-lock.ts'

// The places of backups belong to this computer and must be known when the database is not: they stand in a file beside it.

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
  /** Moment of the last try. */
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
  /** The newest last. */
  proofs: z.array(proofNote),
  /** Moments at which bundles were written, the newest last. */
  made: z.array(z.string()),
  /** The place in which the sheet with this number is kept, as typed when it was printed. */
  sheet: z.strictObject({ number: z.int(), holder: z.string() }).optional(),
  /** All sheets up to this number are marked as destroyed. */
  destroyed: z.int().optional(),
})
type BackupNotes = z.infer<typeof noteSchema>
export type PlaceNote = BackupNotes['places'][number]

/** Nothing where the file is not there or was torn: then places are named anew. */
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
