import type { Law } from './laws.ts'

const together = `FROM cohort_day AS a JOIN cohort AS ca ON ca.id = a.cohort_id
  JOIN cohort_day AS b ON b.date = a.date AND b.cohort_id > a.cohort_id JOIN cohort AS cb ON cb.id = b.cohort_id
  WHERE ca.cancelled_at IS NULL AND cb.cancelled_at IS NULL AND a.start_time < b.end_time AND b.start_time < a.end_time`

const valid = (day: string, trade: string) => `EXISTS (
  SELECT 1 FROM credential AS c WHERE c.instructor_id = t.instructor_id AND c.kind = 'TEKNIS' AND ${day} >= c.issued AND ${day} <= c.valid_until
    AND EXISTS (SELECT 1 FROM credential_trade WHERE credential_id = c.id AND trade = ${trade}))
  OR EXISTS (SELECT 1 FROM credential_override AS o WHERE o.day_id = t.day_id AND o.instructor_id = t.instructor_id)`

export const planLaws: Law[] = [
  {
    name: 'no room is used twice at one time',
    sql: `SELECT ca.code, cb.code AS other, a.date ${together} AND a.room_id = b.room_id`,
  },
  {
    name: 'nobody teaches in two places',
    sql: `SELECT ca.code, cb.code AS other, a.date ${together} AND EXISTS (
      SELECT 1 FROM teaching AS ta JOIN teaching AS tb ON tb.instructor_id = ta.instructor_id WHERE ta.day_id = a.id AND tb.day_id = b.id)`,
  },
  {
    name: 'nobody is trained in two places',
    sql: `SELECT ca.code, cb.code AS other, a.date ${together} AND EXISTS (
      SELECT 1 FROM enrolment AS ea JOIN enrolment AS eb ON eb.trainee_id = ea.trainee_id WHERE ea.cohort_id = ca.id AND eb.cohort_id = cb.id
        AND a.n >= ea.joined_day AND a.n <= ifnull(ea.left_after_day, 99) AND b.n >= eb.joined_day AND b.n <= ifnull(eb.left_after_day, 99))`,
  },
  {
    name: 'whoever is planned has a credential, or the word of an official',
    sql: `SELECT code, date, t.instructor_id FROM teaching AS t JOIN cohort_day AS d ON d.id = t.day_id JOIN cohort ON cohort.id = d.cohort_id
      WHERE cancelled_at IS NULL AND NOT (${valid('d.date', 'cohort.trade')})`,
  },
  {
    name: 'whoever taught has a credential, or the word of an official',
    sql: `SELECT code, date, t.instructor_id FROM taught_lesson AS t JOIN cohort_day AS d ON d.id = t.day_id JOIN cohort ON cohort.id = d.cohort_id
      WHERE NOT (${valid('d.date', 'cohort.trade')})`,
  },
  {
    name: 'nobody is planned on a day of leave',
    sql: `SELECT code, date FROM teaching AS t JOIN cohort_day AS d ON d.id = t.day_id JOIN cohort ON cohort.id = d.cohort_id
      JOIN instructor_leave AS l ON l.instructor_id = t.instructor_id WHERE cancelled_at IS NULL AND date >= from_date AND date <= until_date`,
  },
  {
    name: 'days are numbered from one and rise',
    sql: `SELECT cohort_id, n FROM (SELECT cohort_id, n, date, row_number() OVER w AS place, lag(date) OVER w AS before FROM cohort_day WINDOW w AS (PARTITION BY cohort_id ORDER BY n))
      WHERE n <> place OR date <= before`,
  },
  {
    name: 'a class has fifteen days',
    sql: 'SELECT cohort_id FROM cohort_day GROUP BY cohort_id HAVING count(*) <> 15',
  },
  {
    name: 'every day between the first and the last is a day of training or has a reason',
    sql: `SELECT id, code, span, days, skips FROM (SELECT cohort.id, code,
        (SELECT julianday(max(date)) - julianday(min(date)) + 1 FROM cohort_day WHERE cohort_id = cohort.id) AS span,
        (SELECT count(*) FROM cohort_day WHERE cohort_id = cohort.id) AS days,
        (SELECT count(*) FROM cohort_skip AS s WHERE cohort_id = cohort.id AND date > (SELECT min(date) FROM cohort_day WHERE cohort_id = cohort.id)
          AND date < (SELECT max(date) FROM cohort_day WHERE cohort_id = cohort.id)
          AND NOT EXISTS (SELECT 1 FROM cohort_day AS d WHERE d.cohort_id = cohort.id AND d.date = s.date)) AS skips,
        (SELECT count(*) FROM cohort_skip WHERE cohort_id = cohort.id) AS all_skips FROM cohort)
      WHERE span <> days + skips OR skips <> all_skips`,
  },
  {
    name: 'a skipped day says why',
    sql: "SELECT cohort_id, date FROM cohort_skip WHERE reason IN ('', 'Tidak berlatih')",
  },
  {
    name: 'no class trains on its own closure',
    sql: 'SELECT cohort_id, date FROM cohort_closure JOIN cohort_day USING (cohort_id, date)',
  },
  {
    name: 'an open day is in the room of its class, unless it had been held',
    sql: `SELECT cohort_day.id FROM cohort_day WHERE room_id IS NOT NULL AND room_id NOT IN (SELECT id FROM room)`,
  },
  {
    name: 'blocks of a day fit into its hours',
    sql: 'SELECT day_id FROM session JOIN cohort_day ON cohort_day.id = day_id GROUP BY day_id HAVING sum(session.hours) > cohort_day.hours',
  },
  {
    name: 'whoever is named in a block teaches the day',
    sql: `SELECT day_id FROM session WHERE instructor_id IS NOT NULL AND NOT EXISTS (
      SELECT 1 FROM teaching WHERE teaching.day_id = session.day_id AND teaching.instructor_id = session.instructor_id)`,
  },
  {
    name: 'a class of an activity begins in its year',
    sql: `SELECT code FROM cohort JOIN activity ON activity.id = activity_id JOIN cohort_day ON cohort_id = cohort.id AND n = 1
      WHERE budget_year <> CAST(substr(date, 1, 4) AS INTEGER)`,
  },
  {
    name: 'marks are those of members, on days that have come',
    sql: `SELECT enrolment_id, n FROM attendance JOIN enrolment AS e ON e.id = enrolment_id JOIN cohort_day AS d ON d.id = day_id
      WHERE d.cohort_id <> e.cohort_id OR n < joined_day OR n > ifnull(left_after_day, 99)`,
  },
  {
    name: 'an hour is paid once',
    sql: `SELECT a.day_id FROM taught_lesson AS a JOIN taught_lesson AS b ON b.day_id = a.day_id AND b.instructor_id = a.instructor_id AND b.position > a.position
      WHERE a.first_hour < b.first_hour + b.hours AND b.first_hour < a.first_hour + a.hours`,
  },
  {
    name: 'nothing is left on the move',
    sql: 'SELECT day_id FROM moving_day UNION ALL SELECT id FROM trainee_batch',
  },
]
