import type { PoolClient } from 'pg'
import { type DimensionKey, dimensions } from '../../../shared/features/report/dimension.ts'
import type { FactColumn } from '../../../shared/features/report/fact.ts'
import { parametersOf, type Scope, statementOf } from '../../../shared/features/report/figure-sql.ts'
import { type MeasureKey, measureKeys, measures } from '../../../shared/features/report/measure.ts'
import { countedYears, hubSources, withClasses } from './hub-sources.ts'

/** A dimension of reports, or the centre itself. */
export type HubDimension = DimensionKey | 'centre'
type FigureRow<Key extends MeasureKey = MeasureKey> = { keys: (string | number)[]; values: Record<Key, number> }

/** The first source that has everything for the question; undefined if the hub cannot know it (stunting, decile, education). */
function sourceOf(key: MeasureKey, by: readonly HubDimension[], filters: readonly DimensionKey[]) {
  const { fact, where = {}, sum, distinct } = measures[key]
  const counted = [...Object.keys(where), ...(sum ? [sum] : []), ...(distinct ? [distinct] : [])] as FactColumn[]
  const parted = [...by, ...filters].flatMap(dimension =>
    dimension === 'centre' ? [] : [dimensions[dimension].column],
  )
  return hubSources[fact].find(
    ({ columns, kept }) =>
      [...(kept?.[key] === undefined ? counted : []), ...parted].every(column => columns[column] !== undefined) &&
      (kept === undefined || kept[key] !== undefined),
  )
}

export function isKnownHere(key: MeasureKey, by: readonly HubDimension[] = []): boolean {
  return sourceOf(key, by, []) !== undefined
}

export const hubMeasures = measureKeys.filter(key => isKnownHere(key))

/**
 * The same figures as the reports of a centre, over all centres that the role of this transaction sees. Throws RangeError if a measure is not known
 * here with every dimension.
 */
export async function countFigures<Key extends MeasureKey>(
  client: PoolClient,
  wanted: readonly Key[],
  by: readonly HubDimension[],
  scope: Omit<Scope, 'countedBy'>,
): Promise<FigureRow<Key>[]> {
  const rows = new Map<string, FigureRow<Key>>()
  const filters = Object.keys(scope.filters) as DimensionKey[]
  const bySource = Map.groupBy(wanted, key => {
    const source = sourceOf(key, by, filters)
    if (!source) throw new RangeError(`the hub does not know ${key} by ${by.join(', ')}`)
    return source
  })
  for (const [source, keys] of bySource) {
    const years = source.byYear ? await yearsOf(client, scope) : {}
    const known = {
      ...source,
      columns: { ...source.columns, centre: `${source.centre}::text` },
      ...(source.byYear ? { where: `${source.byYear}.year BETWEEN @firstYear AND @lastYear` } : {}),
    }
    const plain = statementOf(known, keys, by as DimensionKey[], scope)
    const parameters = { ...parametersOf({ ...scope, countedBy: 'panel' }), ...years }
    const { text, values } = numbered(withClasses(source, plain), parameters)
    const { rows: found } = await client.query<Record<string, string | number>>(text, values)
    for (const row of found) {
      const place = by.map((_, index) => row[`d${index}`] ?? '')
      const id = JSON.stringify(place)
      const figure = rows.get(id) ?? {
        keys: place,
        values: Object.fromEntries(wanted.map(key => [key, 0])) as Record<Key, number>,
      }
      for (const [index, key] of keys.entries()) figure.values[key] = Number(row[`m${index}`] ?? 0)
      rows.set(id, figure)
    }
  }
  return [...rows.values()].filter(row => by.length === 0 || wanted.some(key => row.values[key] !== 0))
}

async function yearsOf(client: PoolClient, { period }: Pick<Scope, 'period'>): Promise<Record<string, number>> {
  const { rows } = await client.query<{ first: number; last: number }>(countedYears, [period.from, period.to])
  return { firstYear: rows[0]?.first ?? 0, lastYear: rows[0]?.last ?? 0 }
}

/** '@name' becomes '$1': the only difference between the two SQL dialects. */
function numbered(
  sql: string,
  parameters: Record<string, string | number>,
): { text: string; values: (string | number)[] } {
  const values: (string | number)[] = []
  const places = new Map<string, string>()
  const text = sql.replace(/@(\w+)/g, (_, name: string) => {
    const known = places.get(name)
    if (known) return known
    const value = parameters[name]
    if (value === undefined) throw new RangeError(`no value for @${name}`)
    values.push(value)
    const place = `$${values.length}::${typeof value === 'number' ? 'bigint' : 'text'}`
    places.set(name, place)
    return place
  })
  return { text, values }
}
