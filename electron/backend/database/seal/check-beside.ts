import { threadBeside } from '../../files/thread-beside.ts'
import type { ReadingThreads } from '../reading-thread.ts'
import type { RowCheckQuestion } from './row-check-thread.ts'

const thread = threadBeside(import.meta.url, 'row-check-thread')

/** Rows and triggers of the open database that this program has not written, as text; empty if all are. */
export function changesOutside(threads: ReadingThreads, secret: Uint8Array | null): Promise<string[]> {
  return threads.ask<RowCheckQuestion, string[]>(thread, { secret })
}
