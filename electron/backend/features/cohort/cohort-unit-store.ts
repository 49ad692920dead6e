import type { CohortUnit } from '../../../../shared/features/cohort/contract.ts'
import type { CohortElementId } from '../../../../shared/ids.ts'
import type { ReadDatabase, WriteDatabase } from '../../database/connection.ts'

export function unitsOfCohort(db: ReadDatabase, cohortId: number): (CohortUnit & { id: number })[] {
  return db.all(
    `SELECT id, code, title, theory_hours AS theoryHours, practice_hours AS practiceHours, compulsory AS "compulsory?"
     FROM cohort_unit WHERE cohort_id = ? ORDER BY position`,
    [cohortId],
  )
}

/** Elements of a class by unit, in order; units without elements are absent. */
export function elementsOfCohort(db: ReadDatabase, cohortId: number): Map<number, CohortElement[]> {
  const rows = db.all<CohortElement & { unitId: number }>(
    `SELECT cohort_element.id, unit_id AS unitId, cohort_element.position, cohort_element.title
     FROM cohort_element JOIN cohort_unit ON cohort_unit.id = unit_id WHERE cohort_id = ?
     ORDER BY cohort_unit.position, cohort_element.position`,
    [cohortId],
  )
  return Map.groupBy(rows, row => row.unitId)
}

type CohortElement = { id: CohortElementId; position: number; title: string }

export function writeElements(db: WriteDatabase, unitId: number, titles: readonly string[]): void {
  db.run('DELETE FROM cohort_element WHERE unit_id = ?', [unitId])
  titles.forEach((title, index) => {
    db.insert('cohort_element', 'unit_id, position, title', { unitId, position: index + 1, title })
  })
}
