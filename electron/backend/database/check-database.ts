import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type BetterSqlite from 'better-sqlite3'
import { DomainError } from '../domain-error.ts'
import { brokenAuditRow } from './audit.ts'
import type { Check } from './check.ts'
import { ReadDatabase } from './connection.ts'
import { databaseFileName, snapshotFolderName } from './identity.ts'
import { schemaVersion } from './migrations.ts'
import { openDatabase } from './open-database.ts'
import { checkAnchor, checkKeptAnchor, checkRows, checkSchema, type KnownKey } from './seal/check-trust.ts'
import { fileDigest } from './seal/file-digest.ts'
import { listSnapshots, provenSnapshotFile } from './snapshot.ts'

/**
 * Examines a data folder without changing its databases: integrity, foreign_keys, schema_version, audit, schema, rows, anchor, checks of features
 * (which get the results so far), snapshots. Everything is read in pieces, because ten years do not fit into the memory of an office PC.
 * @throws DomainError database_missing, database_locked, database_foreign, database_newer, database_outdated
 */
export async function checkDatabase(
  dataFolder: string,
  sealKey: KnownKey,
  keptAnchor: string | undefined,
  featureChecks: (db: ReadDatabase, before: readonly Check[]) => Promise<Check[]>,
): Promise<Check[]> {
  const file = join(dataFolder, databaseFileName)
  if (!existsSync(file)) throw new DomainError({ code: 'database_missing', folder: dataFolder })
  const snapshots = checkSnapshots(join(dataFolder, snapshotFolderName))
  // Before opening, which replays the journal into the file.
  const digest = (statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0 ? null : fileDigest(file)
  let raw: BetterSqlite.Database
  try {
    raw = openDatabase(file, { create: false, mode: 'inspect', beforeMigration: () => {} })
  } catch (error) {
    if (!(error instanceof DomainError) || error.data.code !== 'database_damaged') throw error
    return [{ key: 'integrity', ok: false, detail: 'Basis data rusak' }, snapshots]
  }
  try {
    const own = [
      ...checkOpen(raw),
      checkSchema(raw),
      await checkRows(raw, sealKey),
      checkAnchor(raw, dataFolder, sealKey, digest),
      ...(keptAnchor === undefined ? [] : [checkKeptAnchor(raw, keptAnchor, sealKey)]),
    ]
    return [...own, ...(await featureChecks(new ReadDatabase(raw), own)), snapshots]
  } finally {
    raw.close()
  }
}

/** Integrity, references, schema version, and history. */
export function checkOpen(raw: BetterSqlite.Database): Check[] {
  const integrity = String(raw.pragma('integrity_check(1)', { simple: true }))
  const broken = raw.pragma('foreign_key_check') as unknown[]
  const version = Number(raw.pragma('user_version', { simple: true }))
  const db = new ReadDatabase(raw)
  const brokenRow = brokenAuditRow(db)
  const rows = db.value<number>('SELECT count(*) FROM audit')
  return [
    { key: 'integrity', ok: integrity === 'ok', detail: integrity },
    { key: 'foreign_keys', ok: broken.length === 0, detail: `${broken.length} acuan terputus` },
    {
      key: 'schema_version',
      ok: version === schemaVersion,
      detail: `versi ${version}, program versi ${schemaVersion}`,
    },
    {
      key: 'audit',
      ok: brokenRow === null,
      detail: brokenRow === null ? `${rows} baris, rantai utuh` : `baris ${brokenRow} tidak cocok dengan segelnya`,
    },
  ]
}

function checkSnapshots(folder: string): Check {
  const names = listSnapshots(folder).map(snapshot => snapshot.name)
  const damaged = names.filter(name => {
    try {
      provenSnapshotFile(folder, name)
      return false
    } catch {
      return true
    }
  })
  const detail = damaged.length === 0 ? `${names.length} cadangan, semuanya terbuka` : `rusak: ${damaged.join(', ')}`
  return { key: 'snapshots', ok: damaged.length === 0, detail }
}
