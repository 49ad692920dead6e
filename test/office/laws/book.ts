import type { Law } from './laws.ts'

// The result of each enrolment by the rules of its class, computed again from stored marks and scores.
const outcome = `SELECT e.id, c.id AS cohort_id, left_kind,
  (SELECT count(*) FROM attendance WHERE enrolment_id = e.id AND mark IN ('H', 'T')) AS present,
  -(-(c.minimum_attendance * (SELECT count(*) FROM cohort_day WHERE cohort_id = c.id)) / 100) AS needed_down,
  c.minimum_attendance * (SELECT count(*) FROM cohort_day WHERE cohort_id = c.id) AS needed_hundredths,
  (SELECT theory FROM score WHERE enrolment_id = e.id) * c.theory_weight + (SELECT practice FROM score WHERE enrolment_id = e.id) * c.practice_weight AS mark,
  c.pass_mark, c.units_required,
  (SELECT count(*) FROM cohort_unit AS u WHERE u.cohort_id = c.id AND compulsory = 1
    AND ifnull((SELECT result FROM unit_result WHERE unit_id = u.id AND enrolment_id = e.id), '') <> 'K') AS open_units
  FROM enrolment AS e JOIN cohort AS c ON c.id = e.cohort_id`

export const bookLaws: Law[] = [
  {
    name: 'the panel proposes what marks and scores say',
    sql: `SELECT o.id, proposal, present, mark, open_units FROM panel_decision JOIN (${outcome}) AS o ON o.id = enrolment_id
      WHERE proposal <> CASE WHEN left_kind IS NOT NULL THEN left_kind
        WHEN present * 100 >= needed_hundredths AND (mark + 50) / 100 >= pass_mark AND (units_required = 0 OR open_units = 0) THEN 'passed' ELSE 'failed' END`,
  },
  {
    name: 'a decided class has every day closed and everybody decided',
    sql: `SELECT cohort_id FROM panel WHERE EXISTS (SELECT 1 FROM cohort_day WHERE cohort_day.cohort_id = panel.cohort_id AND closed_at IS NULL)
      OR EXISTS (SELECT 1 FROM enrolment WHERE enrolment.cohort_id = panel.cohort_id AND id NOT IN (SELECT enrolment_id FROM panel_decision))`,
  },
  {
    name: 'no panel before its class is over',
    sql: 'SELECT cohort_id FROM panel WHERE held_on < (SELECT max(date) FROM cohort_day WHERE cohort_day.cohort_id = panel.cohort_id)',
  },
  {
    name: 'numbers are given once and without gaps',
    sql: `SELECT kind, series, year FROM (SELECT kind, series, year, sequence FROM certificate UNION ALL SELECT kind, series, year, sequence FROM set_aside_number)
      GROUP BY kind, series, year HAVING count(DISTINCT sequence) <> count(*) OR max(sequence) - min(sequence) + 1 <> count(*)`,
  },
  {
    name: 'no number is printed twice',
    sql: 'SELECT number FROM (SELECT number FROM certificate UNION ALL SELECT number FROM set_aside_number) GROUP BY number HAVING count(*) > 1',
  },
  {
    name: 'a person has one paper of a class that holds',
    sql: `SELECT enrolment_id FROM certificate WHERE id NOT IN (SELECT replaces_id FROM certificate WHERE replaces_id IS NOT NULL)
      GROUP BY enrolment_id HAVING count(*) > 1`,
  },
  {
    name: 'a paper is what the panel decided',
    sql: `SELECT certificate.id FROM certificate LEFT JOIN panel_decision USING (enrolment_id)
      WHERE ifnull(decision, '') <> CASE kind WHEN 'certificate' THEN 'passed' ELSE 'failed' END`,
  },
  {
    name: 'a paper is dated between its panel and the day on which it was made',
    sql: `SELECT certificate.id, issued_on FROM certificate JOIN enrolment ON enrolment.id = enrolment_id JOIN panel USING (cohort_id)
      WHERE issued_on < held_on OR issued_on > substr(issued_at, 1, 10)`,
  },
  {
    name: 'a paper says its number and its person',
    sql: "SELECT id FROM certificate WHERE facts ->> 'number' <> number",
  },
  {
    name: 'copies are counted from one',
    sql: 'SELECT certificate_id FROM certificate_copy GROUP BY certificate_id HAVING max(n) <> count(*)',
  },
  {
    name: 'modal kerja is given once a person, and once a kelurahan and year',
    sql: `SELECT trainee_id FROM business_aid JOIN enrolment ON enrolment.id = enrolment_id WHERE state IN ('PROPOSED', 'APPROVED', 'PAID')
      GROUP BY trainee_id HAVING count(*) > 1
      UNION ALL SELECT min(id) FROM business_aid WHERE state IN ('PROPOSED', 'APPROVED', 'PAID') GROUP BY budget_year, village_code HAVING count(*) > 1`,
  },
  {
    name: 'modal kerja and follow-ups are of graduates',
    sql: `SELECT enrolment_id FROM (SELECT enrolment_id FROM business_aid UNION ALL SELECT enrolment_id FROM follow_up)
      WHERE enrolment_id NOT IN (SELECT enrolment_id FROM panel_decision WHERE decision = 'passed')`,
  },
]
