import { parentPort, type TransferListItem, workerData } from 'node:worker_threads'
import BetterSqlite from 'better-sqlite3'
import { DomainError } from '../domain-error.ts'
import { ReadDatabase } from './connection.ts'
import type { ReadingMessage, ReadingTask } from './reading-thread.ts'

/** What the module of a thread gets besides its connection. */
export type Thread<Piece = unknown> = {
  /** The raw connection, for more than statements. */
  raw: BetterSqlite.Database
  report(done: number, total: number | null): void
  /** Sends a part of a long answer, because a large one would block the receiving thread. Transferred buffers are gone here. */
  hand(piece: Piece, transfer?: TransferListItem[]): void
  /** Waits until the answering thread lets this one write. The answering thread does not write until it is told that this has finished. */
  mayWrite(): Promise<void>
  hasWritten(): void
}

export type Reading<Question, Answer, Piece> = (
  db: ReadDatabase,
  question: Question,
  thread: Thread<Piece>,
) => Promise<{ answer: Answer; transfer?: TransferListItem[] }>

/**
 * The thread's side of ReadingThreads.ask. The connection is read-only. An open statement would prevent checkpoints of the journal, so rows are
 * always read to the end.
 */
export async function serveReading<Question, Answer, Piece = never>(
  read: Reading<Question, Answer, Piece>,
): Promise<void> {
  const { databaseFile, question } = workerData as ReadingTask<Question>
  const say = (message: ReadingMessage<Answer, Piece>, transfer: TransferListItem[] = []) =>
    parentPort?.postMessage(message, transfer)
  try {
    const raw = new BetterSqlite(databaseFile, { readonly: true, fileMustExist: true })
    try {
      raw.pragma('busy_timeout = 1500')
      raw.pragma('trusted_schema = 0')
      raw.pragma('temp_store = 2')
      const { answer, transfer } = await read(new ReadDatabase(raw), question, {
        raw,
        report: (done, total) => say({ kind: 'progress', done, total }),
        hand: (piece, transfer) => say({ kind: 'piece', piece }, transfer),
        mayWrite: () =>
          new Promise(resolve => {
            parentPort?.once('message', () => resolve())
            say({ kind: 'write' })
          }),
        hasWritten: () => say({ kind: 'written' }),
      })
      raw.close()
      say({ kind: 'answer', answer }, transfer)
    } finally {
      if (raw.open) raw.close()
    }
  } catch (error) {
    say({
      kind: 'error',
      message: error instanceof Error ? error.message : String(error),
      ...(error instanceof Error && error.stack ? { stack: error.stack } : {}),
      ...(error instanceof DomainError ? { refused: error.data } : {}),
      ...(error instanceof Error && 'code' in error ? { code: String(error.code) } : {}),
    })
  }
}
