import type { DimensionKey } from '../../../../../shared/features/report/dimension.ts'
import { type Labelled, labelledValue } from '../../../../../shared/features/report/dimension-value.ts'
import type { ReadDatabase } from '../../../database/connection.ts'
import { findDistrict, findVillage } from '../../../region/villages.ts'

/** Labels and order of the values of a dimension. */
export function labelsOf(
  db: ReadDatabase,
  dimension: DimensionKey,
  keys: readonly (string | number)[],
): Map<string | number, Labelled> {
  const named = namesFrom(db, dimension, keys)
  return new Map(keys.map(key => [key, labelledValue(dimension, key) ?? named(key)]))
}

function namesFrom(
  db: ReadDatabase,
  dimension: DimensionKey,
  keys: readonly (string | number)[],
): (key: string | number) => Labelled {
  switch (dimension) {
    case 'class':
      return lookUp(
        db,
        "SELECT code AS key, title || ' (' || code || ')' AS label, code AS \"order\" FROM cohort WHERE code IN",
        keys,
      )
    case 'activity':
      return lookUp(
        db,
        `SELECT id AS key, title AS label, budget_year * 100 + number AS "order" FROM activity WHERE id IN`,
        keys,
      )
    case 'instructor':
    case 'teacher':
      return lookUp(db, 'SELECT id AS key, name AS label, name AS "order" FROM instructor WHERE id IN', keys)
    case 'district':
      return key => placeLabel(String(key), findDistrict(String(key)))
    default:
      return key => placeLabel(String(key), findVillage(String(key))?.village)
  }
}

/** Places of other cities come after those of the own one, by code. */
function placeLabel(code: string, name: string | undefined): Labelled {
  return { label: name ?? code, order: code }
}

function lookUp(
  db: ReadDatabase,
  select: string,
  keys: readonly (string | number)[],
): (key: string | number) => Labelled {
  const rows = db.all<Labelled & { key: string | number }>(`${select} (SELECT value FROM json_each(?))`, [
    JSON.stringify(keys),
  ])
  const found = new Map(rows.map(row => [row.key, row]))
  return key => {
    const row = found.get(key)
    return row ? { label: row.label, order: row.order } : { label: String(key), order: String(key) }
  }
}
