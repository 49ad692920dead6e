import type { ChainState } from '../../../../shared/features/history/contract.ts'
import { brokenAuditRow } from '../../database/audit.ts'
import type { TaskScope } from '../../scope.ts'
import { momentOfRow, sizeOfHistory } from './act-row-store.ts'

/** Beside this file: as TypeScript where sources run, bundled in the program. */
const thread = new URL(`./chain-thread.${import.meta.url.endsWith('.ts') ? 'ts' : 'js'}`, import.meta.url)
/** Rows that are followed here and now; a thread takes longer to start. */
const fewRows = 20_000

let last: { folder: string; state: ChainState } | undefined

/** Whether each row of the history still fits the one before it: followed once a day, and at the first look after the start. */
export async function checkChain({ read, workspace, at }: TaskScope): Promise<ChainState> {
  const size = read(({ db }) => sizeOfHistory(db))
  if (last?.folder === workspace.folder && last.state.checkedAt.slice(0, 10) === at.slice(0, 10))
    return { ...last.state, ...size }
  const row =
    size.rows <= fewRows
      ? read(({ db }) => brokenAuditRow(db))
      : await workspace.threads.ask<null, number | null>(thread, null)
  const broken = row === null ? null : { row, at: read(({ db }) => momentOfRow(db, row)) }
  const state = { ...size, checkedAt: at, broken }
  last = { folder: workspace.folder, state }
  return state
}
