/** Values that never change once they exist; the office compares them with those of the last check. */
export const frozenLaws: { name: string; key: string; rows: string }[] = [
  {
    name: 'a paper keeps its facts, its bytes and its date',
    key: 'certificate',
    rows: `SELECT id, number || ' ' || issued_on || ' ' || sha256 || ' ' || size AS value FROM certificate
      WHERE enrolment_id NOT IN (SELECT enrolment.id FROM enrolment JOIN trainee_anonymity USING (trainee_id))`,
  },
  {
    name: 'a class keeps its code and number',
    key: 'cohort',
    rows: "SELECT id, code || ' ' || trade || ' ' || year || ' ' || number AS value FROM cohort",
  },
  {
    name: 'a closed day of teaching stays closed',
    key: 'taught_day',
    rows: 'SELECT day_id AS id, closed_at AS value FROM taught_day WHERE closed_at IS NOT NULL',
  },
  {
    name: 'a row of the history keeps its seal',
    key: 'audit',
    rows: 'SELECT id, hash AS value FROM audit ORDER BY id DESC LIMIT 60',
  },
  {
    name: 'a day with marks keeps its date and its room',
    key: 'held',
    rows: `SELECT id || ' ' || (SELECT count(*) FROM audit WHERE operation = 'attendance.mark') AS id, date || ' ' || ifnull(room_id, '') AS value FROM cohort_day
      WHERE EXISTS (SELECT 1 FROM attendance WHERE day_id = cohort_day.id)`,
  },
]
