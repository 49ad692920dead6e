import type { Snapshot } from '../../../shared/features/session/contract.ts'
import type { ReadingThreads } from './reading-thread.ts'
import type { SnapshotQuestion } from './snapshot-thread.ts'

/** Beside this file: TypeScript when running from sources, bundled in the program. */
const threadOf = (name: string) =>
  new URL(`./${name}.${import.meta.url.endsWith('.ts') ? 'ts' : 'js'}`, import.meta.url)

/** @throws DomainError reading_stopped, disk_full, file_in_use */
export function snapshotOnThread(threads: ReadingThreads, question: SnapshotQuestion): Promise<Snapshot> {
  return threads.ask<SnapshotQuestion, Snapshot>(threadOf('snapshot-thread'), question)
}

/** Whether every page and row can be read. */
export function arePagesReadable(threads: ReadingThreads): Promise<boolean> {
  return threads.ask<null, boolean>(threadOf('page-check-thread'), null)
}
