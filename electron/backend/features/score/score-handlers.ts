import type { scoreContract } from '../../../../shared/features/score/contract.ts'
import { finalMark } from '../../../../shared/features/score/score.ts'
import { cohortUnitId } from '../../../../shared/ids.ts'
import { Refused } from '../../refused.ts'
import type { Handlers } from '../../scope.ts'
import { getCohort, traineesOfCohort, unitsOfCohort } from '../cohort/cohort-store.ts'
import { enrolmentIn } from '../cohort/enrolment.ts'
import { scoresOfCohort } from './score-store.ts'

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
      const before = present.get(entry.enrolmentId)
      const theory = entry.theory === undefined ? (before?.theory ?? null) : entry.theory
      const practice = entry.practice === undefined ? (before?.practice ?? null) : entry.practice
      db.run(
        `INSERT INTO score (enrolment_id, theory, practice) VALUES (?, ?, ?)
         ON CONFLICT (enrolment_id) DO UPDATE SET theory = excluded.theory, practice = excluded.practice`,
        [entry.enrolmentId, theory, practice],
      )
      for (const unit of entry.units ?? []) {
        if (!known.has(unit.unitId)) throw new Refused({ code: 'not_found', thing: 'unit' })
        const old = before?.units.get(unit.unitId)
        const result = unit.result === undefined ? (old?.result ?? null) : unit.result
        const score = unit.score === undefined ? (old?.score ?? null) : unit.score
        if (result === null && score === null) {
          db.run('DELETE FROM unit_result WHERE enrolment_id = ? AND unit_id = ?', [entry.enrolmentId, unit.unitId])
        } else {
          db.run(
            `INSERT INTO unit_result (enrolment_id, unit_id, result, score) VALUES (?, ?, ?, ?)
             ON CONFLICT (enrolment_id, unit_id) DO UPDATE SET result = excluded.result, score = excluded.score`,
            [entry.enrolmentId, unit.unitId, result, score],
          )
        }
      }
      const { units, ...marks } = before ?? { theory: null, practice: null, units: new Map() }
      record('score', `${code} ${entry.enrolmentId}`, { ...marks, units: [...units.values()] }, entry)
    }
  },
}
