import type { ReadingThreads } from '../reading-thread.ts'
import type { RowCheckQuestion } from './row-check-thread.ts'

const thread = new URL(`./row-check-thread.${import.meta.url.endsWith('.ts') ? 'ts' : 'js'}`, import.meta.url)

/** What is wrong with rows and rules of the open database, in words; nothing where all is what this program wrote. */
export function changesOutside(threads: ReadingThreads, secret: Uint8Array | null): Promise<string[]> {
  return threads.ask<RowCheckQuestion, string[]>(thread, { secret })
}
