import type { ImportProgress, ReceiptRow } from '../../../../shared/features/import/contract.ts'
import type { ImportAnswer, ImportRow } from '../../../../shared/features/import/import-row.ts'
import type { ImportId } from '../../../../shared/ids.ts'
import { DomainError } from '../../domain-error.ts'
import { threadBeside } from '../../files/thread-beside.ts'
import type { Work } from '../../running-work.ts'
import type { TaskScope } from '../../scope.ts'
import type { FileRequest } from './check-import-file.ts'
import type { ImportAnswered, ImportPiece, ImportQuestion } from './import-on-thread.ts'
import { writtenByImport } from './import-store.ts'
import { settleStoppedImport } from './settle-cut-import.ts'

type Request = FileRequest & { file: { size: number } }
type Scope = Pick<TaskScope, 'alone' | 'today' | 'workspace' | 'signature' | 'news' | 'desk'>

/** Bytes of about 300 people: shorter files need no thread, which takes half a second to start. */
const short = 20_000
const thread = threadBeside(import.meta.url, 'take-in-thread')

/** True if it needs its own thread. */
export function isLong({ alone }: Pick<TaskScope, 'alone'>, { file }: Request): boolean {
  return !alone && file.size > short
}

/** What an import would do, computed in a thread. */
export async function previewImport(scope: Scope, request: Request, work: Work<ImportProgress>) {
  const { answered, pieces } = await ask(scope, request, null, work)
  return { ...answered.file, shown: pieces.flatMap((piece): ImportRow[] => ('shown' in piece ? piece.shown : [])) }
}

/** The running long import of each workspace; only one at a time. */
const runningImports = new WeakMap<TaskScope['workspace'], Promise<unknown>>()

/** Imports the file in a thread; `rows` if nothing was to be written. Another list waits for it. */
export async function runImportOnThread(
  scope: Scope,
  request: Request & { answers: readonly ImportAnswer[] },
  work: Work<ImportProgress>,
) {
  const before = runningImports.get(scope.workspace)
  const run = async () => {
    await before?.catch(() => undefined)
    work.check()
    return takeIn(scope, request, work)
  }
  const running = run()
  runningImports.set(scope.workspace, running)
  return running
}

async function takeIn(
  scope: Scope,
  request: Request & { answers: readonly ImportAnswer[] },
  work: Work<ImportProgress>,
): Promise<{ id: ImportId } | { id: null; file: ImportAnswered['file']; rows: ReceiptRow[] }> {
  const { workspace, news, desk } = scope
  const write = { answers: request.answers, signature: scope.signature(), freeSpace: workspace.dataFolder.freeSpace() }
  let isIn: ImportId | null = null
  const onPiece = (piece: ImportPiece) => {
    if (!('in' in piece)) return
    isIn = piece.in
    news.changed(writtenByImport, desk)
  }
  try {
    const { answered, pieces } = await ask(scope, request, write, work, onPiece)
    const { id, file } = answered
    if (id !== null) return { id }
    return { id, file, rows: pieces.flatMap((piece): ReceiptRow[] => ('unwritten' in piece ? piece.unwritten : [])) }
  } catch (error) {
    // If the data was closed, the next opening does it.
    const isClosed = error instanceof DomainError && error.data.code === 'reading_stopped'
    if (!isClosed) await settleStoppedImport(workspace)
    if (isIn === null) throw error
    // Cancelled too late, or interrupted during the comparison: the import is complete.
    return { id: isIn }
  }
}

async function ask(
  { today, workspace }: Scope,
  { file, sheet, headerRow, sender, columns, repairs }: Request,
  write: ImportQuestion['write'],
  work: Work<ImportProgress>,
  hear: (piece: ImportPiece) => void = () => undefined,
): Promise<{ answered: ImportAnswered; pieces: ImportPiece[] }> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  const request = { name: file.name, bytes, sheet, headerRow, sender, columns, repairs }
  const pieces: ImportPiece[] = []
  try {
    const answered = await workspace.threads.ask<ImportQuestion, ImportAnswered, ImportPiece>(
      thread,
      { request, today, write },
      {
        signal: work.signal,
        onProgress(done, total) {
          work.progress = { done, total }
        },
        onPiece(piece) {
          pieces.push(piece)
          hear(piece)
        },
        lend: () => workspace.data.lendWriting(),
      },
    )
    return { answered, pieces }
  } catch (error) {
    // Cancelled by the person, not by closing the data.
    if (work.signal.aborted) throw new DomainError({ code: 'import_cancelled' })
    throw error
  }
}
