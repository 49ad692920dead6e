import type { scoreContract } from '../../../../shared/features/score/contract.ts'
import { rowName } from '../../../../shared/kernel/row-name.ts'
import type { ReadDatabase } from '../../database/connection.ts'
import { DomainError } from '../../domain-error.ts'
import type { CommandScope, InputOf } from '../../scope.ts'
import { assertUndecided, type CohortRecord, getCohort } from '../cohort/cohort-store.ts'
import { enrolmentIn, traineesOfCohort } from '../cohort/enrolment-store.ts'
import { resolveCells } from '../desk/join-record.ts'
import { scoreDifferences } from './compare-scores.ts'
import { mergeScores } from './merge-scores.ts'
import { gradedUnits } from './read-score-grid.ts'
import { scoreCells, withoutCells } from './score-cells.ts'
import { insertCorrections, openClosing, reopenedClosing } from './score-closing-store.ts'
import { noScores, type Scores, scoresOfCohort, saveScores as writeScores } from './score-store.ts'

type Request = InputOf<typeof scoreContract, 'save'>

/** Once the scores were closed and opened again, each change is also kept as a correction. */
export function saveScores(scope: CommandScope, { code, entries: given, seen, chosen }: Request): void {
  const { db, at, operator, record } = scope
  const cohort = getCohort(db, code)
  assertScoresOpen(db, cohort)
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
    if (entry.units?.some(unit => !known.has(unit.unitId))) throw new DomainError({ code: 'not_found', entity: 'unit' })
    if (entry.elements?.some(element => !elements.has(element.elementId)))
      throw new DomainError({ code: 'not_found', entity: 'unit' })
    const before = present.get(entry.enrolmentId) ?? noScores()
    const after = mergeScores(before, entry, units)
    writeScores(db, entry.enrolmentId, after)
    if (correcting) {
      const differences = scoreDifferences(before, after, units)
      insertCorrections(db, correcting.id, entry.enrolmentId, differences, { at, by: operator.name })
    }
    // A person may occur twice in a request: the second entry builds on the first.
    present.set(entry.enrolmentId, after)
    record('score', `${code} ${entry.enrolmentId}`, asFacts(before), asFacts(after))
  }
}

/** @throws DomainError cohort_cancelled, panel_decided, scores_closed */
export function assertScoresOpen(db: ReadDatabase, cohort: CohortRecord): void {
  assertUndecided(cohort)
  const closing = openClosing(db, cohort.id)
  if (closing) throw new DomainError({ code: 'scores_closed', by: closing.by })
}

function asFacts({ theory, practice, units, elements }: Scores) {
  return { theory, practice, units: [...units.values()], elements: [...elements.values()] }
}
