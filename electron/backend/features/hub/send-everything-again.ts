import type { CommandScope } from '../../scope.ts'
import { noteEverything } from './due-store.ts'
import { beginEpoch, findLink } from './outbox-store.ts'

/**
 * Call after restoring a snapshot: the hub has facts that are unknown here, so a new epoch sends everything again. The hub keeps the old facts until
 * that is complete.
 */
export function sendEverythingAgain({ db, record }: Pick<CommandScope, 'db' | 'record'>): void {
  const link = findLink(db)
  if (!link) return
  beginEpoch(db, link.epoch + 1)
  noteEverything(db)
  record('hub', link.hubName, { epoch: link.epoch }, { epoch: link.epoch + 1 })
}
