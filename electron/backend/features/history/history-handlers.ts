import type { historyContract } from '../../../../shared/features/history/contract.ts'
import { historyChips } from '../../../../shared/features/history/history.ts'
import { found } from '../../domain-error.ts'
import type { Handlers } from '../../scope.ts'
import { findTrainee } from '../trainee/trainee-store.ts'
import { countActs, listDesks, listOperators } from './act-store.ts'
import { checkChain } from './check-chain.ts'
import { makeBreachNotice, makeBreachPeople } from './make-breach-files.ts'
import { exportHistory, seenByPaper } from './make-history-files.ts'
import { questionOf, reachOfHistory, readAct, readActs } from './read-acts.ts'
import { readBreach } from './read-breach.ts'
import { sightingsOf } from './sighting-store.ts'

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

  seenBy({ db, saw }, { id }) {
    const trainee = found(findTrainee(db, id), 'trainee')
    saw('trainee_view', trainee.id, [trainee.id])
    return sightingsOf(db, trainee.id)
  },

  seenByPaper,
}
