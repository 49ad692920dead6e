import type { FiledKey } from '../../../../shared/facts/paper-key.ts'
import type { PaperScan, ScanPlace } from '../../../../shared/features/folder/contract.ts'
import type { Verdict } from '../../../../shared/features/folder/paper-state.ts'
import type { ReadDatabase, WriteDatabase } from '../../database/connection.ts'
import type { StoredFile } from '../../files/file-store.ts'

type PaperVerdict = { verdict: Verdict; note: string; at: string; by: string }

export function scansOfCohort(db: ReadDatabase, cohortId: number): (PaperScan & { key: FiledKey })[] {
  return db.all(
    `SELECT file_id AS fileId, paper_key AS key, type, size, recorded_at AS at, recorded_by AS by
     FROM paper_scan JOIN stored_file ON stored_file.id = file_id WHERE cohort_id = ? ORDER BY file_id`,
    [cohortId],
  )
}

/** Files of the scans of a class, in order of attachment. */
export function scanFilesOfCohort(db: ReadDatabase, cohortId: number): (StoredFile & { key: FiledKey })[] {
  return db.all(
    `SELECT stored_file.id, name, sha256, type, size, paper_key AS key
     FROM paper_scan JOIN stored_file ON stored_file.id = file_id WHERE cohort_id = ? ORDER BY file_id`,
    [cohortId],
  )
}

export type ScanRecord = StoredFile & { key: FiledKey; cohortId: number; code: string }

export function findScan(db: ReadDatabase, fileId: number): ScanRecord | undefined {
  return db.get<ScanRecord>(
    `SELECT stored_file.id, name, sha256, type, size, paper_key AS key, cohort_id AS cohortId, code
     FROM paper_scan JOIN stored_file ON stored_file.id = file_id JOIN cohort ON cohort.id = cohort_id WHERE file_id = ?`,
    [fileId],
  )
}

export function insertScan(db: WriteDatabase, fileId: number, cohortId: number, key: FiledKey): void {
  db.insert('paper_scan', 'file_id, cohort_id, paper_key', { fileId, cohortId, paperKey: key })
}

export function deleteScan(db: WriteDatabase, fileId: number): void {
  db.run('DELETE FROM paper_scan WHERE file_id = ?', [fileId])
  db.run('DELETE FROM stored_file WHERE id = ?', [fileId])
}

export function verdictsOfCohort(db: ReadDatabase, cohortId: number): Map<FiledKey, PaperVerdict> {
  const rows = db.all<PaperVerdict & { key: FiledKey }>(
    `SELECT paper_key AS key, verdict, note, recorded_at AS at, recorded_by AS by FROM paper_verdict WHERE cohort_id = ?`,
    [cohortId],
  )
  return new Map(rows.map(({ key, ...verdict }) => [key, verdict]))
}

export function findVerdict(db: ReadDatabase, cohortId: number, key: FiledKey): PaperVerdict | undefined {
  return verdictsOfCohort(db, cohortId).get(key)
}

/** Null removes the verdict. */
export function writeVerdict(db: WriteDatabase, cohortId: number, key: FiledKey, verdict: PaperVerdict | null): void {
  db.run('DELETE FROM paper_verdict WHERE cohort_id = ? AND paper_key = ?', [cohortId, key])
  if (verdict)
    db.insert('paper_verdict', 'cohort_id, paper_key: key, verdict, note, recorded_at: at, recorded_by: by', {
      ...verdict,
      cohortId,
      key,
    })
}

export function scanPlaceOf(db: ReadDatabase): ScanPlace {
  return db.value('SELECT scan_place FROM centre')
}

export function saveScanPlace(db: WriteDatabase, place: ScanPlace): void {
  db.run('UPDATE centre SET scan_place = ?', [place])
}
