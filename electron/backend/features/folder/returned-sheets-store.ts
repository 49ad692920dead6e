import type { PaperKey } from '../../../../shared/facts/paper-key.ts'
import { readSheetPlace, type SheetPlace } from '../../../../shared/features/attendance/sheet-code.ts'
import type { SheetsBack } from '../../../../shared/features/folder/contract.ts'
import type { ReadDatabase } from '../../database/connection.ts'
import type { StoredFile } from '../../files/file-store.ts'
import { weekEnds } from '../../paper-kit/cohort-format.ts'
import { daysOfCohort } from '../cohort/cohort-day-store.ts'

type SheetKey = Extract<PaperKey, `attendance-${string}`>
const paperOf: Record<SheetPlace['kind'], SheetKey> = {
  day: 'attendance-day',
  sessions: 'attendance-session',
  week: 'attendance-week',
  all: 'attendance-15',
}

type ScannedPage = { place: string; page: number | null; version: number | null }

/** Scanned and filed sheets by paper, with the total number. */
export function sheetsBack(db: ReadDatabase, cohortId: number): Map<PaperKey, SheetsBack> {
  const days = daysOfCohort(db, cohortId)
  const counts = { day: days.length, sessions: days.length, week: weekEnds(days).size + 1, all: 1 }
  const scanned = db.all<ScannedPage>('SELECT DISTINCT place, page, version FROM scan_page WHERE cohort_id = ?', [
    cohortId,
  ])
  const printed = db.all<{ place: string; version: number; pages: number }>(
    `SELECT place, version, max(page) AS pages FROM sheet_page JOIN sheet_edition ON sheet_edition.id = edition_id
     WHERE cohort_id = ? GROUP BY place, version`,
    [cohortId],
  )
  const pagesOf = ({ place, version }: ScannedPage) =>
    printed.find(one => one.place === place && one.version === version)?.pages ?? 1
  // A sheet of two pages needs both; one filed by hand counts as complete.
  const isBack = (pages: ScannedPage[]) =>
    pages.some(one => one.page === null || pages.filter(other => other.version === one.version).length >= pagesOf(one))
  const places = [...Map.groupBy(scanned, one => one.place)].filter(([, pages]) => isBack(pages))
  const kinds = places.map(([place]) => readSheetPlace(place).kind)
  return new Map(
    Object.entries(paperOf).map(([kind, key]) => [
      key,
      { back: kinds.filter(one => one === kind).length, of: counts[kind as SheetPlace['kind']] },
    ]),
  )
}

/** Scans of these sheets by day; for a page scanned twice the later one. */
export function filesOfSheets(db: ReadDatabase, cohortId: number): (StoredFile & { key: PaperKey })[] {
  const rows = db.all<StoredFile & { place: string }>(
    `SELECT stored_file.id, name, sha256, type, size, place
     FROM scan_page JOIN stored_file ON stored_file.id = file_id
     WHERE cohort_id = @cohortId AND NOT EXISTS (
       SELECT 1 FROM scan_page AS later
       WHERE later.cohort_id = @cohortId AND later.place = scan_page.place AND later.page = scan_page.page AND later.id > scan_page.id)
     ORDER BY place, page, scan_page.id`,
    { cohortId },
  )
  return rows.map(({ place, ...file }) => ({ ...file, key: paperOf[readSheetPlace(place).kind] }))
}
