import type { Correction } from '../../../../shared/features/rights/contract.ts'
import { formatFieldValue, isTraineeField } from '../../../../shared/features/trainee/field-value-labels.ts'
import { auditValues } from '../../database/audit.ts'
import type { ReadDatabase } from '../../database/connection.ts'
import { findVillage } from '../../region/villages.ts'

type Row = { at: string; by: string; before: string; after: string }

/** Changes in the data of a person with both values, latest first. Restricted values are not stored. */
export function correctionsOf(db: ReadDatabase, traineeId: number): Correction[] {
  return db
    .all<Row>(
      `SELECT at, operator AS by, before, after FROM audit
       WHERE entity = 'trainee' AND entity_id = ? AND before IS NOT NULL AND before <> 'null' AND after IS NOT NULL AND after <> 'null'
       ORDER BY id DESC LIMIT 200`,
      [String(traineeId)],
    )
    .flatMap(({ at, by, before, after }) => {
      const [was, is] = [auditValues(before), auditValues(after)]
      const fields = Object.keys(is)
        .filter(
          field => isTraineeField(field) && field in was && JSON.stringify(was[field]) !== JSON.stringify(is[field]),
        )
        .map(field => ({ field, before: words(field, was[field]), after: words(field, is[field]) }))
      return fields.length === 0 ? [] : [{ at, by, reason: String(is.correction ?? ''), fields }]
    })
}

function words(field: string, value: unknown): string {
  if ((field === 'villageCode' || field === 'homeVillageCode') && typeof value === 'string') {
    const place = findVillage(value)
    return place ? `${place.village}, Kec. ${place.district}` : value
  }
  return formatFieldValue(field, value)
}
