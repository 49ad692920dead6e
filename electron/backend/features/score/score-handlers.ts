import type { ScoreGrid, scoreContract } from '../../../../shared/features/score/contract.ts'
import { missingScores } from '../../../../shared/features/score/missing-scores.ts'
import { finalMark } from '../../../../shared/features/score/score.ts'
import { cohortUnitId } from '../../../../shared/ids.ts'
import { rowName } from '../../../../shared/kernel/row-name.ts'
import type { ReadDatabase } from '../../database/connection.ts'
import { DomainError } from '../../domain-error.ts'
import type { Handlers } from '../../scope.ts'
import {
  assertUndecided,
  type CohortRecord,
  elementsOfCohort,
  getCohort,
  unitsOfCohort,
} from '../cohort/cohort-store.ts'
import { enrolmentIn, traineesOfCohort } from '../cohort/enrolment-store.ts'
import { resolveCells } from '../desk/join-record.ts'
import { scoreDifferences } from './compare-scores.ts'
import { mergeScores } from './merge-scores.ts'
import { scoreCells, withoutCells } from './score-cells.ts'
import {
  closingsOfCohort,
  countClosings,
  insertClosing,
  insertCorrections,
  openClosing,
  reopenClosing,
  reopenedClosing,
} from './score-closing-store.ts'
import { noScores, type Scores, saveScores, scoresOfCohort } from './score-store.ts'
import { hasBegun, outdatedRules, takePresentRules } from './take-present-rules.ts'

export const scoreHandlers: Handlers<typeof scoreContract> = {
  grid: ({ db }, { code }) => scoreGrid(db, getCohort(db, code)),

  save(scope, { code, entries: given, seen, chosen }) {
    const { db, at, operator, record } = scope
    const cohort = getCohort(db, code)
    assertOpen(db, cohort)
    const units = gradedUnits(db, cohort.id)
    const known = new Set(units.map(unit => unit.id))
    const elements = new Set(units.flatMap(unit => unit.elements.map(element => element.id)))
    const present = scoresOfCohort(db, cohort.id)
    const correcting = reopenedClosing(db, cohort.id)
    const saw = new Map(seen?.map(entry => [entry.enrolmentId, entry]))
    const trainees = traineesOfCohort(db, cohort.id)
    const nameOf = (enrolmentId: number) => rowName(enrolmentIn(db, cohort, enrolmentId), trainees)
    const cells = given.flatMap(entry => {
      const row = nameOf(entry.enrolmentId)
      const stored = present.get(entry.enrolmentId) ?? noScores()
      const history = [{ entity: 'score', id: `${code} ${entry.enrolmentId}` }]
      const cellsOfEntry = scoreCells(entry, saw.get(entry.enrolmentId), stored, units)
      return cellsOfEntry.map(cell => ({ row, ...cell, history }))
    })
    const stays = resolveCells(scope, cells, chosen)
    const entries = given.map(entry => {
      const row = nameOf(entry.enrolmentId)
      return withoutCells(entry, units, field => stays(row, field))
    })
    for (const entry of entries) {
      enrolmentIn(db, cohort, entry.enrolmentId)
      if (entry.units?.some(unit => !known.has(unit.unitId)))
        throw new DomainError({ code: 'not_found', entity: 'unit' })
      if (entry.elements?.some(element => !elements.has(element.elementId)))
        throw new DomainError({ code: 'not_found', entity: 'unit' })
      const before = present.get(entry.enrolmentId) ?? noScores()
      const after = mergeScores(before, entry, units)
      saveScores(db, entry.enrolmentId, after)
      if (correcting) {
        const differences = scoreDifferences(before, after, units)
        insertCorrections(db, correcting.id, entry.enrolmentId, differences, { at, by: operator.name })
      }
      // A person may occur twice in a request: the second entry builds on the first.
      present.set(entry.enrolmentId, after)
      record('score', `${code} ${entry.enrolmentId}`, asFacts(before), asFacts(after))
    }
  },

  close({ db, at, operator, record }, { code }) {
    const cohort = getCohort(db, code)
    assertOpen(db, cohort)
    const grid = scoreGrid(db, cohort)
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
    assertOpen(db, cohort)
    if (hasBegun(db, cohort.id)) throw new DomainError({ code: 'rules_stand', cohort: cohort.title })
    const changed = outdatedRules(db, cohort)
    takePresentRules(db, cohort)
    record('cohort', code, { rules: rulesOf(cohort) }, { rules: rulesOf(getCohort(db, code)), changed })
  },

  history: ({ db }, { code }) => closingsOfCohort(db, getCohort(db, code).id),
}

/** @throws DomainError cohort_cancelled, panel_decided, scores_closed */
function assertOpen(db: ReadDatabase, cohort: CohortRecord): void {
  assertUndecided(cohort)
  const closing = openClosing(db, cohort.id)
  if (closing) throw new DomainError({ code: 'scores_closed', by: closing.by })
}

function gradedUnits(db: ReadDatabase, cohortId: number): ScoreGrid['units'] {
  const elements = elementsOfCohort(db, cohortId)
  return unitsOfCohort(db, cohortId).map(({ id, code, title, compulsory }) => ({
    id: cohortUnitId.parse(id),
    code,
    title,
    compulsory,
    elements: (elements.get(id) ?? []).map(element => ({ id: element.id, title: element.title })),
  }))
}

function scoreGrid(db: ReadDatabase, cohort: CohortRecord): ScoreGrid {
  const units = gradedUnits(db, cohort.id)
  const scores = scoresOfCohort(db, cohort.id)
  const closing = openClosing(db, cohort.id)
  return {
    code: cohort.code,
    weights: { theory: cohort.theoryWeight, practice: cohort.practiceWeight },
    passMark: cohort.passMark,
    units,
    rows: traineesOfCohort(db, cohort.id).map(({ enrolmentId, position, name, left }) => {
      const own = scores.get(enrolmentId)
      const theory = own?.theory ?? null
      const practice = own?.practice ?? null
      return {
        enrolmentId,
        position,
        name,
        left: left !== null,
        theory,
        practice,
        final:
          theory === null || practice === null
            ? null
            : finalMark(theory, practice, cohort.theoryWeight, cohort.practiceWeight),
        units: units.map(({ id }) => own?.units.get(id) ?? { unitId: id, result: null, score: null }),
        elements: units.flatMap(unit =>
          unit.elements.map(({ id }) => own?.elements.get(id) ?? { elementId: id, result: null, score: null }),
        ),
      }
    }),
    locked: cohort.decided,
    closed: closing ? { by: closing.by, at: closing.at } : null,
    closings: countClosings(db, cohort.id),
    outdated: cohort.cancelled || hasBegun(db, cohort.id) ? [] : outdatedRules(db, cohort),
  }
}

function rulesOf(cohort: CohortRecord) {
  const { minimumAttendance, theoryWeight, practiceWeight, passMark, unitsRequired, predicateBands } = cohort
  return { minimumAttendance, theoryWeight, practiceWeight, passMark, unitsRequired, predicateBands }
}

function asFacts({ theory, practice, units, elements }: Scores) {
  return { theory, practice, units: [...units.values()], elements: [...elements.values()] }
}
