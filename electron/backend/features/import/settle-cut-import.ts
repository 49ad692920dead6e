import { setImmediate } from 'node:timers/promises'
import type { TaskScope } from '../../scope.ts'
import { compareTakenIn, isComparing, isTakingIn, takeBackSlice } from '../trainee/taking-in-store.ts'

type Workspace = TaskScope['workspace']

/** People compared with all others in one transaction. */
const comparedAtOnce = 200

/**
 * A slice of what a long list left that was stopped, or cut together with the program: people who are not in are taken back, those who are
 * in are compared with all others. Answers whether there was anything to do.
 */
function settleSlice(workspace: Workspace): boolean {
  // Closed meanwhile: the next opening does it.
  if (workspace.openingError) return false
  const { read, write } = workspace
  if (isTakingIn(read)) workspace.transaction(() => takeBackSlice(write))
  else if (isComparing(read)) workspace.transaction(() => compareTakenIn(write, comparedAtOnce))
  else return false
  return true
}

/** At the opening, before anything is shown. */
export function settleCutImport(workspace: Workspace): void {
  while (settleSlice(workspace));
}

/** Beside the work of others. */
export async function settleStoppedImport(workspace: Workspace): Promise<void> {
  do {
    // Also for the thread that was stopped in the midst of its piece.
    for (let lent = workspace.writable(); lent; lent = workspace.writable()) await lent
    await setImmediate()
  } while (settleSlice(workspace))
}
