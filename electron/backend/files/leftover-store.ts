import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Leftover } from '../../../shared/features/session/contract.ts'
import { keptDays } from '../../../shared/features/session/leftover.ts'
import { addDays, type PlainDate } from '../../../shared/kernel/plain-date.ts'
import type { ReadDatabase } from '../database/connection.ts'
import { fileFolderName, keyFolderName, snapshotFolderName } from '../database/identity.ts'
import { unlessLocked } from './file-lock.ts'

// A power cut between a file and its row leaves a scan without a row, or a half-written file; a restored database does not know later scans. These
// files contain personal data, so they must be deleted eventually, but not before the restore can no longer be undone.

/** Beside the data: files found, with first and last day and number of days. */
const noteName = 'berkas-sisa.json'
type Note = Record<string, { first: PlainDate; last: PlainDate; days: number }>

/** Minimum number of different days on which a file was found: a clock that jumps a year ahead must not delete everything at once. */
const leastDays = 3

/** Files in the data folder without a row, oldest first. Changes nothing. */
export function findLeftovers(db: ReadDatabase, dataFolder: string, today: PlainDate): Leftover[] {
  const note = readNote(dataFolder)
  return pathsIn(db, dataFolder)
    .flatMap(path => {
      const file = statSync(join(dataFolder, path), { throwIfNoEntry: false })
      return file ? [{ path, bytes: file.size, foundOn: note[path]?.first ?? today }] : []
    })
    .toSorted((a, b) => (a.foundOn === b.foundOn ? (a.path < b.path ? -1 : 1) : a.foundOn < b.foundOn ? -1 : 1))
}

/** Notes files found today and deletes those found long enough ago. Returns the deleted paths. */
export function tidyLeftovers(db: ReadDatabase, dataFolder: string, today: PlainDate): string[] {
  const before = readNote(dataFolder)
  const removed: string[] = []
  const after: Note = {}
  for (const path of pathsIn(db, dataFolder)) {
    const known = before[path] ?? { first: today, last: today, days: 1 }
    const now = known.last === today ? known : { ...known, last: today, days: known.days + 1 }
    if (addDays(now.first, keptDays) <= today && now.days >= leastDays) {
      unlessLocked(() => rmSync(join(dataFolder, path), { force: true }))
      removed.push(path)
    } else after[path] = now
  }
  if (JSON.stringify(after) !== JSON.stringify(before)) writeNote(dataFolder, after)
  return removed
}

function pathsIn(db: ReadDatabase, dataFolder: string): string[] {
  const known = new Set(db.values<string>('SELECT name FROM stored_file'))
  const scans = namesIn(join(dataFolder, fileFolderName)).filter(name => !known.has(name))
  const unfinished = ['', keyFolderName, snapshotFolderName].flatMap(folder =>
    namesIn(join(dataFolder, folder))
      .filter(name => name.endsWith('.tmp'))
      .map(name => (folder === '' ? name : `${folder}/${name}`)),
  )
  return [...scans.map(name => `${fileFolderName}/${name}`), ...unfinished]
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).flatMap(entry => (entry.isFile() ? entry.name : []))
  } catch {
    return []
  }
}

/** Empty if missing or torn: files are then noted anew. */
function readNote(dataFolder: string): Note {
  try {
    const note: unknown = JSON.parse(readFileSync(join(dataFolder, noteName), 'utf8'))
    return typeof note === 'object' && note !== null ? (note as Note) : {}
  } catch {
    return {}
  }
}

function writeNote(dataFolder: string, note: Note): void {
  if (Object.keys(note).length === 0) rmSync(join(dataFolder, noteName), { force: true })
  else writeFileSync(join(dataFolder, noteName), JSON.stringify(note))
}
