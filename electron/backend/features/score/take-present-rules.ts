import type { Rules } from '../../../../shared/features/centre/centre.ts'
import { keysOf } from '../../../../shared/kernel/keys-of.ts'
import type { ReadDatabase, WriteDatabase } from '../../database/connection.ts'
import { getRules } from '../centre/centre-store.ts'
import { daysOfCohort } from '../cohort/cohort-day-store.ts'
import { type CohortRecord, elementsOfCohort, unitsOfCohort, writeElements } from '../cohort/cohort-store.ts'
import { writeRules } from '../cohort/new-cohort-store.ts'
import { programUnits } from '../program/program-store.ts'
import { hasScores } from './score-store.ts'

const names = {
  minimumAttendance: 'kehadiran paling sedikit',
  theoryWeight: 'bobot nilai',
  practiceWeight: 'bobot nilai',
  passMark: 'nilai lulus',
  unitsRequired: 'syarat unit wajib',
  predicateBands: 'predikat',
} as const satisfies Partial<Record<keyof Rules & keyof CohortRecord, string>>

/** True once a day is held or a score exists: the rules of the class are then fixed. */
export function hasBegun(db: ReadDatabase, cohortId: number): boolean {
  if (daysOfCohort(db, cohortId).some(day => day.held)) return true
  return hasScores(db, cohortId)
}

/** How the rules of a class differ from the present ones: 'bobot nilai', 'elemen 2 unit'. */
export function outdatedRules(db: ReadDatabase, cohort: CohortRecord): string[] {
  const rules = getRules(db)
  const differing = keysOf(names).filter(key => JSON.stringify(rules[key]) !== JSON.stringify(cohort[key]))
  const units = outdatedUnits(db, cohort).length
  return [...new Set(differing.map(key => names[key])), ...(units > 0 ? [`elemen ${units} unit`] : [])]
}

/** Gives the class the present rules, and its units their present elements. Units and hours are kept. */
export function takePresentRules(db: WriteDatabase, cohort: CohortRecord): void {
  const rules = getRules(db)
  writeRules(db, cohort.id, rules)
  for (const { id, elements } of outdatedUnits(db, cohort)) writeElements(db, id, elements)
}

/** Units of the class whose elements have changed in the curriculum, matched by code. */
function outdatedUnits(db: ReadDatabase, cohort: CohortRecord): { id: number; elements: string[] }[] {
  const curriculum = new Map(programUnits(db, cohort.programId).map(unit => [unit.code, unit.elements]))
  const present = elementsOfCohort(db, cohort.id)
  return unitsOfCohort(db, cohort.id).flatMap(({ id, code }) => {
    const elements = curriculum.get(code)
    const own = (present.get(id) ?? []).map(element => element.title)
    return elements && JSON.stringify(elements) !== JSON.stringify(own) ? [{ id, elements }] : []
  })
}
