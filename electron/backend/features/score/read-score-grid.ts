import type { ScoreGrid } from '../../../../shared/features/score/contract.ts'
import { finalMark } from '../../../../shared/features/score/score.ts'
import { cohortUnitId } from '../../../../shared/ids.ts'
import type { ReadDatabase } from '../../database/connection.ts'
import { type CohortRecord, elementsOfCohort, unitsOfCohort } from '../cohort/cohort-store.ts'
import { traineesOfCohort } from '../cohort/enrolment-store.ts'
import { countClosings, openClosing } from './score-closing-store.ts'
import { scoresOfCohort } from './score-store.ts'
import { hasBegun, outdatedRules } from './take-present-rules.ts'

/** The grid of scores of a class: its rules, units, people and entries. */
export function readScoreGrid(db: ReadDatabase, cohort: CohortRecord): ScoreGrid {
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

/** The units of a class that get scores, in the order of its program. */
export function gradedUnits(db: ReadDatabase, cohortId: number): ScoreGrid['units'] {
  const elements = elementsOfCohort(db, cohortId)
  return unitsOfCohort(db, cohortId).map(({ id, code, title, compulsory }) => ({
    id: cohortUnitId.parse(id),
    code,
    title,
    compulsory,
    elements: (elements.get(id) ?? []).map(element => ({ id: element.id, title: element.title })),
  }))
}
