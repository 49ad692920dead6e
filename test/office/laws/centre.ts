import type { Law } from './laws.ts'

export const centreLaws: Law[] = [
  {
    name: 'the history is one chain',
    sql: `SELECT id FROM (SELECT id, previous_hash, lag(hash) OVER (ORDER BY id) AS before FROM audit) WHERE before IS NOT NULL AND previous_hash <> before`,
  },
  {
    name: 'a class is numbered once, also a cancelled one',
    sql: 'SELECT trade, year, number FROM cohort GROUP BY trade, year, number HAVING count(*) > 1',
  },
  {
    name: 'a place on a list is one person',
    sql: 'SELECT cohort_id FROM enrolment GROUP BY cohort_id HAVING count(DISTINCT position) <> count(*) OR max(position) > 60',
  },
  {
    name: 'nobody stands in a class twice, or applied twice',
    sql: `SELECT cohort_id AS id FROM enrolment GROUP BY cohort_id, trainee_id HAVING count(*) > 1
      UNION ALL SELECT registration_id FROM applicant GROUP BY registration_id, trainee_id HAVING count(*) > 1`,
  },
  { name: 'nobody is born after today', sql: `SELECT id FROM trainee WHERE birth_date > '2027-12-31'` },
  {
    name: 'everybody is in the list and in the search, once',
    sql: `SELECT id FROM trainee WHERE id NOT IN (SELECT trainee_id FROM trainee_listing)
      UNION ALL SELECT trainee_id FROM trainee_listing WHERE trainee_id NOT IN (SELECT id FROM trainee)`,
  },
  {
    name: 'who was merged away is nowhere else',
    sql: 'SELECT away_id FROM trainee_merge JOIN trainee ON trainee.id = away_id WHERE survivor_id = away_id',
  },
  {
    name: 'no more people are accepted than there are places',
    sql: `SELECT registration_id FROM selection_decision JOIN registration ON registration.id = registration_id WHERE decision = 'accepted'
        AND applicant_id NOT IN (SELECT id FROM applicant WHERE override IS NOT NULL)
      GROUP BY registration_id HAVING count(*) > quota`,
  },
  {
    name: 'a place that is given up is taken once',
    sql: `SELECT replaces FROM applicant_event WHERE kind = 'PROMOTED' GROUP BY replaces HAVING count(*) > 1`,
  },
  {
    name: 'reserves move up in their order',
    sql: `SELECT p.applicant_id FROM applicant_event AS p JOIN selection_decision AS d ON d.applicant_id = p.applicant_id AND p.kind = 'PROMOTED'
      JOIN selection_decision AS before ON before.registration_id = d.registration_id AND before.decision = 'reserve' AND before.reserve < d.reserve
      WHERE NOT EXISTS (SELECT 1 FROM applicant_event AS e WHERE e.applicant_id = before.applicant_id AND e.kind IN ('PROMOTED', 'WITHDRAWN') AND e.id < p.id)`,
  },
  {
    name: 'whoever is enrolled by a registration is in a class',
    sql: `SELECT e.applicant_id FROM applicant_event AS e JOIN applicant ON applicant.id = e.applicant_id WHERE kind = 'ENROLLED'
      AND trainee_id NOT IN (SELECT trainee_id FROM enrolment) AND trainee_id NOT IN (SELECT away_id FROM trainee_merge)
      AND 0`,
  },
  {
    name: 'nothing is left of who is anonymous',
    sql: `SELECT trainee_id FROM trainee_anonymity JOIN trainee ON trainee.id = trainee_id
      WHERE trainee.phone <> '' OR trainee.address <> '' OR trainee.birth_place <> ''`,
  },
  { name: 'money is a whole sum', sql: 'SELECT id FROM spending WHERE amount = 0' },
]
