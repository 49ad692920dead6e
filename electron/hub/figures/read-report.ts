import type { PoolClient } from 'pg'
import {
  fewestBeyond,
  type Guarded,
  type ReportAnswer,
  type ReportQuestion,
} from '../../../shared/features/hub/hub-contract.ts'
import { dimensions } from '../../../shared/features/report/dimension.ts'
import { byOrder, type Labelled, labelledValue } from '../../../shared/features/report/dimension-value.ts'
import { isAdditive, isMeasure, type MeasureKey, measures } from '../../../shared/features/report/measure.ts'
import { suppressSmall } from '../../../shared/features/report/suppress.ts'
import type { PlainDate } from '../../../shared/kernel/plain-date.ts'
import { findDistrict, findVillage } from '../../backend/region/villages.ts'
import { countFigures, type HubDimension, hubMeasures, isKnownHere } from './count-figures.ts'
import { guarded } from './read-summary.ts'

/** Dimensions that are meaningful beyond one centre; instructors and activities are row numbers of a centre. */
const hubDimensions = [
  'centre',
  'trade',
  'program',
  'source',
  'class',
  'sex',
  'age',
  'outcome',
  'target',
  'district',
  'village',
  'latest',
  'month',
  'quarter',
  'year',
] as const
const isHere = (text: string): text is (typeof hubDimensions)[number] => hubDimensions.some(one => one === text)

function dimensionLabel(key: HubDimension): string {
  return key === 'centre' ? 'Balai' : dimensions[key].label
}

export function choices() {
  return {
    measures: hubMeasures.map(key => ({
      key,
      label: measures[key].label,
      by: hubDimensions.filter(one => isKnownHere(key, [one])),
    })),
    dimensions: hubDimensions.map(key => ({ key, label: dimensionLabel(key) })),
  }
}

const countsPeople = (key: MeasureKey) => measures[key].unit === 'orang'

/** A report over all centres that this role sees. Counts of fewer than five people are only shown inside their centre. */
export async function readReport(
  client: PoolClient,
  question: ReportQuestion,
  today: PlainDate,
  within: boolean,
): Promise<ReportAnswer> {
  const wanted = question.measures.filter(isMeasure)
  const by = question.by.filter(isHere)
  if (
    wanted.length !== question.measures.length ||
    by.length !== question.by.length ||
    !wanted.every(key => isKnownHere(key, by))
  )
    throw new RangeError('unknown measure or dimension')
  const scope = { period: { from: question.from as PlainDate, to: question.to as PlainDate }, filters: {}, today }
  const rows = await countFigures(client, wanted, by, scope)
  // The same people may be in two rows: such totals are counted, all others are the sum of their rows.
  const counted = wanted.filter(key => !isAdditive(key))
  const [distinct] = by.length === 0 || counted.length === 0 ? rows : await countFigures(client, counted, [], scope)
  const wholeOf = (key: MeasureKey) =>
    isAdditive(key) ? rows.reduce((sum, row) => sum + row.values[key], 0) : (distinct?.values[key] ?? 0)
  const names = await namesOf(client)
  const cells = rows.map(row => wanted.map(key => row.values[key]))
  const shown = within ? cells : hideSmall(cells, wanted)
  const labelled = rows.map((row, index) => ({
    keys: row.keys.map((key, place) => labelOf(by[place], key, names)),
    values: shown[index] ?? [],
  }))
  labelled.sort(
    (a, b) => a.keys.map((key, place) => byOrder(key, b.keys[place] ?? key)).find(order => order !== 0) ?? 0,
  )
  return {
    head: [...by.map(dimensionLabel), ...wanted.map(key => measures[key].label)],
    rows: labelled.map(({ keys, values }) => ({ keys: keys.map(key => key.label), values })),
    total: wanted.map(key => (countsPeople(key) ? guarded(wholeOf(key), within) : wholeOf(key))),
    hidden: shown.some(row => row.includes(null)),
  }
}

/** Hides small counts and counts from which they could be calculated. In columns of people, figures that are not people stay. */
function hideSmall(cells: readonly (readonly number[])[], wanted: readonly MeasureKey[]): Guarded[][] {
  const columns = wanted.flatMap((key, index) => (countsPeople(key) ? [index] : []))
  const hidden = columns.map(index =>
    suppressSmall(
      cells.map(row => [row[index] ?? 0]),
      fewestBeyond,
    ).map(row => row[0] ?? null),
  )
  return cells.map((row, line) =>
    row.map((value, column) => {
      const place = columns.indexOf(column)
      return place < 0 ? value : (hidden[place]?.[line] ?? null)
    }),
  )
}

async function namesOf(client: PoolClient): Promise<Map<string, string>> {
  const { rows } = await client.query<{ id: string; name: string; city: string }>(
    'SELECT centre_id AS id, name, city FROM pusat.member',
  )
  return new Map(rows.map(row => [row.id, `${row.name}, ${row.city}`]))
}

function labelOf(dimension: HubDimension | undefined, key: string | number, centres: Map<string, string>): Labelled {
  const text = String(key)
  if (dimension === undefined || dimension === 'centre') return named(centres.get(text) ?? text)
  const labelled = labelledValue(dimension, key)
  if (labelled) return labelled
  if (dimension === 'district') return { label: findDistrict(text) ?? text, order: text }
  const village = dimension === 'village' ? findVillage(text) : null
  return village ? { label: `${village.village}, ${village.district}`, order: text } : named(text)
}

function named(label: string): Labelled {
  return { label, order: label }
}
