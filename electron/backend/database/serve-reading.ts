import { parentPort, type TransferListItem, workerData } from 'node:worker_threads'
import BetterSqlite from 'better-sqlite3'
import { ReadDatabase } from './connection.ts'
import type { ReadingMessage, ReadingTask } from './reading-thread.ts'

export type Reading<Question, Answer> = (
  db: ReadDatabase,
  question: Question,
  report: (done: number, total: number) => void,
) => Promise<{ answer: Answer; transfer?: TransferListItem[] }>

/**
 * The other end of ReadingThreads.ask, called by the module of a thread. The connection can only read. All of it sees one state of the
 * database, until `read` is done; a statement that stays open would keep the journal from being folded in, so rows are always read to
 * the end.
 */
export async function serveReading<Question, Answer>(read: Reading<Question, Answer>): Promise<void> {
  const { databaseFile, question } = workerData as ReadingTask<Question>
  const say = (message: ReadingMessage<Answer>, transfer: TransferListItem[] = []) =>
    parentPort?.postMessage(message, transfer)
  try {
    const raw = new BetterSqlite(databaseFile, { readonly: true, fileMustExist: true })
    try {
      raw.pragma('busy_timeout = 1500')
      raw.pragma('trusted_schema = 0')
      raw.pragma('temp_store = 2')
      const { answer, transfer } = await read(new ReadDatabase(raw), question, (done, total) =>
        say({ kind: 'progress', done, total }),
      )
      raw.close()
      say({ kind: 'answer', answer }, transfer)
    } finally {
      if (raw.open) raw.close()
    }
  } catch (error) {
    say({ kind: 'error', message: error instanceof Error ? (error.stack ?? error.message) : String(error) })
  }
}
