import { z } from 'zod'
import { type DimensionKey, dimensionKeys, dimensions, divides, isRestricted } from './dimension.ts'
import { measureKeys, measures } from './measure.ts'
import { periodSchema } from './period.ts'
import { tellsRestricted } from './restricted.ts'

const dimension = z.enum(dimensionKeys as [DimensionKey, ...DimensionKey[]])
const value = z.union([z.string().max(200), z.int()])

export const rowFilters = z.partialRecord(dimension, z.array(value).max(300))

export const ownReport = z
  .strictObject({
    measure: z.enum(measureKeys as [(typeof measureKeys)[number], ...(typeof measureKeys)[number][]]),
    rows: dimension,
    columns: dimension.nullable(),
    period: periodSchema,
    filters: rowFilters,
    cell: z.enum(['count', 'rowShare', 'columnShare']),
  })
  .superRefine(({ measure, rows, columns, filters }, context) => {
    if (rows === columns)
      context.addIssue({ code: 'custom', path: ['columns'], message: 'Pilih kolom yang lain dari baris.' })
    const used: [string, DimensionKey | null][] = [
      ['rows', rows],
      ['columns', columns],
    ]
    for (const [field, key] of used)
      if (key !== null && !divides(key, measure))
        context.addIssue({ code: 'custom', path: [field], message: refusal(key, measure) })
    for (const key of Object.keys(filters) as DimensionKey[])
      if (!divides(key, measure))
        context.addIssue({ code: 'custom', path: ['filters', key], message: refusal(key, measure) })
  })
export type OwnReport = z.infer<typeof ownReport>

function refusal(key: DimensionKey, measure: OwnReport['measure']): string {
  return `${measures[measure].label} tidak dapat dibagi menurut ${dimensions[key].label.toLowerCase()}. Pilih yang lain.`
}

/** 'Lulus per kecamatan dan kejuruan'; without the period, which changes while the name stays. */
export function ownReportName({ measure, rows, columns }: Pick<OwnReport, 'measure' | 'rows' | 'columns'>): string {
  const name = (key: DimensionKey) => (key === 'sex' ? 'L/P' : dimensions[key].label.toLowerCase())
  const parts = columns === null ? name(rows) : `${name(rows)} dan ${name(columns)}`
  return `${measures[measure].label} per ${parts}`
}

export type OwnCell = number | null
export type OwnTable = {
  choice: OwnReport
  unit: string
  definition: string
  rows: { key: string | number; label: string; cells: OwnCell[]; total: OwnCell }[]
  /** A single one without key if the report has no columns. */
  columns: { key: string | number; label: string }[]
  columnTotals: OwnCell[]
  total: number
  /** True if parts add up to the whole. */
  additive: boolean
  /** Number of cells hidden because they stand for very few people. */
  hidden: number
}

/** True if small cells are hidden. */
export function isGuarded({
  measure,
  rows,
  columns,
  filters,
}: Pick<OwnReport, 'measure' | 'rows' | 'columns' | 'filters'>): boolean {
  return tellsRestricted(measure, filters) || isRestricted(rows) || (columns !== null && isRestricted(columns))
}
