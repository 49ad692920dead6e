import type { Elsewhere } from '../../../../shared/features/access/contract.ts'
import { mainDesk } from '../../../../shared/features/desk/main-desk.ts'
import type { Desk } from '../../desk.ts'
import type { TaskScope } from '../../scope.ts'
import { leftAfter } from './front-page-store.ts'

/** Other desks where the same person is signed in and could go on working. Locked and idle desks ask for the password first, so they are left out. */
export function elsewhere({ desk, desks, read, ticks, workspace: { folder } }: TaskScope): Elsewhere[] {
  const idle = read(({ db }) => leftAfter(db))
  return othersOf(desk, desks, folder).flatMap(other => {
    const session = other.sessionIn(folder)
    if (!session || session.lockedAt !== null || ticks() - session.lastCall > idle) return []
    return [{ desk: other.name, since: session.since.slice(0, 16) }]
  })
}

/**
 * Ends the sessions of the person of this desk at the other desk; its page shows the sign-in screen at once. The main computer is locked instead:
 * its page keeps what is typed only while it is open.
 */
export function signOutElsewhere(scope: TaskScope, name: string): void {
  const { at, desk, desks, workspace, news, write } = scope
  const ended = othersOf(desk, desks, workspace.folder).filter(other => other.name === name)
  if (ended.length === 0) return
  write(({ operator, record }) => record('operator', operator.id ?? 0, { signedIn: name }, { signedOut: name }))
  for (const other of ended) {
    if (other.name === mainDesk) other.lock(at)
    else other.endSession(workspace.folder)
  }
  news.tell(['session.status'])
}

/** Other desks with a session of the person of this desk. */
function othersOf(desk: Desk, desks: ReadonlySet<Desk>, folder: string): Desk[] {
  const own = desk.sessionIn(folder)?.operatorId
  return [...desks].filter(other => other !== desk && own !== undefined && other.sessionIn(folder)?.operatorId === own)
}
