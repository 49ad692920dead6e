import { app, dialog } from 'electron'
import { missedSnapshotMessage } from '../backend/database/missed-snapshot.ts'

const limit = 20_000

/**
 * Delays the end of the program until `close` is done, at most 20 seconds. Waits for `will-quit`, not `before-quit`: the page may still refuse to
 * close because of unsaved work, and then the backend must still run.
 */
export function closeBeforeQuit(close: () => Promise<void>): { readonly closing: () => boolean } {
  let stage: 'open' | 'closing' | 'closed' = 'open'
  app.on('will-quit', event => {
    if (stage === 'closed') return
    event.preventDefault()
    if (stage === 'closing') return
    stage = 'closing'
    const timeout = new Promise<void>(resolve => setTimeout(resolve, limit).unref())
    Promise.race([close(), timeout])
      .catch((error: unknown) => dialog.showErrorBox('Cadangan gagal dibuat', missedSnapshotMessage(error)))
      .finally(() => {
        stage = 'closed'
        app.quit()
      })
  })
  return { closing: () => stage !== 'open' }
}
