// The thread that makes the file of a class: 200 pages of fifty papers, and desks must be answered meanwhile.
import { serveReading } from '../../database/serve-reading.ts'
import { DomainError } from '../../domain-error.ts'
import { PaperStore } from '../../files/paper-store.ts'
import { DataKey } from '../../keys/data-key.ts'
import { RunningWork } from '../../running-work.ts'
import type { ReadingScope } from '../../scope.ts'
import { makeCohortFile } from './make-cohort-file.ts'
import type { FileQuestion, MadeFile } from './make-remembered-file.ts'

/** Ms between two progress reports. */
const often = 100

void serveReading<FileQuestion, MadeFile, never>(
  async (db, { request, versions, folder, secret, ...who }, { raw, report }) => {
    const scope: ReadingScope = {
      read: work => raw.transaction(() => work({ ...who, db, alone: true, saw: () => {} })).deferred(),
      workspace: {
        folder,
        papers: new PaperStore(folder),
        get dataKey() {
          if (secret === null) throw new DomainError({ code: 'data_locked' })
          return new DataKey(secret)
        },
      },
    }
    // Cancelled from outside by stopping the thread.
    const running = new RunningWork({ done: 0, total: 1 }, { code: 'file_cancelled' })
    const answer = await running.under('', async work => {
      const saying = setInterval(() => report(work.progress.done, work.progress.total), often)
      try {
        return await makeCohortFile(scope, request, new Map(versions), work)
      } finally {
        clearInterval(saying)
      }
    })
    return { answer, transfer: [answer.bytes.buffer] }
  },
)
