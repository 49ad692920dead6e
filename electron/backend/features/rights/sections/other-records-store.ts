import { type PersonSection, tableSection } from '../../../../../shared/features/rights/person-section.ts'
import type { ReadDatabase } from '../../../database/connection.ts'

/** Tables about people with an own section. All others are written out as stored. */
export const sectionedTables: ReadonlySet<string> = new Set([
  'trainee_photo',
  'trainee_restricted',
  'trainee_file',
  'target_evidence',
  'quick_note',
  'trainee_freeze',
  'trainee_consent',
  'trainee_anonymity',
  'enrolment',
  'enrolment_target',
  'enrolment_target_restricted',
  'attendance',
  'attendance_correction',
  'attendance_letter',
  'score',
  'unit_result',
  'enrolment_kit',
  'element_result',
  'score_correction',
  'competence_test',
  'panel_decision',
  'certificate',
  'applicant',
  'import_row',
  'possible_double',
  'different_people',
  'trainee_merge',
  'follow_up',
  'business_aid',
])

/** Tables with a column that refers to a trainee or enrolment. */
export function tablesOfPeople(db: ReadDatabase): { name: string; column: string; owner: 'trainee' | 'enrolment' }[] {
  return db.all(
    `SELECT schema.name, reference."from" AS column, reference."table" AS owner
     FROM sqlite_schema AS schema JOIN pragma_foreign_key_list(schema.name) AS reference
     WHERE schema.type = 'table' AND reference."table" IN ('trainee', 'enrolment') ORDER BY schema.name, reference."from"`,
  )
}

/** Rows of tables without a section, so that tables added later are included automatically. */
export function otherRecords(db: ReadDatabase, traineeId: number): PersonSection[] {
  return tablesOfPeople(db)
    .filter(({ name }) => !sectionedTables.has(name))
    .map(({ name, column, owner }) => {
      const among =
        owner === 'trainee' ? `"${column}" = @id` : `"${column}" IN (SELECT id FROM enrolment WHERE trainee_id = @id)`
      const rows = db.all<Record<string, unknown>>(`SELECT * FROM "${name}" WHERE ${among}`, { id: traineeId })
      return tableSection(
        `Catatan lain: ${name}`,
        { Baris: 12, Isian: 40, Isi: 90 },
        rows.flatMap((row, index) =>
          Object.entries(row)
            .filter(([, value]) => value !== null && value !== '')
            .map(([field, value]) => [
              String(index + 1),
              field,
              value instanceof Uint8Array ? `${value.length} bita` : String(value),
            ]),
        ),
      )
    })
}
