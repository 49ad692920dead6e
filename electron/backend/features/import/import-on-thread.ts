import type { ImportProgress, ReceiptRow } from '../../../../shared/features/import/contract.ts'
import type { ImportAnswer, ImportRow } from '../../../../shared/features/import/import-row.ts'
import type { ImportId } from '../../../../shared/ids.ts'
import type { PlainDate } from '../../../../shared/kernel/plain-date.ts'
import type { ReadDatabase } from '../../database/connection.ts'
import type { Thread } from '../../database/serve-reading.ts'
import { type Signature, writeBeside } from '../../database/write-beside.ts'
import { ensureSpace } from '../../files/free-space.ts'
import { RunningWork } from '../../running-work.ts'
import { assertHeader, type FileRequest, type JudgedFile, judgeFile } from './judge-file.ts'
import { importSize, planFile, unwrittenRows, writeImport } from './write-import.ts'

export type ImportQuestion = {
  request: Omit<FileRequest, 'file'> & { name: string; bytes: Uint8Array }
  today: PlainDate
  /** Null to say only what would be done. */
  write: { answers: readonly ImportAnswer[]; signature: Signature; freeSpace: number | null } | null
}

/** Rows of the file, or of the receipt where nothing was to be written. */
export type ImportPiece = { shown: ImportRow[] } | { unwritten: ReceiptRow[] }
export type ImportAnswered = {
  file: Omit<JudgedFile, 'rows'>
  /** Null where nothing was written. */
  id: ImportId | null
}

/** Rows handed on at a time. */
const piece = 500
/** Milliseconds between two words about how far it is. */
const often = 100

/** Reads and judges the file, and writes it where that was asked: in one transaction, so nobody ever sees half of it. */
export async function importOnThread(
  db: ReadDatabase,
  { request: { name, bytes, ...request }, today, write }: ImportQuestion,
  thread: Thread<ImportPiece>,
): Promise<ImportAnswered> {
  // Nobody can call it off from outside but by ending the thread.
  const running = new RunningWork<ImportProgress>(
    { phase: 'reading', done: 0, total: null },
    { code: 'import_cancelled' },
  )
  return running.under('', async work => {
    const saying = setInterval(() => thread.report(work.progress.done, work.progress.total), often)
    try {
      const asked = { ...request, file: { name, arrayBuffer: async () => new Uint8Array(bytes).buffer } }
      const judged = await judgeFile(asked, today, read => read({ db }), work)
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
      await thread.mayWrite()
      const { at, operator } = write.signature
      const id = writeBeside(thread.raw.name, write.signature, scope =>
        writeImport({ ...scope, at, operator: { name: operator } }, asked, judged, plan),
      )
      return { file, id }
    } finally {
      clearInterval(saying)
    }
  })
}

function inPieces<Item>(items: readonly Item[], hand: (some: Item[]) => void): void {
  for (let from = 0; from < items.length; from += piece) hand(items.slice(from, from + piece))
}
