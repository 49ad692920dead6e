import type { Snapshot } from '../../../shared/features/session/contract.ts'
import { threadBeside } from '../files/thread-beside.ts'
import type { ReadingThreads } from './reading-thread.ts'
import type { SnapshotQuestion } from './snapshot-thread.ts'

/** @throws DomainError reading_stopped, disk_full, file_in_use */
export function snapshotOnThread(threads: ReadingThreads, question: SnapshotQuestion): Promise<Snapshot> {
  return threads.ask<SnapshotQuestion, Snapshot>(threadBeside(import.meta.url, 'snapshot-thread'), question)
}

/** Whether every page and row can be read. */
export function arePagesReadable(threads: ReadingThreads): Promise<boolean> {
  return threads.ask<null, boolean>(threadBeside(import.meta.url, 'page-check-thread'), null)
}
