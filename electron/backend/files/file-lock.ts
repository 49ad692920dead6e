import { setTimeout as wait } from 'node:timers/promises'

// On Windows a virus scanner, the search index, a backup program or Excel holds a file for a moment, or as long as it has it open.
// Nobody else may then rename, delete or write it.

/** Waits before each further attempt, in milliseconds; 1.5 seconds in all. */
const pauses = [100, 200, 400, 800]

/** Whether another program holds the file. On Windows this cannot be told from a missing right. */
export function isLock(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return code === 'EPERM' || code === 'EACCES' || code === 'EBUSY'
}

/** Tries again while another program holds the file. */
export async function whenFree<T>(work: () => Promise<T>): Promise<T> {
  for (const pause of pauses) {
    try {
      return await work()
    } catch (error) {
      if (!isLock(error)) throw error
    }
    await wait(pause)
  }
  return work()
}

/** The same where nothing may be awaited: inside a transaction, or while the program ends. Stops the whole thread meanwhile. */
export function whenFreeSync<T>(work: () => T): T {
  for (const pause of pauses) {
    try {
      return work()
    } catch (error) {
      if (!isLock(error)) throw error
    }
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pause)
  }
  return work()
}

/** For what may stay behind: a held file is left, and removed another time. */
export function unlessLocked(work: () => void): void {
  try {
    work()
  } catch (error) {
    if (!isLock(error)) throw error
  }
}
