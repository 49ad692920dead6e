import { join } from 'node:path'
import { domainErrorMessage } from '../../../../shared/domain-error.ts'
import { type BackupStatus, mostDaysApart } from '../../../../shared/features/backup/backup-status.ts'
import type { Proof } from '../../../../shared/features/backup/proof.ts'
import { addDays, type PlainDate } from '../../../../shared/kernel/plain-date.ts'
import { changeBackupNotes, type PlaceNote, readBackupNotes } from '../../bundle/backup-notes.ts'
import { bundlesIn, longestKept } from '../../bundle/bundle-place.ts'
import { findPlace } from '../../bundle/place-mark.ts'
import { DomainError } from '../../domain-error.ts'
import { freeSpaceOf, megabytesOf } from '../../files/free-space.ts'
import type { TaskScope } from '../../scope.ts'
import { backupWork } from './backup-work.ts'
import { centreIdOf } from './lost-work-store.ts'
import { makeBackup } from './make-backup.ts'

/** Running work by data folder: one backup or test at a time. */
const working = new Map<string, NonNullable<BackupStatus['work']>>()

async function alone<T>(scope: TaskScope, kind: 'write' | 'prove', work: () => Promise<T>): Promise<T | null> {
  const { folder } = scope.workspace
  if (working.has(folder)) return null
  working.set(folder, { kind, done: 0, total: 0 })
  try {
    return await work()
  } finally {
    working.delete(folder)
  }
}

function progressOf({ workspace }: TaskScope) {
  return (progress: { done: number; total: number }) => {
    const work = working.get(workspace.folder)
    if (work) working.set(workspace.folder, { ...work, ...progress })
  }
}

/** Writes a bundle to every reachable place. A failure is noted and does not affect the others. */
export async function backUpEverywhere(
  scope: TaskScope,
  wanted: (place: PlaceNote) => boolean = () => true,
): Promise<{ written: string[]; failed: string[] }> {
  const { folder } = scope.workspace
  const written: string[] = []
  const failed: string[] = []
  await alone(scope, 'write', async () => {
    // One snapshot for all, so that all places have the same.
    let snapshot: string | undefined
    for (const place of readBackupNotes(folder).places.filter(wanted)) {
      const path = findPlace(place)
      if (path === null) continue
      let trouble: string | null = null
      let madeAt: string | null = null
      try {
        snapshot ??= (await scope.workspace.takeSnapshot()).name
        madeAt = (await makeBackup(scope, path, { onProgress: progressOf(scope), snapshot })).madeAt
        written.push(place.name)
      } catch (error) {
        if (!(error instanceof DomainError) || scope.work.signal.aborted) throw error
        trouble = domainErrorMessage(error.data)
        failed.push(trouble)
      }
      const bundles = bundlesHere(scope, path).length
      changeBackupNotes(folder, notes => {
        const note = notes.places.find(one => one.id === place.id)
        if (note) Object.assign(note, { path, trouble, bundles, triedAt: scope.at, ...(madeAt && { lastAt: madeAt }) })
        if (madeAt) notes.made.push(madeAt)
      })
    }
  })
  return { written, failed }
}

function bundlesHere({ workspace, read }: TaskScope, path: string) {
  const centre = workspace.openingError ? null : read(({ db }) => centreIdOf(db))
  return centre === null ? [] : bundlesIn(path, centre)
}

/** Tests the newest reachable bundle; null if there is none. */
export async function proveNewest(scope: TaskScope): Promise<Proof | null> {
  const { workspace, today, at } = scope
  const file = backupStatus(scope).bundles[0]?.from
  if (file === undefined) return null
  return alone(scope, 'prove', async () => {
    const question = { file, dataKey: workspace.dataKey.secret, today, workFolder: workspace.folder }
    const proof = await backupWork(scope, { kind: 'prove', question }, progressOf(scope))
    const { ok, madeAt, rows, different, seconds, checks } = proof
    const trouble = checks.find(check => !check.ok)?.detail ?? null
    changeBackupNotes(workspace.folder, notes =>
      notes.proofs.push({ at, ok, madeAt, rows, different, seconds, trouble }),
    )
    scope.write(({ record }) => record('snapshot', madeAt || proof.bundle, null, { proven: ok, rows, different }))
    return proof
  })
}

