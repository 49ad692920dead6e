import type { PlainDate } from '../../../../shared/kernel/plain-date.ts'
import type { ReadDatabase } from '../../database/connection.ts'

// Counts without reading the days of all cohorts.

/** The next date with a class. */
export function nextMeeting(db: ReadDatabase, after: PlainDate): PlainDate | null {
  const row = db.get<{ date: PlainDate }>(
    `SELECT date FROM cohort_day CROSS JOIN cohort ON cohort.id = cohort_day.cohort_id
     WHERE date > ? AND cancelled_at IS NULL ORDER BY date LIMIT 1`,
    [after],
  )
  return row?.date ?? null
}

/** All not cancelled, those running, and those starting soon. */
export function countCohorts(
  db: ReadDatabase,
  today: PlainDate,
  soon: PlainDate,
): { cohorts: number; running: number; startingSoon: number } {
  return (
    db.get(
      `SELECT count(*) AS cohorts, coalesce(sum(first <= @today AND @today <= last), 0) AS running,
         coalesce(sum(first > @today AND first <= @soon), 0) AS startingSoon
       FROM (
         SELECT (SELECT date FROM cohort_day WHERE cohort_day.cohort_id = cohort.id ORDER BY n LIMIT 1) AS first,
           (SELECT date FROM cohort_day WHERE cohort_day.cohort_id = cohort.id ORDER BY n DESC LIMIT 1) AS last
         FROM cohort WHERE cancelled_at IS NULL
       )`,
      { today, soon },
    ) ?? { cohorts: 0, running: 0, startingSoon: 0 }
  )
}
