import type { ScoreEntry, scoreContract } from '../../../../shared/features/score/contract.ts'
import { finalMark } from '../../../../shared/features/score/score.ts'
import { cohortUnitId } from '../../../../shared/ids.ts'
import { Refused } from '../../refused.ts'
import type { Handlers } from '../../scope.ts'
import { getCohort, traineesOfCohort, unitsOfCohort } from '../cohort/cohort-store.ts'
import { enrolmentIn } from '../cohort/enrolment.ts'
import { type Scores, saveScores, scoresOfCohort } from './score-store.ts'

export const scoreHandlers: Handlers<typeof scoreContract> = {
  grid({ db }, { code }) {
    const cohort = getCohort(db, code)
    const units = unitsOfCohort(db, cohort.id).map(unit => ({ ...unit, id: cohortUnitId.parse(unit.id) }))
    const scores = scoresOfCohort(db, cohort.id)
    return {
      code,
      weights: { theory: cohort.theoryWeight, practice: cohort.practiceWeight },
      passMark: cohort.passMark,
      units: units.map(({ id, code: unitCode, title, compulsory }) => ({ id, code: unitCode, title, compulsory })),
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
        }
      }),
      locked: cohort.decided,
    }
  },

  save({ db, record }, { code, entries }) {
    const cohort = getCohort(db, code)
    if (cohort.cancelled) throw new Refused({ code: 'cohort_cancelled', cohort: cohort.title })
    if (cohort.decided) throw new Refused({ code: 'panel_decided' })
    const known = new Set(unitsOfCohort(db, cohort.id).map(unit => unit.id))
    const present = scoresOfCohort(db, cohort.id)
    for (const entry of entries) {
      enrolmentIn(db, cohort, entry.enrolmentId)
      if (entry.units?.some(unit => !known.has(unit.unitId))) throw new Refused({ code: 'not_found', thing: 'unit' })
      const before = present.get(entry.enrolmentId) ?? { theory: null, practice: null, units: new Map() }
      const after = merged(before, entry)
      saveScores(db, entry.enrolmentId, after)
      // A person may come twice in one request: the second entry builds on the first.
      present.set(entry.enrolmentId, after)
      record('score', `${code} ${entry.enrolmentId}`, asFacts(before), asFacts(after))
    }
  },
}

/** Only what the entry names changes. */
function merged(before: Scores, { theory, practice, units = [] }: ScoreEntry): Scores {
  const after = new Map(before.units)
  for (const { unitId, result, score } of units) {
    const old = after.get(unitId)
    after.set(unitId, {
      unitId,
      result: result === undefined ? (old?.result ?? null) : result,
      score: score === undefined ? (old?.score ?? null) : score,
    })
  }
  return {
    theory: theory === undefined ? before.theory : theory,
    practice: practice === undefined ? before.practice : practice,
    units: after,
  }
}

function asFacts({ theory, practice, units }: Scores) {
  return { theory, practice, units: [...units.values()] }
}
