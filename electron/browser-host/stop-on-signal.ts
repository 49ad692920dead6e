import { missedSnapshotWords } from '../backend/database/missed-snapshot.ts'

/**
 * Ends the program in order when it is told to end. A signal may come twice (from the terminal and from npm): the
 * second one must not cut off the first one's work.
 */
export function stopOnSignal(close: () => Promise<void>): void {
  let stopping = false
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (stopping) return
      stopping = true
      close().then(
        () => process.exit(0),
        (error: unknown) => {
          process.stderr.write(`${missedSnapshotWords(error)}\n`)
          process.exit(1)
        },
      )
    })
  }
}
