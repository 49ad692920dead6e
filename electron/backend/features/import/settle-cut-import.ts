import { setImmediate } from 'node:timers/promises'
import type { TaskScope } from '../../scope.ts'
import { compareImported, isComparing, isImportRunning, undoImportSlice } from '../trainee/import-batch-store.ts'

type Workspace = TaskScope['workspace']

/** People compared with all others in one transaction. */
const comparedAtOnce = 200

/**
 * One slice of cleaning up after an interrupted import: people of an incomplete import are deleted, those of a complete one are compared with all
 * others. Returns whether there was anything to do.
 */
function settleSlice(workspace: Workspace): boolean {
  // Closed meanwhile: the next opening does it.
  if (workspace.openingError) return false
  const { read, write } = workspace
  if (isImportRunning(read)) workspace.transaction(() => undoImportSlice(write))
  else if (isComparing(read)) workspace.transaction(() => compareImported(write, comparedAtOnce))
  else return false
  return true
}

/** Call when opening, before anything is shown. */
export function settleCutImport(workspace: Workspace): void {
  while (settleSlice(workspace));
}

/** Beside other work. */
export async function settleStoppedImport(workspace: Workspace): Promise<void> {
  do {
    // Also waits for the stopped thread to release its transaction.
    for (let lent = workspace.writable(); lent; lent = workspace.writable()) await lent
    await setImmediate()
  } while (settleSlice(workspace))
}
