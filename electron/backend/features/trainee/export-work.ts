import type { ReadingThreads } from '../../database/reading-thread.ts'
import { threadBeside } from '../../files/thread-beside.ts'
import type { ExportedList, ExportQuestion, RowPiece } from './export-trainees.ts'

type Work = { progress: { done: number; total: number }; stop: AbortController }
const running = new Map<string, Work>()

/** Heap for the names of all kelurahan, the people read at once, and with `ids` a set of them. Rows are passed on. */
const mostMegabytes = 64

const thread = threadBeside(import.meta.url, 'export-thread')

/** Exports in a thread, with progress and cancel by ticket. @throws DomainError reading_stopped */
export async function exportOnThread(
  threads: ReadingThreads,
  question: ExportQuestion,
  ticket: string | null,
  people: number,
  hand: (piece: RowPiece) => void,
): Promise<ExportedList> {
  const work: Work = { progress: { done: 0, total: people }, stop: new AbortController() }
  if (ticket !== null) running.set(ticket, work)
  try {
    return await threads.ask<ExportQuestion, ExportedList, RowPiece>(thread, question, {
      onPiece: hand,
      signal: work.stop.signal,
      megabytes: mostMegabytes,
      onProgress(done, total) {
        work.progress = { done, total: total ?? 0 }
      },
    })
  } finally {
    if (ticket !== null && running.get(ticket) === work) running.delete(ticket)
  }
}

export function exportProgress(ticket: string): Work['progress'] | null {
  return running.get(ticket)?.progress ?? null
}

export function stopExport(ticket: string): void {
  running.get(ticket)?.stop.abort()
}
