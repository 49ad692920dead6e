import type { MaterialDraft, TemplateMaterial } from '../../../../shared/features/provision/provision.ts'
import type { ReadDatabase, WriteDatabase } from '../../database/connection.ts'

type Row = Omit<MaterialDraft, 'used'> & { id: number }

/** `used` up to the last week with a value. */
export function materialsOfCohort(db: ReadDatabase, cohortId: number): MaterialDraft[] {
  const rows = db.all<Row>(
    `SELECT id, name, specification, unit, amount, received, damaged, price, note FROM cohort_material WHERE cohort_id = ? ORDER BY position`,
    [cohortId],
  )
  const uses = Map.groupBy(
    db.all<{ id: number; week: number; amount: number }>(
      `SELECT material_id AS id, week, material_use.amount FROM material_use
       JOIN cohort_material ON cohort_material.id = material_id WHERE cohort_id = ?`,
      [cohortId],
    ),
    use => use.id,
  )
  return rows.map(({ id, ...material }) => ({ ...material, used: weeksOfUse(uses.get(id) ?? []) }))
}

/** Replaces the list of the class. */
export function writeMaterials(db: WriteDatabase, cohortId: number, materials: readonly MaterialDraft[]): void {
  db.run('DELETE FROM cohort_material WHERE cohort_id = ?', [cohortId])
  materials.forEach(({ used, ...material }, index) => {
    const columns = 'cohort_id, position, name, specification, unit, amount, received, damaged, price, note'
    const id = db.insert('cohort_material', columns, { ...material, cohortId, position: index + 1 })
    used.forEach((amount, week) => {
      if (amount !== null)
        db.insert('material_use', 'material_id, week, amount', { materialId: id, week: week + 1, amount })
    })
  })
}

export function templateOf(db: ReadDatabase, programId: number): TemplateMaterial[] {
  return db.all<TemplateMaterial>(
    'SELECT name, specification, unit, amount FROM program_material WHERE program_id = ? ORDER BY position',
    [programId],
  )
}

export function writeTemplate(db: WriteDatabase, programId: number, materials: readonly TemplateMaterial[]): void {
  db.run('DELETE FROM program_material WHERE program_id = ?', [programId])
  materials.forEach((material, index) => {
    db.insert('program_material', 'program_id, position, name, specification, unit, amount', {
      ...material,
      programId,
      position: index + 1,
    })
  })
}

function weeksOfUse(uses: readonly { week: number; amount: number }[]): (number | null)[] {
  const last = Math.max(0, ...uses.map(use => use.week))
  return Array.from({ length: last }, (_, index) => uses.find(use => use.week === index + 1)?.amount ?? null)
}
