import { formatSheetPlace } from '../../../../shared/features/attendance/sheet-code.ts'
import { type SheetFacts, sameSheetFacts } from '../../../../shared/features/scan/sheet-facts.ts'
import type { ReadDatabase, WriteDatabase } from '../../database/connection.ts'
import type { ReturningSheet } from '../../paper-kit/returning-sheet.ts'
import { daysOfCohort } from '../cohort/cohort-day-store.ts'
import type { CohortRecord } from '../cohort/cohort-store.ts'
import { traineesOfCohort } from '../cohort/enrolment-store.ts'

type Edition = { id: number; version: number; facts: SheetFacts }
export type CohortRef = Pick<CohortRecord, 'id' | 'code' | 'planVersion'>

export function sheetFactsOf(db: ReadDatabase, cohortId: number): SheetFacts {
  return {
    days: daysOfCohort(db, cohortId).map(({ n, date }) => ({ n, date })),
    people: traineesOfCohort(db, cohortId).map(({ enrolmentId, position, joinedDay, left }) => ({
      enrolmentId,
      position,
      joinedDay,
      leftAfterDay: left?.afterDay ?? null,
    })),
  }
}

/** Version for a sheet made now: the last one if nothing has changed, else the next. */
export function sheetVersionOf(db: ReadDatabase, cohort: CohortRef): number {
  const last = lastEdition(db, cohort.id)
  if (!last) return cohort.planVersion
  if (sameSheetFacts(last.facts, sheetFactsOf(db, cohort.id))) return last.version
  return Math.max(last.version + 1, cohort.planVersion)
}

export function findEdition(db: ReadDatabase, cohortId: number, version: number): Edition | null {
  return asEdition(
    db.get('SELECT id, version, facts FROM sheet_edition WHERE cohort_id = ? AND version = ?', [cohortId, version]),
  )
}

/** Forms of a page in the edition with this version, one for each paper size. */
export function formsOf(
  db: ReadDatabase,
  edition: Pick<Edition, 'id'>,
  place: string,
  page: number,
): Pick<ReturningSheet, 'width' | 'height' | 'code' | 'boxes'>[] {
  return db
    .all<{ width: number; height: number; layout: string }>(
      'SELECT width, height, layout FROM sheet_page WHERE edition_id = ? AND place = ? AND page = ? ORDER BY width, height',
      [edition.id, place, page],
    )
    .map(({ width, height, layout }) => ({ width, height, ...JSON.parse(layout) }))
}

export function findLayout(db: ReadDatabase, editionId: number, sheet: ReturningSheet): string | undefined {
  return db.get<{ layout: string }>(
    'SELECT layout FROM sheet_page WHERE edition_id = ? AND place = ? AND page = ? AND width = ? AND height = ?',
    keyOf(editionId, sheet),
  )?.layout
}

function keyOf(editionId: number, { place, page, width, height }: ReturningSheet) {
  return [editionId, formatSheetPlace(place) ?? '00', page, Math.round(width), Math.round(height)]
}

/** Rounded to 0.1 mm: forms are equal if a scan cannot distinguish them. */
export function layoutOf({ code, boxes }: ReturningSheet): string {
  return JSON.stringify({ code, boxes }, (_key, value) =>
    typeof value === 'number' ? Math.round(value * 10) / 10 : value,
  )
}

function lastEdition(db: ReadDatabase, cohortId: number): Edition | null {
  return asEdition(
    db.get('SELECT id, version, facts FROM sheet_edition WHERE cohort_id = ? ORDER BY version DESC LIMIT 1', [
      cohortId,
    ]),
  )
}

function asEdition(row: { id: number; version: number; facts: string } | undefined): Edition | null {
  return row ? { ...row, facts: JSON.parse(row.facts) } : null
}

export function insertEdition(
  db: WriteDatabase,
  cohortId: number,
  version: number,
  facts: SheetFacts,
  { at, by }: { at: string; by: string },
): number {
  return db.insert('sheet_edition', 'cohort_id, version, facts, made_at, made_by', {
    cohortId,
    version,
    facts,
    madeAt: at,
    madeBy: by,
  })
}

export function insertPage(db: WriteDatabase, editionId: number, sheet: ReturningSheet): void {
  db.run('INSERT INTO sheet_page (edition_id, place, page, width, height, layout) VALUES (?, ?, ?, ?, ?, ?)', [
    ...keyOf(editionId, sheet),
    layoutOf(sheet),
  ])
}
