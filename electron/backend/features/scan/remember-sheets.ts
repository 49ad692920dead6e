import { sameSheetFacts } from '../../../../shared/features/scan/sheet-facts.ts'
import type { ReadDatabase } from '../../database/connection.ts'
import type { ReturningPaper, ReturningSheet } from '../../paper-kit/returning-sheet.ts'
import type { CommandScope, TaskScope } from '../../scope.ts'
import {
  type CohortRef,
  findEdition,
  findLayout,
  insertEdition,
  insertPage,
  layoutOf,
  sheetFactsOf,
} from './sheet-edition-store.ts'

/**
 * Draws sheets and stores their signature boxes before the file is returned. Calls `draw` again with the next version if boxes of a known page have
 * moved, for example with a taller letterhead.
 */
export async function rememberSheets<Paper extends Pick<Partial<ReturningPaper>, 'sheets'>>(
  scope: Pick<TaskScope, 'read' | 'write'>,
  cohort: CohortRef,
  version: number,
  draw: (version: number) => Promise<Paper>,
): Promise<Paper> {
  for (let number = version; ; number += 1) {
    const paper = await draw(number)
    if (keepSheets(scope, cohort, number, paper.sheets ?? [])) return paper
  }
}

/** Stores sheets drawn with this version. False if boxes of a known page have moved: draw them with the next version. */
export function keepSheets(
  { read, write }: Pick<TaskScope, 'read' | 'write'>,
  cohort: CohortRef,
  version: number,
  sheets: readonly ReturningSheet[],
): boolean {
  if (sheets.length === 0) return true
  const state = read(({ db }) => stateOf(db, cohort, version, sheets))
  if (state === 'new') write(scope => record(scope, cohort, version, sheets))
  return state !== 'moved'
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
    const id = insertEdition(db, cohort.id, version, facts, { at, by: operator.name })
    edition = { id, version, facts }
  }
  const added = sheets.filter(sheet => findLayout(db, edition.id, sheet) === undefined)
  for (const sheet of added) insertPage(db, edition.id, sheet)
  audit('sheet_edition', `${cohort.code} versi ${version}`, null, { pages: added.length })
}
