import type { scanContract } from '../../../../shared/features/scan/contract.ts'
import type { ReadDatabase } from '../../database/connection.ts'
import { DomainError, found } from '../../domain-error.ts'
import { deleteStoredFile, readStoredFile } from '../../files/file-store.ts'
import { RunningWork } from '../../running-work.ts'
import type { Handlers } from '../../scope.ts'
import { findMark } from '../attendance/attendance-store.ts'
import { markAttendance } from '../attendance/mark-attendance.ts'
import { dayNumbered, daysOfCohort } from '../cohort/cohort-day-store.ts'
import { getCohort } from '../cohort/cohort-store.ts'
import { fileScan, type ScanProgress } from './file-scan.ts'
import { detailOf } from './read-scan.ts'
import { deleteScan, fileByHand, fileOfScan, getScan, listScans, markConfirmed, type ScanRecord } from './scan-store.ts'

const running = new RunningWork<ScanProgress>({ done: 0, total: null }, { code: 'scan_cancelled' })

export const scanHandlers: Handlers<typeof scanContract> = {
  read: (scope, { file, ticket }) => running.under(ticket, work => fileScan(scope, file, work)),

  progress: (_scope, { ticket }) => running.progress(ticket),

  cancel: (_scope, { ticket }) => running.cancel(ticket),

  list: ({ db }, { code }) => listScans(db, code),

  detail: ({ db, today }, { id }) => detailOf(db, id, today),

  async picture({ read, workspace }, { id }) {
    const file = read(({ db }) => fileOfScan(db, id))
    const bytes = await readStoredFile(workspace, file)
    return { file: new File([bytes], `Hasil scan ${id}.jpg`, { type: file.type }) }
  },

  file({ db, record }, { id, code, place }) {
    const scan = openScan(db, id)
    if (scan.sheet?.version) throw new DomainError({ code: 'scan_has_code' })
    const cohort = getCohort(db, code)
    if (place.kind === 'day' || place.kind === 'sessions') {
      dayNumbered(daysOfCohort(db, cohort.id), place.n)
    }
    fileByHand(db, id, cohort.id, place)
    record('scan_page', id, { sheet: scan.sheet }, { code, place })
  },

  confirm(scope, { id, marks }) {
    const { db, at, operator, record } = scope
    const { sheet } = openScan(db, id)
    if (!sheet) throw new DomainError({ code: 'scan_without_class' })
    const cohort = getCohort(db, sheet.code)
    const days = new Map(daysOfCohort(db, cohort.id).map(day => [day.n, day]))
    const open = marks.filter(({ enrolmentId, n }) => {
      const day = found(days.get(n), 'day')
      // Marks recorded meanwhile stay.
      return findMark(db, enrolmentId, day.id) === null
    })
    if (open.length > 0) {
      const entries = open.map(entry => ({ ...entry, arrivedAt: null, note: '' }))
      markAttendance(scope, { code: sheet.code, marks: entries, reason: null })
    }
    markConfirmed(db, id, at, operator.name)
    const receipt = { written: open.length, kept: marks.length - open.length }
    record('scan_page', id, { confirmed: null }, { confirmed: operator.name, ...receipt })
    return receipt
  },

  async discard({ write, workspace }, { id }) {
    const file = write(({ db, record }) => {
      const scan = openScan(db, id)
      const stored = fileOfScan(db, id)
      deleteScan(db, id, stored.id)
      record('scan_page', id, { sheet: scan.sheet, source: scan.source, sha256: stored.sha256 }, null)
      return stored
    })
    await deleteStoredFile(workspace.folder, file)
  },
}

/** @throws DomainError not_found, scan_confirmed */
function openScan(db: ReadDatabase, id: ScanRecord['id']): ScanRecord {
  const scan = getScan(db, id)
  if (scan.confirmedBy !== null) throw new DomainError({ code: 'scan_confirmed', by: scan.confirmedBy })
  return scan
}
