import type { CommandScope } from '../../scope.ts'
import { noteEverything } from './due-store.ts'
import { beginEpoch, findLink } from './outbox-store.ts'

/**
 * After a snapshot was put back: facts sent since then are known to the hub and no more to us, so numbers begin anew and everything is told
 * again. What the hub had stays until that is through.
 */
export function tellAnew({ db, record }: Pick<CommandScope, 'db' | 'record'>): void {
  const link = findLink(db)
  if (!link) return
  beginEpoch(db, link.epoch + 1)
  noteEverything(db)
  record('hub', link.hubName, { epoch: link.epoch }, { epoch: link.epoch + 1 })
}
