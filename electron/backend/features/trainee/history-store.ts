import type { TraineeChange } from '../../../../shared/features/trainee/contract.ts'
import { formatFieldValue } from '../../../../shared/features/trainee/field-value-labels.ts'
import { maskNik } from '../../../../shared/features/trainee/nik/nik.ts'
import type { UnchosenValue } from '../../../../shared/kernel/seen.ts'
import { auditValues } from '../../database/audit.ts'
import type { ReadDatabase } from '../../database/connection.ts'
import { findVillage } from '../../region/villages.ts'

type Row = { at: string; by: string; operation: string; entity: string; before: string | null; after: string | null }

const entities = [
  'trainee',
  'trainee_photo',
  'trainee_restricted',
  'target_evidence',
  'trainee_file',
  'trainee_freeze',
  'trainee_consent',
  'trainee_anonymity',
  'trainee_export',
  'trainee_note',
]

/** Printed on papers, so both values are shown; values of others stay in the audit. */
const printed = ['name', 'birthPlace', 'birthDate']

/** Changes of the data of a person: who, when and which fields; latest first. */
export function traineeHistory(db: ReadDatabase, traineeId: number): TraineeChange[] {
  const rows = db.all<Row>(
    `SELECT at, operator AS by, operation, entity, before, after FROM audit
     WHERE entity_id = @id AND entity IN (${entities.map(entity => `'${entity}'`).join(', ')})
     ORDER BY audit.id DESC LIMIT 200`,
    { id: String(traineeId) },
  )
  return rows.flatMap(row => {
    const fields = changedFields(row)
    const unchosen = unchosenIn(row)
    // The form is saved as a whole: a save without changes is no event.
    if (row.entity === 'trainee' && row.before !== null && row.before !== 'null' && fields.length === 0) return []
    const [was, is] = [auditValues(row.before), auditValues(row.after)]
    const values = printed
      .filter(field => row.entity === 'trainee' && fields.includes(field) && field in was && field in is)
      .map(field => ({ field, before: String(was[field]), after: String(is[field]) }))
    return [{ at: row.at, by: row.by, operation: `${row.operation}:${row.entity}`, fields, values, unchosen }]
  })
}

function unchosenIn({ entity, after }: Row): TraineeChange['unchosen'] {
  const { unchosen } = entity === 'trainee' ? auditValues(after) : {}
  if (!Array.isArray(unchosen)) return []
  return (unchosen as UnchosenValue[]).map(({ field, value }) =>
    field === 'nik' || field === 'familyCard'
      ? { field, words: maskNik(String(value ?? '')) }
      : { field, words: placeOf(field, value) ?? formatFieldValue(field, value), value: value ?? null },
  )
}

/** A village by its name. */
function placeOf(field: string, value: unknown): string | undefined {
  if (typeof value !== 'string' || !/villageCode$/i.test(field)) return undefined
  const place = findVillage(value)
  return place ? `${place.village}, Kec. ${place.district}` : undefined
}

function changedFields({ entity, before, after }: Row): string[] {
  const [was, is] = [auditValues(before), auditValues(after)]
  // For restricted data the audit has only field names.
  if (entity === 'trainee_restricted') return Array.isArray(is.fields) ? is.fields.map(String) : []
  if (entity !== 'trainee' || before === null || before === 'null') return []
  // For anonymised people only field names are left.
  if (Array.isArray(is.erased)) return is.erased.map(String)
  return Object.keys(is).filter(key => key in was && JSON.stringify(was[key]) !== JSON.stringify(is[key]))
}
