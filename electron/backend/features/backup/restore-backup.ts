import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import type { RestoredBackup } from '../../../../shared/features/backup/contract.ts'
import type { LostWork } from '../../../../shared/features/backup/lost-work.ts'
import type { BundledFile, BundleHeader, Manifest } from '../../bundle/bundle-format.ts'
import { dataKeyBySheet } from '../../bundle/bundle-keys.ts'
import { BundleReader } from '../../bundle/bundle-reader.ts'
import { readBundle } from '../../bundle/unpack-bundle.ts'
import { databaseFileName, snapshotFolderName } from '../../database/identity.ts'
import { NumberLog } from '../../database/number-log.ts'
import { schemaFingerprint } from '../../database/schema/schema.ts'
import { DomainError } from '../../domain-error.ts'
import { hasEncryptedFiles } from '../../files/encrypted-files.ts'
import { whenFreeSync } from '../../files/file-lock.ts'
import { sha256Of } from '../../files/paper-store.ts'
import type { DataKey } from '../../keys/data-key.ts'
import type { TaskScope } from '../../scope.ts'
import { findCentre } from '../centre/centre-store.ts'
import { bytesOfCode } from '../computer/renew-sheet.ts'
import { backupWork } from './backup-work.ts'
import { centreIdOf, lostAfter } from './lost-work-store.ts'

const stagingPattern = /^pulih-[0-9a-f]{8}\.tmp$/

/**
 * The key of a bundle, by the code of the sheet.
 * @throws DomainError bundle_missing, recovery_group_wrong, bundle_sheet_other and those of a reader
 */
export function openBySheet(from: string, code: string): { file: string; dataKey: DataKey } {
  const { file, header } = headerOf(from)
  const dataKey = dataKeyBySheet(header.sheet, bytesOfCode(code))
  if (!dataKey) throw new DomainError({ code: 'bundle_sheet_other', number: header.sheet.number })
  return { file, dataKey }
}

/** What a restore would lose; null if there is no data yet. The bundle is opened with the key of this computer. */
export function lostByRestoring(scope: TaskScope, from: string): LostWork | null {
  const { file } = headerOf(from)
  return lostIn(scope, readBundle(file, scope.workspace.dataKey).manifest)
}

/**
 * Restores a bundle: first unpacked and compared beside the data, then files, keys and assigned numbers are put in place, and finally the database,
 * like a snapshot. A crash before that leaves the present database unchanged.
 */
export async function restoreBackup(scope: TaskScope, from: string, code: string): Promise<RestoredBackup> {
  const { workspace, writeRestored, settleRestored } = scope
  const { file, dataKey } = openBySheet(from, code)
  const { header, manifest } = readBundle(file, dataKey)
  assertFits(scope, header, manifest, dataKey)
  const lost = lostIn(scope, manifest)
  removeStaging(workspace.folder)
  const staging = join(workspace.folder, `pulih-${randomBytes(4).toString('hex')}.tmp`)
  try {
    const unpacked = await backupWork(scope, { kind: 'unpack', file, target: staging, dataKey: dataKey.secret })
    const { missing, keys } = unpacked
    if (missing.length > 0) {
      const bundles = [...new Set(missing.map(one => one.bundle))]
      throw new DomainError({ code: 'bundle_incomplete', count: missing.length, bundles: bundles.slice(0, 5) })
    }
    for (const one of manifest.files) placeFile(staging, workspace.folder, one)
    for (const { id, secret } of keys)
      if ((await workspace.keys.get(id)) === null) await workspace.keys.put(id, Buffer.from(secret, 'base64'))
    workspace.dataKeys.adopt(dataKey, header.sheet)
    workspace.dataFolder.numbers.keep(new NumberLog(staging).read())
    const snapshot = placeSnapshot(staging, workspace.folder, header.madeAt)
    const keptAs = await workspace.restore(snapshot).catch((error: unknown) => {
      // Otherwise it would never be deleted, because it is not a snapshot made here.
      rmSync(join(workspace.folder, snapshotFolderName, snapshot), { force: true })
      throw error
    })
    if (workspace.openingError) throw new DomainError(workspace.openingError)
    if (findCentre(workspace.read))
      writeRestored(commanding => {
        commanding.record('snapshot', basename(file), null, { keptAs, madeAt: header.madeAt, lost: lost?.changes ?? 0 })
        settleRestored(commanding)
      })
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
    return {
      bundle: file,
      madeAt: header.madeAt,
      centre: manifest.centreName,
      rows,
      files: manifest.files.length,
      lost,
      keptAs,
    }
  } finally {
    rmSync(staging, { recursive: true, force: true })
  }
}

function headerOf(from: string): { file: string; header: BundleHeader } {
  const file = resolve(from)
  const reader = new BundleReader(file)
  reader.close()
  return { file, header: reader.header }
}

/** @throws DomainError bundle_outdated, bundle_other_centre */
function assertFits({ workspace, read }: TaskScope, header: BundleHeader, manifest: Manifest, dataKey: DataKey): void {
  if (manifest.schema !== schemaFingerprint)
    throw new DomainError({ code: 'bundle_outdated', file: header.madeAt.slice(0, 10) })
  const mark = workspace.openingError ? null : read(({ db }) => centreIdOf(db))
  const otherKey =
    workspace.dataKeys.state === 'OPEN' &&
    !workspace.dataKey.secret.equals(dataKey.secret) &&
    hasEncryptedFiles(workspace.folder)
  // Scans on this computer could not be opened any more with the key of another centre.
  if ((mark !== null && mark !== header.centre) || otherKey)
    throw new DomainError({ code: 'bundle_other_centre', name: manifest.centreName })
}

function lostIn({ workspace, read }: TaskScope, { audit }: Manifest): LostWork | null {
  if (workspace.openingError) return null
  return read(({ db }) => (centreIdOf(db) === null ? null : lostAfter(db, audit.seal)))
}

/** Files never change under their name, so an existing file that differs is damaged. */
function placeFile(staging: string, dataFolder: string, { path, sha256 }: BundledFile): void {
  const target = join(dataFolder, ...path.split('/'))
  if (existsSync(target) && sha256Of(readFileSync(target)) === sha256) return
  mkdirSync(dirname(target), { recursive: true })
  whenFreeSync(() => renameSync(join(staging, ...path.split('/')), target))
}

/** Moves the database of the bundle to the snapshots, from which it is restored. */
function placeSnapshot(staging: string, dataFolder: string, madeAt: string): string {
  const folder = join(dataFolder, snapshotFolderName)
  const name = `balai-${madeAt.replaceAll(':', '-')}-dari-bundel.db`
  mkdirSync(folder, { recursive: true })
  whenFreeSync(() => renameSync(join(staging, databaseFileName), join(folder, name)))
  return name
}

/** Deletes what a crash during a restore left. */
function removeStaging(dataFolder: string): void {
  if (!existsSync(dataFolder)) return
  for (const name of readdirSync(dataFolder))
    if (stagingPattern.test(name)) rmSync(join(dataFolder, name), { recursive: true, force: true })
}
