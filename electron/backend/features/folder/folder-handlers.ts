import { isOfficeForm, paperTitle } from '../../../../shared/facts/paper-key.ts'
import type {
  FileProgress,
  FolderRow,
  folderContract,
  PrintProgress,
} from '../../../../shared/features/folder/contract.ts'
import { found } from '../../domain-error.ts'
import { deleteStoredFile, keepFile, readStoredFile } from '../../files/file-store.ts'
import { pdfFile } from '../../paper-kit/pdf-file.ts'
import { RunningWork } from '../../running-work.ts'
import type { CommandScope, Handlers } from '../../scope.ts'
import { getCohort } from '../cohort/cohort-store.ts'
import { peopleOfCohort } from '../cohort/enrolment-store.ts'
import { findOfficeForm } from '../office-form/office-form-store.ts'
import { folderRows, stageCounts } from './folder-rows.ts'
import {
  deleteScan,
  findScan,
  findVerdict,
  insertScan,
  saveScanPlace,
  scanPlaceOf,
  writeVerdict,
} from './folder-store.ts'
import { makeRememberedFile } from './make-remembered-file.ts'
import { printPapers } from './print-papers.ts'

const running = new RunningWork<FileProgress>({ done: 0, total: 1 }, { code: 'file_cancelled' })

const printing = new RunningWork<PrintProgress>({ done: 0, total: 1, title: '' }, { code: 'printing_stopped' })

export const folderHandlers: Handlers<typeof folderContract> = {
  get: (scope, { code, all }) => ({ rows: folderRows(scope, code, all), scanPlace: scanPlaceOf(scope.db) }),

  counts: ({ db }, { code }) => stageCounts(db, code),

  attachScan(task, { code, key, file }) {
    task.read(({ db }) => getCohort(db, code))
    return keepFile(task, file, (scope, { fileId, sha256, type, size }) => {
      const cohort = getCohort(scope.db, code)
      insertScan(scope.db, fileId, cohort.id, key)
      forgetVerdict(scope, cohort, key)
      scope.record('paper_scan', `${code} ${key}`, null, { fileId, type, size, sha256 })
      return { fileId }
    })
  },

  async openScan({ read, write, workspace }, { fileId: id }) {
    const { scan, title } = read(({ db }) => {
      const row = found(findScan(db, id), 'scan')
      const { key } = row
      return { scan: row, title: isOfficeForm(key) ? (findOfficeForm(db, key)?.title ?? key) : paperTitle(key) }
    })
    const bytes = await readStoredFile(workspace, scan)
    // Signed papers usually contain names, so access is recorded before the file is returned.
    write(({ db, record, saw }) => {
      saw('cohort_view', scan.code, peopleOfCohort(db, scan.cohortId))
      record('paper_scan', `${scan.code} ${scan.key}`, null, { opened: id })
    })
    return { file: new File([bytes], title, { type: scan.type }) }
  },

  async removeScan({ write, workspace }, { fileId: id }) {
    const { folder } = workspace
    const scan = write(scope => {
      const row = found(findScan(scope.db, id), 'scan')
      deleteScan(scope.db, id)
      forgetVerdict(scope, { id: row.cohortId, code: row.code }, row.key)
      scope.record('paper_scan', `${row.code} ${row.key}`, { fileId: id, sha256: row.sha256 }, null)
      return row
    })
    await deleteStoredFile(folder, scan)
  },

  setVerdict({ db, at, operator, record }, { code, key, verdict, note }) {
    const cohort = getCohort(db, code)
    const before = findVerdict(db, cohort.id, key) ?? null
    const after = verdict === null ? null : { verdict, note, at, by: operator.name }
    writeVerdict(db, cohort.id, key, after)
    record('paper_verdict', `${code} ${key}`, before && wordOf(before), after && wordOf(after))
  },

  makeFile: (scope, { ticket, ...request }) =>
    running.under(ticket, async work => {
      const { bytes, ...made } = await makeRememberedFile(scope, request, work)
      scope.write(({ db, record, saw }) => {
        saw('cohort_view', request.code, peopleOfCohort(db, getCohort(db, request.code).id))
        if (scanPlaceOf(db) !== request.scanPlace) saveScanPlace(db, request.scanPlace)
        record('export', request.code, null, { pages: made.pages })
      })
      return { file: pdfFile(`berkas-${request.code}`, { bytes }), ...made }
    }),

  progress: (_scope, { ticket }) => running.progress(ticket),

  cancel: (_scope, { ticket }) => running.cancel(ticket),

  printPapers: (scope, { ticket, ...request }) => printing.under(ticket, work => printPapers(scope, request, work)),

  printProgress: (_scope, { ticket }) => printing.progress(ticket),

  stopPrinting: (_scope, { ticket }) => printing.cancel(ticket),
}

/** The verdict was about the previous scan. */
function forgetVerdict(
  { db, record }: CommandScope,
  cohort: { id: number; code: string },
  key: FolderRow['key'],
): void {
  const before = findVerdict(db, cohort.id, key)
  if (!before) return
  writeVerdict(db, cohort.id, key, null)
  record('paper_verdict', `${cohort.code} ${key}`, wordOf(before), null)
}

function wordOf({ verdict, note }: { verdict: string; note: string }) {
  return { verdict, note }
}
