import type { ImportProgress } from '../../../../shared/features/import/contract.ts'
import { askThread } from '../../files/limited-thread.ts'
import { threadBeside } from '../../files/thread-beside.ts'
import type { Work } from '../../running-work.ts'
import { type ImportTable, readImportTable, type TableQuestion } from './import-table.ts'
import { inflatedSize } from './zip-parts.ts'

/** Bytes of content. Up to this size reading takes seconds with pauses, and less memory than a thread: a list of 10,000 people has half of it. */
const mostReadHere = 24 * 1024 * 1024
const limits = { seconds: 60, megabytes: 768 }

const thread = threadBeside(import.meta.url, 'import-thread')

/**
 * The table of a file; a large one is read in a thread with limits of time and memory.
 * @throws DomainError of readImportTable, file_takes_too_long
 */
export async function readTable(question: TableQuestion, work: Work<ImportProgress>): Promise<ImportTable> {
  const { name, bytes, wanted } = question
  if ((await inflatedSize(bytes)) <= mostReadHere) return readImportTable(name, bytes, wanted, work)
  return askThread<TableQuestion, ImportTable, ImportProgress>(thread, question, {
    ...limits,
    onProgress(progress) {
      work.progress = progress
    },
    check: () => work.check(),
  })
}
