import type { PoolClient } from 'pg'

export type TouchedClass = { year: number; class: string }

/** Sums of the classes that were touched, anew from their rows: a sum that is added to drifts, one that is counted cannot. */
export async function countClasses(
  client: PoolClient,
  centreId: string,
  touched: readonly TouchedClass[],
): Promise<void> {
  const classes = [...new Map(touched.map(one => [`${one.year} ${one.class}`, one])).values()]
  if (classes.length === 0) return
  await client.query(
    `WITH touched AS (SELECT DISTINCT year, class FROM json_to_recordset($2) AS t(year integer, class text)),
     gone AS (
       DELETE FROM pusat.class_sum USING touched
       WHERE class_sum.centre_id = $1 AND class_sum.year = touched.year AND class_sum.class = touched.class
         AND NOT EXISTS (SELECT 1 FROM pusat.class WHERE class.centre_id = $1 AND class.year = touched.year AND class.key = touched.class)
     )
     INSERT INTO pusat.class_sum AS present
     SELECT $1, class.year, class.key, count(enrolment.key), count(*) FILTER (WHERE outcome = 'passed'), count(*) FILTER (WHERE outcome = 'failed'),
       count(*) FILTER (WHERE outcome IN ('withdrawn', 'expelled')), count(*) FILTER (WHERE outcome = 'running'),
       count(*) FILTER (WHERE sex = 'P'), count(*) FILTER (WHERE certificate = 1), count(*) FILTER (WHERE outcome = 'passed' AND panelDay <> ''),
       count(*) FILTER (WHERE outcome = 'passed' AND latest IN ('EMPLOYED', 'SELF_EMPLOYED')),
       count(*) FILTER (WHERE outcome = 'passed' AND latest NOT IN ('', 'UNREACHED')),
       (SELECT count(*) FROM pusat.day WHERE day.centre_id = $1 AND day.year = class.year AND day.class = class.key
         AND (closed = 1 OR present + late + sick + excused + absent > 0))
     FROM touched JOIN pusat.class ON class.centre_id = $1 AND class.year = touched.year AND class.key = touched.class
     LEFT JOIN pusat.enrolment ON enrolment.centre_id = $1 AND enrolment.year = class.year AND enrolment.class = class.key
     GROUP BY class.year, class.key
     ON CONFLICT (centre_id, year, class) DO UPDATE SET participants = EXCLUDED.participants, graduates = EXCLUDED.graduates,
       failed = EXCLUDED.failed, left_early = EXCLUDED.left_early, running = EXCLUDED.running, women = EXCLUDED.women,
       certified = EXCLUDED.certified, askable = EXCLUDED.askable, working = EXCLUDED.working, reached = EXCLUDED.reached,
       held = EXCLUDED.held`,
    [centreId, JSON.stringify(classes)],
  )
}
