import type { ImportProgress, ReceiptRow } from '../../../../shared/features/import/contract.ts'
import type { ImportAnswer, ImportRow } from '../../../../shared/features/import/import-row.ts'
import type { ImportId } from '../../../../shared/ids.ts'
import type { PlainDate } from '../../../../shared/kernel/plain-date.ts'
import type { ReadDatabase } from '../../database/connection.ts'
import type { Thread } from '../../database/serve-reading.ts'
import { type Signature, ThreadWriter } from '../../database/thread-writer.ts'
import { ensureSpace } from '../../files/free-space.ts'
import { RunningWork } from '../../running-work.ts'
import { assertHeader, type CheckedFile, checkImportFile, type FileRequest } from './check-import-file.ts'
import { readTable } from './read-table.ts'
import { importSize, planFile, unwrittenRows } from './write-import.ts'
import { writeInPieces } from './write-in-pieces.ts'

export type ImportQuestion = {
  request: Omit<FileRequest, 'file'> & { name: string; bytes: Uint8Array }
  today: PlainDate
  /** Null to only report what would be done. */
  write: { answers: readonly ImportAnswer[]; signature: Signature; freeSpace: number | null } | null
}

/** Rows of the file, or of the receipt if nothing was written; or the id once everything is committed. */
export type ImportPiece = { shown: ImportRow[] } | { unwritten: ReceiptRow[] } | { in: ImportId }
export type ImportAnswered = {
  file: Omit<CheckedFile, 'rows'>
  /** Null if nothing was written. */
  id: ImportId | null
}

/** Rows sent at once. */
const piece = 500
/** Ms between two progress reports. */
const often = 100

/** Reads and checks the file, and writes it if requested, in pieces that are invisible until all are written. */
export async function importOnThread(
  db: ReadDatabase,
  { request: { name, bytes, ...request }, today, write }: ImportQuestion,
  thread: Thread<ImportPiece>,
): Promise<ImportAnswered> {
  // Cancelled from outside by stopping the thread.
  const running = new RunningWork<ImportProgress>({ done: 0, total: null }, { code: 'import_cancelled' })
  return running.under('', async work => {
    const saying = setInterval(() => thread.report(work.progress.done, work.progress.total), often)
    try {
      const copy = { ...request, file: { name, arrayBuffer: async () => new Uint8Array(bytes).buffer } }
      const judged = await checkImportFile(copy, today, read => read({ db }), work, readTable)
      const { rows, ...file } = judged
      if (write === null) {
        inPieces(rows, some => thread.hand({ shown: some.map(({ shown }) => shown) }))
        return { file, id: null }
      }
      assertHeader(file)
      const { plan, writes } = planFile(judged, write.answers)
      if (!writes) {
        inPieces(unwrittenRows(judged, plan), unwritten => thread.hand({ unwritten }))
        return { file, id: null }
      }
      ensureSpace(write.freeSpace, importSize(plan))
      const { at, operator } = write.signature
      const writer = new ThreadWriter(thread.raw.name, write.signature)
      try {
        const id = await writeInPieces({
          async write(work) {
            await thread.mayWrite()
            try {
              return writer.transaction(work)
            } finally {
              thread.hasWritten()
            }
          },
          at,
          operator,
          request: copy,
          file: judged,
          plan,
          onPiece(done) {
            work.progress = { done, total: rows.length }
          },
          onIn: id => thread.hand({ in: id }),
        })
        return { file, id }
      } finally {
        writer.close()
      }
    } finally {
      clearInterval(saying)
    }
  })
}

function inPieces<Item>(items: readonly Item[], hand: (some: Item[]) => void): void {
  for (let from = 0; from < items.length; from += piece) hand(items.slice(from, from + piece))
}
