import type { PaperKey } from '../../../../shared/facts/paper-key.ts'
import type { FileProgress } from '../../../../shared/features/folder/contract.ts'
import type { Moment } from '../../clock.ts'
import { DomainError } from '../../domain-error.ts'
import { threadBeside } from '../../files/thread-beside.ts'
import type { Work } from '../../running-work.ts'
import type { QueryScope, TaskScope } from '../../scope.ts'
import { getCohort } from '../cohort/cohort-store.ts'
import { keepSheets } from '../scan/remember-sheets.ts'
import type { FileRequest, makeCohortFile, SheetVersions } from './make-cohort-file.ts'
import { scansOfFile } from './read-filed-scans.ts'

export type FileQuestion = Moment & {
  request: FileRequest
  versions: [PaperKey, number][]
  operator: QueryScope['operator']
  folder: string
  /** Key of encrypted scans; null if it is not available here, or nothing is encrypted. */
  secret: Uint8Array | null
}
export type MadeFile = Awaited<ReturnType<typeof makeCohortFile>>

const thread = threadBeside(import.meta.url, 'folder-thread')

/**
 * Makes the file of a class and stores its sheets before returning it; drawn again if boxes of a known sheet have moved.
 * @throws DomainError as `makeCohortFile`
 */
export async function makeRememberedFile(scope: TaskScope, request: FileRequest, work: Work<FileProgress>) {
  const cohort = scope.read(({ db }) => getCohort(db, request.code))
  const scans = scope.read(({ db }) => scansOfFile(db, cohort.id))
  // The file contains the scans again, plus some pages.
  scope.workspace.ensureSpace(scans.reduce((sum, scan) => sum + scan.size, 20 * 1024 * 1024))
  const versions = new Map<PaperKey, number>()
  for (;;) {
    const { sheets, ...made } = await (scope.alone ? makeHere : makeOnThread)(scope, request, versions, work)
    const moved = sheets.filter(({ version, sheets }) => !keepSheets(scope, cohort, version, sheets))
    if (moved.length === 0) return made
    for (const { key, version } of moved) versions.set(key, version + 1)
  }
}

/** What draws is loaded where it is needed alone. */
const makeHere: typeof makeCohortFile = async (...request) =>
  (await import('./make-cohort-file.ts')).makeCohortFile(...request)

async function makeOnThread(
  { read, workspace }: TaskScope,
  request: FileRequest,
  versions: SheetVersions,
  work: Work<FileProgress>,
): Promise<MadeFile> {
  const { today, at, operator } = read(query => query)
  const question = {
    request,
    versions: [...versions],
    today,
    at,
    operator,
    folder: workspace.folder,
    secret: secretOf(workspace),
  }
  try {
    return await workspace.threads.ask<FileQuestion, MadeFile>(thread, question, {
      signal: work.signal,
      onProgress(done, total) {
        work.progress = { done, total: total ?? 1 }
      },
    })
  } catch (error) {
    if (work.signal.aborted) throw new DomainError({ code: 'file_cancelled' })
    throw error
  }
}

function secretOf({ dataKeys }: TaskScope['workspace']): Uint8Array | null {
  return dataKeys.state === 'OPEN' ? new Uint8Array(dataKeys.key.secret) : null
}
