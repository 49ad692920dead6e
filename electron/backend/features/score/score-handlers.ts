import type { scoreContract } from '../../../../shared/features/score/contract.ts'
import { missingScores } from '../../../../shared/features/score/missing-scores.ts'
import { DomainError } from '../../domain-error.ts'
import type { Handlers } from '../../scope.ts'
import { type CohortRecord, getCohort } from '../cohort/cohort-store.ts'
import { readScoreGrid } from './read-score-grid.ts'
import { assertScoresOpen, saveScores } from './save-scores.ts'
import { closingsOfCohort, insertClosing, openClosing, reopenClosing } from './score-closing-store.ts'
import { hasBegun, outdatedRules, takePresentRules } from './take-present-rules.ts'

export const scoreHandlers: Handlers<typeof scoreContract> = {
  grid: ({ db }, { code }) => readScoreGrid(db, getCohort(db, code)),

  save: saveScores,

  close({ db, at, operator, record }, { code }) {
    const cohort = getCohort(db, code)
    assertScoresOpen(db, cohort)
    const grid = readScoreGrid(db, cohort)
    const count = missingScores(grid)
    if (count > 0 || grid.rows.every(row => row.left)) throw new DomainError({ code: 'scores_missing', count })
    insertClosing(db, cohort.id, { at, by: operator.name })
    record('score_closing', code, null, { closed: true })
  },

  reopen({ db, at, operator, record }, { code, reason }) {
    const cohort = getCohort(db, code)
    if (cohort.decided) throw new DomainError({ code: 'panel_decided' })
    const closing = openClosing(db, cohort.id)
    if (!closing) throw new DomainError({ code: 'scores_not_closed' })
    reopenClosing(db, closing.id, { at, by: operator.name, reason })
    record('score_closing', code, { closed: true }, { closed: false, reason })
  },

  takeRules({ db, record }, { code }) {
    const cohort = getCohort(db, code)
    assertScoresOpen(db, cohort)
    if (hasBegun(db, cohort.id)) throw new DomainError({ code: 'rules_stand', cohort: cohort.title })
    const changed = outdatedRules(db, cohort)
    takePresentRules(db, cohort)
    record('cohort', code, { rules: rulesOf(cohort) }, { rules: rulesOf(getCohort(db, code)), changed })
  },

  history: ({ db }, { code }) => closingsOfCohort(db, getCohort(db, code).id),
}

function rulesOf(cohort: CohortRecord) {
  const { minimumAttendance, theoryWeight, practiceWeight, passMark, unitsRequired, predicateBands } = cohort
  return { minimumAttendance, theoryWeight, practiceWeight, passMark, unitsRequired, predicateBands }
}
