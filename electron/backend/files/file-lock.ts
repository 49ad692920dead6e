import { setTimeout as wait } from 'node:timers/promises'

// On Windows a virus scanner, search index, backup program or Excel may hold a file for a moment, or while it is open. Nobody else can then rename,
// delete or write it.

/** Ms to wait before each retry; 1.5 seconds in total. */
const pauses = [100, 200, 400, 800]

/** Whether another program holds the file. On Windows this cannot be distinguished from a missing right. */
export function isLock(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return code === 'EPERM' || code === 'EACCES' || code === 'EBUSY'
}

/** Retries while another program holds the file. */
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

/** The same without awaiting: inside a transaction, or while the program ends. Blocks the thread. */
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

/** For files that may stay: one in use is left for another time. */
export function unlessLocked(work: () => void): void {
  try {
    work()
  } catch (error) {
    if (!isLock(error)) throw error
  }
}
