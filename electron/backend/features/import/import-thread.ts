// The thread that reads large lists: a file of some hundred kilobytes can inflate to hundreds of megabytes.
import type { ImportProgress } from '../../../../shared/features/import/contract.ts'
import { serveThread } from '../../files/limited-thread.ts'
import { Work } from '../../running-work.ts'
import { type ImportTable, readImportTable, type TableQuestion } from './import-table.ts'

void serveThread<TableQuestion, ImportTable, ImportProgress>(({ name, bytes, wanted }, report) => {
  const work = new Work<ImportProgress>({ done: 0, total: null }, { code: 'import_cancelled' })
  work.onPause = () => report(work.progress)
  return readImportTable(name, bytes, wanted, work)
})
