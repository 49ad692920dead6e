import {
  fundingSourceName,
  fundingSources,
  isFundingSource,
} from '../../../../../shared/features/activity/funding-source.ts'
import { followUpLabels } from '../../../../../shared/features/alumni/follow-up.ts'
import { isTradeCode, tradeCodes, tradeName } from '../../../../../shared/features/program/trades.ts'
import { ageBands, type DimensionKey } from '../../../../../shared/features/report/dimension.ts'
import { educationLabels, educations } from '../../../../../shared/features/trainee/trainee.ts'
import { monthName } from '../../../../../shared/kernel/date-format.ts'
import { roman } from '../../../../../shared/kernel/number-format.ts'
import type { ReadDatabase } from '../../../database/connection.ts'
import { findVillage } from '../../../region/villages.ts'

type Labelled = { label: string; order: string | number }

const nothing: Partial<Record<DimensionKey, string>> = {
  trade: 'Tanpa kejuruan',
  class: 'Tanpa kelas',
  source: 'Tanpa kegiatan',
  activity: 'Tanpa kegiatan',
  account: 'Tanpa kode rekening',
  instructor: 'Tanpa instruktur',
  decile: 'Tanpa data',
  latest: 'Belum ditanya',
}

const outcomes = {
  passed: 'Lulus',
  failed: 'Tidak lulus',
  withdrawn: 'Undur diri',
  expelled: 'Dikeluarkan',
  running: 'Masih berjalan',
}
const targets = { EXTREME_POOR: 'Miskin ekstrem', POOR: 'Miskin', GENERAL: 'Umum' }

/** What the values of a dimension are called, and the order in which they stand. */
export function labelsOf(
  db: ReadDatabase,
  dimension: DimensionKey,
  keys: readonly (string | number)[],
): Map<string | number, Labelled> {
  const named = namesFrom(db, dimension, keys)
  return new Map(
    keys.map(key => {
      if (key === '' || key === 0) {
        const label =
          dimension === 'age'
            ? ageLabel(0)
            : dimension === 'stunting'
              ? 'Bukan'
              : (nothing[dimension] ?? 'Tidak diketahui')
        return [key, { label, order: dimension === 'age' || dimension === 'stunting' ? 0 : last }]
      }
      return [key, named(key)]
    }),
  )
}

/** Behind every text and every number of a list. */
const last = '\uffff'

/** For sorting rows by their labels: numbers before texts. */
export function byOrder(a: Labelled, b: Labelled): number {
  if (typeof a.order === 'number' && typeof b.order === 'number') return a.order - b.order
  if (typeof a.order === typeof b.order) return String(a.order).localeCompare(String(b.order), 'id', { numeric: true })
  return typeof a.order === 'number' ? -1 : 1
}

function namesFrom(
  db: ReadDatabase,
  dimension: DimensionKey,
  keys: readonly (string | number)[],
): (key: string | number) => Labelled {
  const text = (label: string): Labelled => ({ label, order: label })
  const listed = (list: readonly string[], key: string | number, label: string): Labelled => ({
    label,
    order: list.indexOf(String(key)),
  })
  switch (dimension) {
    case 'trade':
      return key =>
        isTradeCode(String(key)) ? listed(tradeCodes, key, tradeName(String(key) as never)) : text(String(key))
    case 'source':
      return key => (isFundingSource(key) ? listed(fundingSources, key, fundingSourceName(key)) : text(String(key)))
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
      return key => placeLabel(`${key}`, districtName(String(key)))
    case 'village':
      return key => placeLabel(String(key), findVillage(String(key))?.village)
    case 'sex':
      return key => text(key === 'L' ? 'Laki-laki' : 'Perempuan')
    case 'age':
      return key => ({ label: ageLabel(Number(key)), order: Number(key) })
    case 'education':
      return key => listed(educations, key, educationLabels[key as never] ?? String(key))
    case 'target':
      return key => listed(Object.keys(targets), key, targets[key as keyof typeof targets] ?? String(key))
    case 'decile':
      return key => ({ label: `Desil ${key}`, order: Number(key) })
    case 'stunting':
      return () => ({ label: 'Keluarga stunting', order: 1 })
    case 'outcome':
      return key => listed(Object.keys(outcomes), key, outcomes[key as keyof typeof outcomes] ?? String(key))
    case 'latest':
      return key =>
        listed(Object.keys(followUpLabels), key, followUpLabels[key as keyof typeof followUpLabels] ?? String(key))
    case 'month':
      return key => ({
        label: `${monthName(Number(String(key).slice(5)))} ${String(key).slice(0, 4)}`,
        order: String(key),
      })
    case 'quarter':
    case 'semester': {
      const word = dimension === 'quarter' ? 'Triwulan' : 'Semester'
      return key => ({
        label: `${word} ${roman(Number(String(key).slice(5)))} ${String(key).slice(0, 4)}`,
        order: String(key),
      })
    }
    default:
      return key => text(String(key))
  }
}

function ageLabel(from: number): string {
  return ageBands.find(band => band.from === from)?.label ?? String(from)
}

const districtNames = new Map<string, string>()

/** The name of a kecamatan by its code of six digits; villages are what the regions know by code. */
function districtName(code: string): string | undefined {
  const known = districtNames.get(code)
  if (known !== undefined) return known
  // The first village of a district ends in 1001 where it is a kelurahan, in 2001 where it is a desa.
  const name = ['1001', '2001', '1002', '2002']
    .map(end => findVillage(code + end)?.district)
    .find(one => one !== undefined)
  if (name !== undefined) districtNames.set(code, name)
  return name
}

/** Places of other cities stand behind those of the own one, because their codes do. */
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
