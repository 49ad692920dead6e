import { missedSnapshotMessage } from '../backend/database/missed-snapshot.ts'

/**
 * Ends the program in order on a signal. A signal may come twice (from the terminal and from npm): the second one must not interrupt the work of the
 * first.
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
          process.stderr.write(`${missedSnapshotMessage(error)}\n`)
          process.exit(1)
        },
      )
    })
  }
}
