import { createHash } from 'node:crypto'
import type { PoolClient } from 'pg'
import { sumColumns } from '../figures/class-sums.ts'

export type TouchedClass = { year: number; class: string }

const columns = [...sumColumns.map(({ column }) => column), 'held']
const figures = sumColumns.map(({ condition }) => `count(*) FILTER (WHERE enrolment.key IS NOT NULL AND ${condition})`)

/** For the classes named in $2 of the centre $1. A deleted class has no sums. */
const statement = `WITH touched AS (SELECT DISTINCT year, class FROM json_to_recordset($2) AS t(year integer, class text)),
  gone AS (
    DELETE FROM pusat.class_sum USING touched
    WHERE class_sum.centre_id = $1 AND class_sum.year = touched.year AND class_sum.class = touched.class
      AND NOT EXISTS (SELECT 1 FROM pusat.class WHERE class.centre_id = $1 AND class.year = touched.year AND class.key = touched.class)
  )
  INSERT INTO pusat.class_sum (centre_id, year, class, ${columns.join(', ')})
  SELECT $1, class.year, class.key, ${figures.join(', ')},
    (SELECT count(*) FROM pusat.day WHERE day.centre_id = $1 AND day.year = class.year AND day.class = class.key
      AND (closed = 1 OR present + late + sick + excused + absent > 0))
  FROM touched JOIN pusat.class ON class.centre_id = $1 AND class.year = touched.year AND class.key = touched.class
  LEFT JOIN pusat.enrolment ON enrolment.centre_id = $1 AND enrolment.year = class.year AND enrolment.class = class.key
  GROUP BY class.year, class.key
  ON CONFLICT (centre_id, year, class) DO UPDATE SET ${columns.map(name => `${name} = EXCLUDED.${name}`).join(', ')}`

/** Counts the sums of the given classes again from their rows, because incremental sums could drift. */
export async function countClasses(
  client: PoolClient,
  centreId: string,
  touched: readonly TouchedClass[],
): Promise<void> {
  const classes = [...new Map(touched.map(one => [`${one.year} ${one.class}`, one])).values()]
  if (classes.length > 0) await client.query(statement, [centreId, JSON.stringify(classes)])
}

/** Counts all sums again if another release made them: its measures may be different. Runs as the owner, before requests are answered. */
export async function countAnew(client: PoolClient): Promise<void> {
  const digest = createHash('sha256').update(statement).digest('hex')
  const { rows } = await client.query("SELECT 1 FROM pusat.setting WHERE name = 'class_sum' AND value = $1", [digest])
  if (rows.length > 0) return
  const { rows: classes } = await client.query<TouchedClass & { id: string }>(
    'SELECT centre_id AS id, year, key AS class FROM pusat.class UNION SELECT centre_id, year, class FROM pusat.class_sum',
  )
  for (const [id, own] of Map.groupBy(classes, row => row.id)) await countClasses(client, id, own)
  await client.query(
    "INSERT INTO pusat.setting VALUES ('class_sum', $1) ON CONFLICT (name) DO UPDATE SET value = EXCLUDED.value",
    [digest],
  )
}
