import {
  formatSheetPlace,
  readSheetPlace,
  type SheetCode,
  type SheetPlace,
} from '../../../../shared/features/attendance/sheet-code.ts'
import type { ScanLine, ScanState } from '../../../../shared/features/scan/contract.ts'
import type { ScanId } from '../../../../shared/ids.ts'
import type { ReadDatabase, Who, WriteDatabase } from '../../database/connection.ts'
import { found } from '../../domain-error.ts'
import type { StoredFile } from '../../files/file-store.ts'
import type { SignatureReading } from '../../picture/read-signatures.ts'

type Row = {
  id: ScanId
  code: string | null
  title: string
  place: string | null
  page: number | null
  version: number | null
  sourceName: string
  sourcePage: number
  width: number | null
  height: number | null
  readings: string | null
  at: string
  by: string
  confirmedBy: string | null
  cohortId: number | null
}

export type ScanRecord = ScanLine & {
  cohortId: number | null
  confirmedBy: string | null
  /** The form it was read with, and its boxes in order; null if it was only filed. */
  read: { width: number; height: number; readings: SignatureReading[] } | null
}

const columns = `scan_page.id, cohort.code, coalesce(cohort.title, '') AS title, scan_page.place, scan_page.page, version, source_name AS sourceName,
  source_page AS sourcePage, width, height, readings, recorded_at AS at, recorded_by AS "by", confirmed_by AS confirmedBy,
  scan_page.cohort_id AS cohortId
  FROM scan_page LEFT JOIN cohort ON cohort.id = scan_page.cohort_id`

/** Pages without a class, then those to be checked, then the rest; newest first. */
export function listScans(db: ReadDatabase, code: string | null): ScanLine[] {
  const rows = db.all<Row>(
    `SELECT ${columns} WHERE (@code IS NULL OR cohort.code = @code)
     ORDER BY confirmed_at IS NOT NULL, scan_page.cohort_id IS NOT NULL, scan_page.id DESC LIMIT 500`,
    { code },
  )
  return rows.map(row => lineOf(asRecord(row)))
}

/** @throws DomainError not_found */
export function getScan(db: ReadDatabase, id: ScanId): ScanRecord {
  return asRecord(found(db.get<Row>(`SELECT ${columns} WHERE scan_page.id = ?`, [id]), 'scan'))
}

export function lineOf({ cohortId: _c, confirmedBy: _b, read: _r, ...line }: ScanRecord): ScanLine {
  return line
}

/** @throws DomainError not_found */
export function fileOfScan(db: ReadDatabase, id: ScanId): StoredFile {
  return found(
    db.get<StoredFile>(
      `SELECT stored_file.id, name, sha256, type, size FROM scan_page JOIN stored_file ON stored_file.id = file_id
       WHERE scan_page.id = ?`,
      [id],
    ),
    'scan',
  )
}

/** Numbers of pages of a file that are stored already. */
export function knownPages(db: ReadDatabase, sha256: string): Set<number> {
  const rows = db.all<{ page: number }>('SELECT source_page AS page FROM scan_page WHERE source_sha256 = ?', [sha256])
  return new Set(rows.map(row => row.page))
}

/** An earlier scan of the same printed page. */
export function twinOf(db: ReadDatabase, { id, cohortId, sheet }: ScanRecord): { id: ScanId; at: string } | undefined {
  if (!sheet?.version) return undefined
  return db.get(
    `SELECT id, recorded_at AS at FROM scan_page
     WHERE cohort_id = ? AND place = ? AND page = ? AND version = ? AND id < ? ORDER BY id LIMIT 1`,
    [cohortId, formatSheetPlace(sheet.place), sheet.page, sheet.version, id],
  )
}

export type NewScan = {
  source: { name: string; sha256: string; page: number }
  /** Content of its code, for an existing class. */
  sheet: (Omit<SheetCode, 'cohortCode'> & { cohortId: number }) | null
  read: ScanRecord['read']
}

export function insertScan(db: WriteDatabase, fileId: number, { source, sheet, read }: NewScan, who: Who): number {
  return db.insert(
    'scan_page',
    `file_id, source_name: name, source_sha256: sha256, source_page, cohort_id, place, page, version, width, height, readings,
     recorded_at: at, recorded_by: by`,
    {
      fileId,
      name: source.name,
      sha256: source.sha256,
      sourcePage: source.page,
      cohortId: sheet?.cohortId ?? null,
      place: sheet && formatSheetPlace(sheet.place),
      page: sheet?.page ?? null,
      version: sheet?.version ?? null,
      width: read && Math.round(read.width),
      height: read && Math.round(read.height),
      readings: read?.readings ?? null,
      ...who,
    },
  )
}

export function fileByHand(db: WriteDatabase, id: ScanId, cohortId: number, place: SheetPlace): void {
  db.update('scan_page', 'cohort_id, place', { cohortId, place: formatSheetPlace(place), id })
}

export function markConfirmed(db: WriteDatabase, id: ScanId, at: string, by: string): void {
  db.update('scan_page', 'confirmed_at, confirmed_by', { confirmedAt: at, confirmedBy: by, id })
}

export function deleteScan(db: WriteDatabase, id: ScanId, fileId: number): void {
  db.run('DELETE FROM scan_page WHERE id = ?', [id])
  db.run('DELETE FROM stored_file WHERE id = ?', [fileId])
}

function asRecord(row: Row): ScanRecord {
  const { code, place, width, height } = row
  const readings: SignatureReading[] | null = row.readings === null ? null : JSON.parse(row.readings)
  const state: ScanState = row.confirmedBy !== null ? 'confirmed' : code === null ? 'unfiled' : 'filed'
  const sheet =
    code === null || place === null
      ? null
      : { code, title: row.title, place: readSheetPlace(place), page: row.page, version: row.version }
  return {
    id: row.id,
    state,
    sheet,
    source: { name: row.sourceName, page: row.sourcePage },
    proposals: readings?.length ?? null,
    at: row.at,
    by: row.by,
    cohortId: row.cohortId,
    confirmedBy: row.confirmedBy,
    read: readings && width !== null && height !== null ? { width, height, readings } : null,
  }
}
