import { formatSheetPlace } from '../../../../shared/features/attendance/sheet-code.ts'
import { type SheetFacts, sameSheetFacts } from '../../../../shared/features/scan/sheet-facts.ts'
import type { ReadDatabase } from '../../database/connection.ts'
import type { ReturningPaper, ReturningSheet } from '../../paper-kit/returning-sheet.ts'
import type { CommandScope, TaskScope } from '../../scope.ts'
import { daysOfCohort } from '../cohort/cohort-day-store.ts'
import type { CohortRecord } from '../cohort/cohort-store.ts'
import { traineesOfCohort } from '../cohort/enrolment-store.ts'

type Edition = { id: number; version: number; facts: SheetFacts }
type CohortRef = Pick<CohortRecord, 'id' | 'code' | 'planVersion'>

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

/** The version that a sheet made now would carry: the last one while nothing changed since, else the next. */
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

/** Every form of a page, of one size of paper each, of the edition with this version. */
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

/**
 * Draws sheets that come back and remembers where people sign on them, before the file is handed out. `draw` is called again with the
 * next version where the boxes of a known page have moved, as under a letterhead of one more line.
 */
export function rememberSheets<Paper extends Partial<ReturningPaper>>(
  { read, write }: Pick<TaskScope, 'read' | 'write'>,
  cohort: CohortRef,
  version: number,
  draw: (version: number) => Paper,
): Paper {
  for (let number = version; ; number += 1) {
    const paper = draw(number)
    const sheets = paper.sheets ?? []
    if (sheets.length === 0) return paper
    const state = read(({ db }) => stateOf(db, cohort, number, sheets))
    if (state === 'new') write(scope => record(scope, cohort, number, sheets))
    if (state !== 'moved') return paper
  }
}

function stateOf(db: ReadDatabase, cohort: CohortRef, version: number, sheets: readonly ReturningSheet[]) {
  const edition = findEdition(db, cohort.id, version)
  if (!edition) return 'new'
  if (!sameSheetFacts(edition.facts, sheetFactsOf(db, cohort.id))) return 'moved'
  const known = sheets.map(sheet => {
    const layout = findLayout(db, edition.id, sheet)
    return layout === undefined ? 'new' : layout === layoutOf(sheet) ? 'known' : 'moved'
  })
  return known.find(state => state === 'moved') ?? known.find(state => state === 'new') ?? 'known'
}

function record(
  { db, at, operator, record: audit }: CommandScope,
  cohort: CohortRef,
  version: number,
  sheets: readonly ReturningSheet[],
): void {
  let edition = findEdition(db, cohort.id, version)
  if (!edition) {
    const facts = sheetFactsOf(db, cohort.id)
    const { id } = db.run(
      'INSERT INTO sheet_edition (cohort_id, version, facts, made_at, made_by) VALUES (?, ?, ?, ?, ?)',
      [cohort.id, version, JSON.stringify(facts), at, operator.name],
    )
    edition = { id, version, facts }
  }
  const added = sheets.filter(sheet => findLayout(db, edition.id, sheet) === undefined)
  for (const sheet of added) {
    db.run('INSERT INTO sheet_page (edition_id, place, page, width, height, layout) VALUES (?, ?, ?, ?, ?, ?)', [
      ...keyOf(edition.id, sheet),
      layoutOf(sheet),
    ])
  }
  audit('sheet_edition', `${cohort.code} versi ${version}`, null, { pages: added.length })
}

function findLayout(db: ReadDatabase, editionId: number, sheet: ReturningSheet): string | undefined {
  return db.get<{ layout: string }>(
    'SELECT layout FROM sheet_page WHERE edition_id = ? AND place = ? AND page = ? AND width = ? AND height = ?',
    keyOf(editionId, sheet),
  )?.layout
}

function keyOf(editionId: number, { place, page, width, height }: ReturningSheet) {
  return [editionId, formatSheetPlace(place) ?? '00', page, Math.round(width), Math.round(height)]
}

/** To tenths of a millimetre: a form is the same one while a scan cannot tell. */
function layoutOf({ code, boxes }: ReturningSheet): string {
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