/** What is due: a daily bundle for each reachable place, and a weekly test. */
export async function keepBackups(scope: TaskScope): Promise<void> {
  const { workspace, today, at } = scope
  if (workspace.openingError || workspace.inPractice || workspace.dataKeys.storedSheet === null) return
  if (workspace.dataKeys.state !== 'OPEN') return
  // A failed place is tried again after an hour, not every minute.
  const isDue = ({ lastAt, triedAt, trouble }: PlaceNote) =>
    (lastAt === null || lastAt.slice(0, 10) < today) && !(trouble && triedAt?.slice(0, 13) === at.slice(0, 13))
  await backUpEverywhere(scope, isDue)
  const last = readBackupNotes(workspace.folder).proofs.at(-1)
  if (!last || addDays(last.at.slice(0, 10) as PlainDate, mostDaysApart) <= today) await proveNewest(scope)
}

export function backupStatus(scope: TaskScope): BackupStatus {
  const { workspace } = scope
  const notes = readBackupNotes(workspace.folder)
  const { places, proofs, made } = notes
  const { dataKeys } = workspace
  const oldBundles: string[] = []
  const proven = new Map(proofs.map(proof => [proof.madeAt, proof.ok]))
  const bundles = new Map<string, BackupStatus['bundles'][number]>()
  const shown = places.map(place => {
    const path = findPlace(place)
    const here = path === null ? [] : bundlesHere(scope, path)
    for (const { madeAt, bytes, name, header } of here) {
      if (header && dataKeys.sheet && header.sheet.number < dataKeys.sheet.number) oldBundles.push(madeAt)
      const known = bundles.get(madeAt)
      if (known) known.places.push(place.name)
      else if (path !== null && header)
        bundles.set(madeAt, {
          madeAt,
          bytes,
          from: join(path, name),
          places: [place.name],
          proven: proven.get(madeAt) === true,
        })
    }
    return {
      ...place,
      path: path ?? place.path,
      here: path !== null,
      bundles: path === null ? place.bundles : here.length,
      free: path === null ? null : megabytesOf(freeSpaceOf(path) ?? 0),
    }
  })
  const proof = proofs.at(-1) ?? null
  const snapshots = workspace.dataFolder.snapshots()
  return {
    places: shown,
    proof,
    nextProof: proof ? addDays(proof.at.slice(0, 10) as PlainDate, mostDaysApart) : null,
    bundles: [...bundles.values()].toSorted((a, b) => (a.madeAt < b.madeAt ? 1 : -1)),
    days: daysOf(made, proofs),
    sheet: sheetOf(dataKeys.sheet, notes, oldBundles),
    local: { folder: workspace.folder, count: snapshots.length, lastAt: snapshots[0]?.takenAt ?? null },
    work: working.get(workspace.folder) ?? null,
  }
}

function sheetOf(
  sheet: { number: number; madeAt: string } | null,
  { sheet: noted, destroyed = 0 }: ReturnType<typeof readBackupNotes>,
  oldBundles: readonly string[],
): BackupStatus['sheet'] {
  if (!sheet) return null
  const before = sheet.number - 1
  const newest = oldBundles.toSorted().at(-1)
  const until = newest ? addDays(newest.slice(0, 10) as PlainDate, longestKept) : null
  return {
    ...sheet,
    holder: noted?.number === sheet.number ? noted.holder : '',
    before: before > destroyed ? { number: before, bundles: oldBundles.length, until } : null,
  }
}

function daysOf(made: readonly string[], proofs: readonly { at: string; ok: boolean }[]): BackupStatus['days'] {
  const days = new Map<PlainDate, BackupStatus['days'][number]['state']>()
  for (const moment of made) days.set(moment.slice(0, 10) as PlainDate, 'made')
  for (const { at, ok } of proofs) days.set(at.slice(0, 10) as PlainDate, ok ? 'tested' : 'failed')
  return [...days].map(([date, state]) => ({ date, state }))
}
