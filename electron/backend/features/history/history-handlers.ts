import type { ChainState, historyContract } from '../../../../shared/features/history/contract.ts'
import { historyChips } from '../../../../shared/features/history/history.ts'
import { brokenAuditRow } from '../../database/audit.ts'
import { threadBeside } from '../../files/thread-beside.ts'
import type { Handlers, TaskScope } from '../../scope.ts'
import { momentOfRow, sizeOfHistory } from './act-row-store.ts'
import { countActs, listDesks, listOperators } from './act-store.ts'
import { makeBreachNotice, makeBreachPeople } from './make-breach-files.ts'
import { exportHistory, seenByPaper } from './make-history-files.ts'
import { questionOf, reachOfHistory, readAct, readActs } from './read-acts.ts'
import { readBreach } from './read-breach.ts'

export const historyHandlers: Handlers<typeof historyContract> = {
  acts: (scope, { before, limit, ...filter }) => readActs(scope, filter, before, limit),

  counts(scope, filter) {
    const count = (chip: (typeof historyChips)[number]) => countActs(scope.db, questionOf(scope, { ...filter, chip }))
    const [all, trainee, attendance, certificate, restricted] = historyChips.map(count) as [
      number,
      number,
      number,
      number,
      number,
    ]
    return { all, trainee, attendance, certificate, restricted }
  },

  act: (scope, { id }) => readAct(scope, id),

  actors: scope => ({
    operators: reachOfHistory(scope) === 'mine' ? [scope.operator?.name ?? ''] : listOperators(scope.db),
    desks: listDesks(scope.db),
  }),

  check: checkChain,

  export: exportHistory,

  breach({ db }, question) {
    const { ids: _, ...breach } = readBreach(db, question)
    return breach
  },

  breachNotice: makeBreachNotice,
  breachPeople: makeBreachPeople,

  seenByPaper,
}

const thread = threadBeside(import.meta.url, 'chain-thread')
/** Rows checked on this thread, because starting one takes longer. */
const fewRows = 20_000

let last: { folder: string; state: ChainState } | undefined

/** Checks the chain of the history once a day, and at the first view after a start. */
async function checkChain({ read, workspace, at }: TaskScope): Promise<ChainState> {
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
