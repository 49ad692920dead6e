import { accessGate } from './access-gate.ts'
import { client } from './client.ts'
import { keepAllNow } from './desk/kept-on-desk.ts'

/** Locks the screen at once, then tells the backend. */
export function lockNow(): void {
  // Once locked, a call waits for the same person; another one may come.
  void keepAllNow()
  accessGate.lock()
  // If the backend did not hear it, the page stays locked and the next call is refused.
  void client.access.lock({}).catch(() => undefined)
}
