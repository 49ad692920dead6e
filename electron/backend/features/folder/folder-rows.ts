import { type FiledKey, isOfficeForm, type PaperKey, paperTitle } from '../../../../shared/facts/paper-key.ts'
import type { FolderRow, StageCount } from '../../../../shared/features/folder/contract.ts'
import { folderProgress, paperState } from '../../../../shared/features/folder/paper-state.ts'
import { papersInOrder } from '../../../../shared/features/paper/paper-order.ts'
import { paperStages, stageOf } from '../../../../shared/features/paper/paper-stage.ts'
import { changedGroups } from '../../../../shared/features/print/fact-group.ts'
import type { ReadDatabase } from '../../database/connection.ts'
import type { QueryScope } from '../../scope.ts'
import { type CohortRecord, getCohort } from '../cohort/cohort-store.ts'
import { presentFormDigests } from '../office-form/make-form.ts'
import { listOfficeForms } from '../office-form/office-form-store.ts'
import { paperRows } from '../paper/list-papers.ts'
import { presentDigests } from '../paper/paper-source.ts'
import { lastPrints, type PrintTrace } from '../print/print-store.ts'
import { scansOfCohort, verdictsOfCohort } from './folder-store.ts'
import { sheetsBack } from './returned-sheets-store.ts'

/** The checklist of a class in the order of its file, followed by forms of the office. */
export function folderRows(scope: QueryScope, code: string, all = false): FolderRow[] {
  const cohort = getCohort(scope.db, code)
  const prints = lastPrints(scope.db, cohort.id)
  const present = presentDigests(scope, cohort)
  return [...filedPapers(scope.db, cohort, all), ...filedForms(scope.db, cohort)].map(row => {
    const print = prints.get(row.key)
    if (!print) return { ...row, printed: null }
    const now = isOfficeForm(row.key) ? presentFormDigests(scope, cohort, row.key) : present(row.key)
    return { ...row, printed: { ...lastPrint(print), changed: changedGroups(print.digests, now) } }
  })
}

/** Progress of the papers by stage, in order. */
export function stageCounts(db: ReadDatabase, code: string): StageCount[] {
  const cohort = getCohort(db, code)
  const rows = [...filedPapers(db, cohort), ...filedForms(db, cohort)].filter(row => row.needed)
  const byStage = Map.groupBy(rows, row => stageOf(row.key).stage)
  return paperStages.flatMap(({ value: stage }) => {
    const own = byStage.get(stage)
    return own ? [{ stage, ...folderProgress(own.map(row => row.state)) }] : []
  })
}

export type FiledPaper = Omit<FolderRow, 'printed' | 'key'> & { key: PaperKey }

/** The checklist without changes since the last prints, which would need all data of the papers. */
export function filedPapers(db: ReadDatabase, cohort: CohortRecord, all = false): FiledPaper[] {
  const papers = new Map(paperRows(db, cohort).map(row => [row.key, row]))
  const traces = tracesOf(db, cohort)
  return papersInOrder.flatMap(({ key, section }) => {
    const paper = papers.get(key)
    const trace = traces(key)
    // A printed letter about a change that was withdrawn later is still in the folder.
    if (!paper && !trace.printed && trace.scans.length === 0) return []
    // Papers that this class does not need are left out, unless somebody made them.
    const isNeeded = paper?.needed === true || trace.touched
    if (!isNeeded && !all) return []
    const { state, scans, sheets, verdict } = trace
    return {
      key,
      title: paperTitle(key),
      section,
      waitsFor: paper?.waitsFor ?? null,
      needed: isNeeded,
      state,
      scans,
      sheets,
      verdict,
    }
  })
}

/** Forms of the office for a class or each member; deactivated ones only where they were used. */
function filedForms(db: ReadDatabase, cohort: CohortRecord): Omit<FolderRow, 'printed'>[] {
  const traces = tracesOf(db, cohort)
  return listOfficeForms(db).flatMap(({ key, title, subject, retired }) => {
    const { touched, state, scans, sheets, verdict } = traces(key)
    if ((subject !== 'COHORT' && subject !== 'PERSON') || (retired && !touched)) return []
    const waitsFor = retired ? 'Formulir ini tidak dipakai lagi.' : null
    return { key, title, section: 'Formulir kantor', waitsFor, needed: true, state, scans, sheets, verdict }
  })
}

function tracesOf(db: ReadDatabase, cohort: CohortRecord) {
  const prints = lastPrints(db, cohort.id)
  const allScans = Map.groupBy(scansOfCohort(db, cohort.id), scan => scan.key)
  const back = sheetsBack(db, cohort.id)
  const verdicts = verdictsOfCohort(db, cohort.id)
  return (key: FiledKey) => {
    const scans = (allScans.get(key) ?? []).map(({ key: _, ...scan }) => scan)
    const sheets = isOfficeForm(key) ? null : (back.get(key) ?? null)
    const verdict = verdicts.get(key) ?? null
    const printed = prints.has(key)
    const isSigned = scans.length > 0 || (sheets !== null && sheets.back >= sheets.of)
    return {
      printed,
      scans,
      sheets,
      verdict,
      touched: printed || scans.length > 0 || verdict !== null,
      state: paperState({ printed, isSigned, verdict: verdict?.verdict ?? null }),
    }
  }
}

function lastPrint({ at, by, times }: PrintTrace) {
  return { at, by, times }
}
