import { createHash } from 'node:crypto'
import { formatSheetPlace, readSheetCode } from '../../../../shared/features/attendance/sheet-code.ts'
import { mostScanMegabytes, mostScanPages, type ScanReceipt } from '../../../../shared/features/scan/contract.ts'
import { scanId } from '../../../../shared/ids.ts'
import type { ReadDatabase } from '../../database/connection.ts'
import { DomainError } from '../../domain-error.ts'
import { deleteStoredFile, type FileOnDisk, insertStoredFile, writeStoredFile } from '../../files/file-store.ts'
import { fileType } from '../../files/file-type.ts'
import { ScanWorker } from '../../picture/scan-worker.ts'
import type { Work } from '../../running-work.ts'
import type { TaskScope } from '../../scope.ts'
import { findCohortId } from '../cohort/cohort-store.ts'
import { getScan, insertScan, knownPages, lineOf, type NewScan } from './scan-store.ts'
import { findEdition, formsOf } from './sheet-edition-store.ts'

type Scope = Pick<TaskScope, 'read' | 'write' | 'workspace' | 'entropy'>
type Taken = { onDisk: FileOnDisk; scan: NewScan }

export type ScanProgress = { done: number; total: number | null }

/**
 * Stores a file page by page: finds the sheet of each page, straightens and reads it, and files all pages in one act. Files on the disk are deleted
 * again if anything fails or it is cancelled.
 * @throws DomainError file_too_large, not_a_file, scan_unreadable, scan_too_long, scan_cancelled
 */
export async function fileScan(scope: Scope, file: File, work: Work<ScanProgress>): Promise<ScanReceipt> {
  if (file.size > mostScanMegabytes * 1024 * 1024) {
    throw new DomainError({ code: 'file_too_large', megabytes: mostScanMegabytes })
  }
  scope.workspace.ensureSpace(file.size)
  const bytes = new Uint8Array(await file.arrayBuffer())
  const name = file.name.slice(0, 120)
  if (fileType(bytes) === null) throw new DomainError({ code: 'not_a_file', file: name.slice(0, 80) })
  const source = { name, sha256: createHash('sha256').update(bytes).digest('hex') }
  const known = scope.read(({ db }) => knownPages(db, source.sha256))
  const { folder } = scope.workspace
  const taken: Taken[] = []
  const unreadable: number[] = []
  const worker = new ScanWorker()
  try {
    const opened = await worker.ask({ kind: 'open', bytes })
    if (!opened) throw new DomainError({ code: 'scan_unreadable', file: name.slice(0, 80) })
    if (opened.pages > mostScanPages) throw new DomainError({ code: 'scan_too_long', pages: mostScanPages })
    for (let index = 0; index < opened.pages; index += 1) {
      work.progress = { done: index, total: opened.pages }
      work.check()
      if (known.has(index + 1)) continue
      const page = await takePage(scope, worker, index)
      if (!page) {
        unreadable.push(index + 1)
        continue
      }
      work.check()
      const picture = new File([page.jpeg], name)
      const onDisk = await writeStoredFile(scope.workspace, picture, Buffer.from(scope.entropy(16)).toString('hex'))
      taken.push({ onDisk, scan: { ...page.scan, source: { ...source, page: index + 1 } } })
    }
    work.check()
    const pages =
      taken.length === 0
        ? []
        : scope.write(({ db, at, operator, record }) =>
            taken.map(({ onDisk, scan }) => {
              const who = { at, by: operator.name }
              const fileId = insertStoredFile(db, onDisk, who)
              const id = scanId.parse(insertScan(db, fileId, scan, who))
              const line = lineOf(getScan(db, id))
              record('scan_page', id, null, { sheet: line.sheet, source: scan.source, sha256: onDisk.sha256 })
              return line
            }),
          )
    return { pages, seen: known.size, unreadable }
  } catch (error) {
    for (const { onDisk } of taken) await deleteStoredFile(folder, onDisk)
    throw error
  } finally {
    await worker.close()
  }
}

async function takePage(
  { read }: Scope,
  worker: ScanWorker,
  page: number,
): Promise<{ jpeg: Uint8Array<ArrayBuffer>; scan: Omit<NewScan, 'source'> } | null> {
  const looked = await worker.ask({ kind: 'look', page })
  if (!looked) return null
  const sheet = read(({ db }) => sheetOf(db, looked.codes))
  const forms = sheet?.forms ?? []
  const taken = await worker.ask({ kind: 'take', code: sheet?.text ?? null, forms })
  const form = taken.read ? forms[taken.read.form] : undefined
  const found = taken.read && form ? { width: form.width, height: form.height, readings: taken.read.readings } : null
  return { jpeg: taken.jpeg, scan: { sheet: sheet?.sheet ?? null, read: found } }
}

/** The first code of an existing class, and the possible forms of its page. */
function sheetOf(db: ReadDatabase, texts: readonly string[]) {
  for (const text of texts) {
    const code = readSheetCode(text)
    const cohortId = code && findCohortId(db, code.cohortCode)
    if (!code || !cohortId) continue
    const edition = findEdition(db, cohortId, code.version)
    const { place, page, version } = code
    const forms = edition ? formsOf(db, edition, formatSheetPlace(place) ?? '00', page) : []
    return { text, sheet: { cohortId, place, page, version }, forms }
  }
  return null
}
