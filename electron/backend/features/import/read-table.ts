import type { ImportProgress } from '../../../../shared/features/import/contract.ts'
import { askThread } from '../../files/limited-thread.ts'
import type { Work } from '../../running-work.ts'
import { type ImportTable, readImportTable, type TableQuestion } from './import-table.ts'
import { inflatedSize } from './zip-parts.ts'

/**
 * Bytes of contents. Up to here reading takes seconds at most, with pauses, and less memory than with a thread: a list of ten thousand
 * people has half of it.
 */
const mostReadHere = 24 * 1024 * 1024
const limits = { seconds: 60, megabytes: 768 }

/** Beside this file: as TypeScript where sources run, bundled in the program. */
const thread = new URL(`./import-thread.${import.meta.url.endsWith('.ts') ? 'ts' : 'js'}`, import.meta.url)

/**
 * The table of a file, read in a thread with a limit of time and memory where it is large.
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
