import type { CommandScope } from '../../scope.ts'
import { noteEverything } from './due-store.ts'
import { beginEpoch, findLink } from './outbox-store.ts'

/**
 * Call after restoring a snapshot: the hub has facts that are unknown here, so a new epoch sends everything again. The hub keeps the old facts until
 * that is complete. Above the epoch that the hub has of another copy of this centre, if it said so.
 */
export function sendEverythingAgain({ db, record }: Pick<CommandScope, 'db' | 'record'>): void {
  const link = findLink(db)
  if (!link) return
  const seen = link.trouble?.code === 'superseded' ? link.trouble.epoch : link.epoch
  const epoch = Math.max(seen, link.epoch) + 1
  beginEpoch(db, epoch)
  noteEverything(db)
  record('hub', link.hubName, { epoch: link.epoch }, { epoch })
}
