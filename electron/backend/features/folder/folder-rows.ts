import { paperTitle } from '../../../../shared/facts/paper-key.ts'
import type { FolderRow } from '../../../../shared/features/folder/contract.ts'
import { paperState } from '../../../../shared/features/folder/paper-state.ts'
import { papersInOrder } from '../../../../shared/features/paper/paper-order.ts'
import { changedGroups } from '../../../../shared/features/print/fact-group.ts'
import type { ReadDatabase } from '../../database/connection.ts'
import type { QueryScope } from '../../scope.ts'
import { type CohortRecord, getCohort } from '../cohort/cohort-store.ts'
import { paperRows } from '../paper/list-papers.ts'
import { presentDigests } from '../paper/paper-source.ts'
import { lastPrints, type PrintTrace } from '../print/print-store.ts'
import { scansOfCohort, verdictsOfCohort } from './folder-store.ts'
import { sheetsBack } from './returned-sheets-store.ts'

/** The checklist of a class in the order of its file. */
export function folderRows(scope: QueryScope, code: string, all = false): FolderRow[] {
  const cohort = getCohort(scope.db, code)
  const prints = lastPrints(scope.db, cohort.id)
  const present = presentDigests(scope, cohort)
  return filedPapers(scope.db, cohort, all).map(row => {
    const print = prints.get(row.key)
    return {
      ...row,
      printed: print ? { ...lastPrint(print), changed: changedGroups(print.digests, present(row.key)) } : null,
    }
  })
}

export type FiledPaper = Omit<FolderRow, 'printed'>

/** The checklist without what has changed since the last prints, for which all that the papers say would have to be read. */
export function filedPapers(db: ReadDatabase, cohort: CohortRecord, all = false): FiledPaper[] {
  const papers = new Map(paperRows(db, cohort).map(row => [row.key, row]))
  const prints = lastPrints(db, cohort.id)
  const scans = Map.groupBy(scansOfCohort(db, cohort.id), scan => scan.key)
  const sheets = sheetsBack(db, cohort.id)
  const verdicts = verdictsOfCohort(db, cohort.id)
  return papersInOrder.flatMap(({ key, section }) => {
    const paper = papers.get(key)
    const print = prints.get(key)
    const own = scans.get(key) ?? []
    const filed = sheets.get(key) ?? null
    // A letter about a change that was withdrawn again still lies in the folder once it was printed.
    if (!paper && !print && own.length === 0) return []
    // What this class does not need is left out by itself, unless somebody made it.
    const isNeeded = paper?.needed === true || print !== undefined || own.length > 0 || verdicts.has(key)
    if (!isNeeded && !all) return []
    const verdict = verdicts.get(key) ?? null
    return {
      key,
      title: paperTitle(key),
      section,
      waitsFor: paper?.waitsFor ?? null,
      needed: isNeeded,
      state: paperState({
        printed: print !== undefined,
        isSigned: own.length > 0 || (filed !== null && filed.back >= filed.of),
        verdict: verdict?.verdict ?? null,
      }),
      scans: own.map(({ key: _, ...scan }) => scan),
      sheets: filed,
      verdict,
    }
  })
}

function lastPrint({ at, by, planVersion, times }: PrintTrace) {
  return { at, by, planVersion, times }
}
