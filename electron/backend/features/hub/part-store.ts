import { createHash } from 'node:crypto'
import type { Body, Topic } from '../../../../shared/features/hub/fact.ts'
import type { ReadDatabase } from '../../database/connection.ts'
import { aidDay, bandOf, dayOf, holdsPaper, outcome } from '../report/measure/fact-store.ts'
import { getReportSetting } from '../report/report-setting-store.ts'

/** Replaces a NIK before it is sent; null without a province key. */
export type Pseudonymiser = { keyId: string; of(nik: string): string } | null

type DrawnFact = { [Name in Topic]: { topic: Name; key: string; body: Body<Name> } }[Topic]

/** All facts of a part from its present rows. A part is always read as a whole, to notice deleted rows. */
type Part = (db: ReadDatabase, owner: number, pseudonymiser: Pseudonymiser) => DrawnFact[]

const drawn =
  <Name extends Topic, Row extends object>(
    topic: Name,
    keyOf: (row: Row) => string,
    bodyOf: (row: Row) => Body<Name>,
  ) =>
  (rows: Row[]): DrawnFact[] =>
    rows.map(row => ({ topic, key: keyOf(row), body: bodyOf(row) }) as DrawnFact)

/** For facts that are a row. */
const asRead = <Name extends Topic>(topic: Name, keyOf: (row: Body<Name>) => string) =>
  drawn(topic, keyOf, (row: Body<Name>) => row)

/** A class belongs to the year of its first plan, which never changes: it determines the part of the hub. */
const ofClass = 'cohort.year, cohort.code AS class'

const closedPerson = 'EXISTS (SELECT 1 FROM closed_trainee WHERE closed_trainee.trainee_id = trainee.id)'
const anonymous = 'EXISTS (SELECT 1 FROM trainee_anonymity WHERE trainee_anonymity.trainee_id = enrolment.trainee_id)'
const replacedBy = '(SELECT later.number FROM certificate AS later WHERE later.replaces_id = certificate.id)'

const answers = [3, 6, 12]
  .map(
    month =>
      `LEFT JOIN follow_up AS answer${month} ON answer${month}.enrolment_id = enrolment.id AND answer${month}.month = ${month}`,
  )
  .join(' ')
const answered = [3, 6, 12]
  .map(
    month =>
      `coalesce(answer${month}.status, '') AS status${month}, coalesce(answer${month}.relevant, 0) AS relevant${month}`,
  )
  .join(', ')

const target = `CASE WHEN enrolment_target.extreme_poor = 1 THEN 'EXTREME_POOR' WHEN enrolment_target.poor = 1 THEN 'POOR' ELSE 'GENERAL' END`
const appliedAs = `CASE applicant.priority WHEN 'EXTREME_POOR' THEN 'EXTREME_POOR' WHEN 'POOR' THEN 'POOR' ELSE 'GENERAL' END`

export const parts: Readonly<Record<string, Part>> = {
  centre(db) {
    const rows = db.all<Omit<Body<'centre'>, 'countedBy' | 'passBase'>>(
      'SELECT name, city, regency_code AS regency, government FROM centre',
    )
    const { countedBy, passBase } = getReportSetting(db)
    return drawn(
      'centre',
      () => '1',
      (row: (typeof rows)[number]) => ({ ...row, countedBy, passBase }),
    )(rows)
  },

  keys: db =>
    asRead(
      'signingKey',
      row => row.id,
    )(
      db.all(
        `SELECT id, lower(hex(substr(public_key, -32))) AS publicKey, coalesce(retired_at, '') AS retiredAt FROM signing_key ORDER BY id`,
      ),
    ),

  class: (db, owner) =>
    asRead(
      'class',
      row => row.class,
    )(
      db.all(
        `SELECT ${ofClass}, cohort.number, cohort.trade, program.title AS program, cohort.title, coalesce(activity.funding_source, '') AS source,
           coalesce(activity.id, 0) AS activity, coalesce(activity.account_code, '') AS account,
           CASE WHEN panel.cohort_id IS NULL THEN 'open' ELSE 'decided' END AS state, cohort.cancelled_at IS NOT NULL AS cancelled,
           ${dayOf('min')} AS starts, ${dayOf('max')} AS ends, coalesce(panel.held_on, '') AS panelDay,
           (SELECT sum(hours) FROM cohort_day WHERE cohort_id = cohort.id) AS hours, (SELECT count(*) FROM cohort_day WHERE cohort_id = cohort.id) AS days,
           coalesce((SELECT teaching.instructor_id FROM cohort_day JOIN teaching ON teaching.day_id = cohort_day.id
             WHERE cohort_day.cohort_id = cohort.id AND cohort_day.n = 1 AND teaching.position = 1), 0) AS instructor
         FROM cohort JOIN program ON program.id = program_id LEFT JOIN activity ON activity.id = activity_id
         LEFT JOIN panel ON panel.cohort_id = cohort.id
         WHERE cohort.id = ? AND EXISTS (SELECT 1 FROM cohort_day WHERE cohort_id = cohort.id)`,
        [owner],
      ),
    ),

  days: (db, owner) =>
    asRead(
      'day',
      row => `${row.class}/${row.n}`,
    )(
      db.all(
        `SELECT ${ofClass}, n, date, cohort_day.hours, closed_at IS NOT NULL AS closed,
           ${Object.entries({ present: 'H', late: 'T', sick: 'S', excused: 'I', absent: 'A' })
             .map(([name, mark]) => `coalesce(sum(mark = '${mark}'), 0) AS ${name}`)
             .join(', ')}
         FROM cohort_day JOIN cohort ON cohort.id = cohort_id LEFT JOIN attendance ON attendance.day_id = cohort_day.id
         WHERE cohort_id = ? GROUP BY cohort_day.id ORDER BY n`,
        [owner],
      ),
    ),

  people(db, owner, pseudonymiser) {
    type Row = Omit<Body<'enrolment'>, 'person' | 'keyId'> & { id: number; nik: string | null }
    return drawn(
      'enrolment',
      (row: Row) => String(row.id),
      ({ id: _, nik, year, class: code, trainee, ...rest }) => ({
        year,
        class: code,
        trainee,
        person: nik !== null && pseudonymiser ? pseudonymiser.of(nik) : '',
        keyId: nik !== null && pseudonymiser ? pseudonymiser.keyId : '',
        ...rest,
      }),
    )(
      db.all(
        `SELECT enrolment.id, CASE WHEN ${closedPerson} THEN NULL ELSE trainee.nik END AS nik, ${ofClass}, trainee.id AS trainee, sex,
           ${bandOf('class.starts')} AS age, ${outcome} AS outcome, ${holdsPaper('certificate')} AS certificate,
           ${holdsPaper('statement')} AS statement, coalesce(competence_test.result, '') AS test, ${answered},
           coalesce(answer12.status, answer6.status, answer3.status, '') AS latest
         FROM (SELECT id, ${dayOf('min')} AS starts FROM cohort WHERE id = ?) AS class JOIN cohort ON cohort.id = class.id
         JOIN enrolment ON enrolment.cohort_id = cohort.id JOIN trainee ON trainee.id = trainee_id
         LEFT JOIN panel_decision ON panel_decision.enrolment_id = enrolment.id
         LEFT JOIN competence_test ON competence_test.enrolment_id = enrolment.id ${answers} ORDER BY enrolment.id`,
        [owner],
      ),
    )
  },

  places: (db, owner) =>
    asRead('place', row => [row.class, row.village, row.poor, row.extremePoor, row.outcome].join('/'))(
      db.all(
        `SELECT ${ofClass}, coalesce(trainee.village_code, '') AS village, ${target} AS target, coalesce(poor, 0) AS poor,
           coalesce(extreme_poor, 0) AS extremePoor, ${outcome} AS outcome, count(*) AS n
         FROM cohort JOIN enrolment ON enrolment.cohort_id = cohort.id JOIN trainee ON trainee.id = trainee_id
         LEFT JOIN enrolment_target ON enrolment_target.enrolment_id = enrolment.id
         LEFT JOIN panel_decision ON panel_decision.enrolment_id = enrolment.id
         WHERE cohort.id = ? GROUP BY 1, 2, 3, 4, 5, 6, 7 ORDER BY 3, 5, 6, 7`,
        [owner],
      ),
    ),

  lessons: (db, owner) =>
    asRead('lesson', row => [row.class, row.n, row.instructor, row.kind].join('/'))(
      db.all(
        `SELECT ${ofClass}, n, date, taught_lesson.instructor_id AS instructor, kind, sum(taught_lesson.hours) AS hours
         FROM cohort JOIN cohort_day ON cohort_id = cohort.id JOIN taught_day ON taught_day.day_id = cohort_day.id
         JOIN taught_lesson ON taught_lesson.day_id = cohort_day.id
         WHERE cohort.id = ? AND taught_day.closed_at IS NOT NULL GROUP BY n, taught_lesson.instructor_id, kind ORDER BY n, 5, kind`,
        [owner],
      ),
    ),

  papers(db, owner) {
    type Row = Omit<Body<'certificate'>, 'record'> & { record: string }
    return drawn(
      'certificate',
      (row: Row) => row.number,
      row => ({ ...row, record: sha256(row.record) }),
    )(
      db.all(
        // Names only for certificates, because a surat keterangan reveals that the person did not pass.
        `SELECT certificate.year, certificate.number, certificate.kind,
           CASE WHEN certificate.kind = 'certificate' AND NOT ${anonymous} THEN holder ELSE '' END AS name, cohort.code AS class, course AS program,
           issued_on AS issuedOn,
           CASE WHEN certificate_id IS NOT NULL THEN 'revoked' WHEN ${replacedBy} IS NOT NULL THEN 'replaced' ELSE 'holds' END AS state,
           coalesce(revoked_on, (SELECT later.issued_on FROM certificate AS later WHERE later.replaces_id = certificate.id), '') AS stateOn,
           coalesce(${replacedBy}, '') AS replacedBy,
           EXISTS (SELECT 1 FROM certificate_collection AS taken WHERE taken.certificate_id = certificate.id AND taken_back_at IS NULL) AS collected,
           qr_text AS record
         FROM cohort JOIN enrolment ON enrolment.cohort_id = cohort.id JOIN certificate ON certificate.enrolment_id = enrolment.id
         LEFT JOIN certificate_revocation ON certificate_id = certificate.id WHERE cohort.id = ? ORDER BY certificate.id`,
        [owner],
      ),
    )
  },

  aid: (db, owner) =>
    drawn(
      'aid',
      (row: Body<'aid'> & { id: number }) => String(row.id),
      ({ id: _, ...row }) => row,
    )(
      db.all(
        `SELECT business_aid.id, ${ofClass}, business_aid.village_code AS village, business_aid.state, ${aidDay} AS date, amount
         FROM cohort JOIN enrolment ON enrolment.cohort_id = cohort.id JOIN business_aid ON business_aid.enrolment_id = enrolment.id
         WHERE cohort.id = ? ORDER BY business_aid.id`,
        [owner],
      ),
    ),

  activity: (db, owner) =>
    asRead('activity', row => String(row.activity))(
      db.all(
        `SELECT budget_year AS year, id AS activity, number, title, funding_source AS source, coalesce(trade, '') AS trade,
           account_code AS account, budget, planned_classes AS plannedClasses, planned_people AS plannedPeople FROM activity WHERE id = ?`,
        [owner],
      ),
    ),

  spending: (db, owner) =>
    asRead('spending', row => [row.activity, row.date, row.account].join('/'))(
      db.all(
        `SELECT budget_year AS year, activity.id AS activity, funding_source AS source, coalesce(trade, '') AS trade, spending.date,
           CASE WHEN spending.account_code = '' THEN activity.account_code ELSE spending.account_code END AS account,
           sum(amount) AS amount, count(*) AS entries
         FROM activity JOIN spending ON spending.activity_id = activity.id WHERE activity.id = ? GROUP BY 5, 6 ORDER BY 5, 6`,
        [owner],
      ),
    ),

  credentials: (db, owner) =>
    asRead('credential', row => [row.instructor, row.kind, row.number].join('/'))(
      db.all(
        `SELECT instructor_id AS instructor, number, kind, scheme,
           coalesce((SELECT group_concat(trade, ' ' ORDER BY trade) FROM credential_trade WHERE credential_id = credential.id), '') AS trades,
           issued, valid_until AS validUntil, verified_on IS NOT NULL AS verified
         FROM credential WHERE instructor_id = ? ORDER BY kind, number`,
        [owner],
      ),
    ),

  applicants: (db, owner) =>
    asRead('applicants', row => [row.registration, row.sex, row.target].join('/'))(
      db.all(
        `SELECT registration.year, registration.id AS registration, coalesce(cohort.code, '') AS class, program.trade, program.title AS program,
           closes, sex, ${appliedAs} AS target, count(*) AS n
         FROM registration JOIN program ON program.id = registration.program_id JOIN applicant ON applicant.registration_id = registration.id
         JOIN trainee ON trainee.id = trainee_id LEFT JOIN cohort ON cohort.id = registration.cohort_id AND cohort.cancelled_at IS NULL
         WHERE registration.id = ? GROUP BY sex, ${appliedAs} ORDER BY sex, target`,
        [owner],
      ),
    ),

  applications(db, owner, pseudonymiser) {
    if (!pseudonymiser) return []
    type Row = Pick<Body<'application'>, 'registration' | 'title' | 'trade'> & { id: number; nik: string }
    return drawn(
      'application',
      (row: Row) => String(row.id),
      ({ id: _, nik, ...rest }) => ({ ...rest, person: pseudonymiser.of(nik), keyId: pseudonymiser.keyId }),
    )(
      db.all(
        `SELECT applicant.id, registration.id AS registration, registration.title, program.trade, trainee.nik
         FROM registration JOIN program ON program.id = program_id JOIN applicant ON applicant.registration_id = registration.id
         JOIN trainee ON trainee.id = trainee_id
         WHERE registration.id = ? AND NOT ${closedPerson} AND NOT EXISTS (SELECT 1 FROM stipulation WHERE registration_id = registration.id)
         ORDER BY applicant.id`,
        [owner],
      ),
    )
  },

  notices: (db, owner) =>
    drawn(
      'noticeAnswer',
      (row: Body<'noticeAnswer'> & { n: number }) => String(row.n),
      ({ n: _, ...row }) => row,
    )(
      db.all('SELECT n, answer, answered_on AS answeredOn FROM hub_notice WHERE n = ? AND answer IS NOT NULL', [owner]),
    ),
}

/** All parts, for a new hub. */
export const allParts = `SELECT 'centre' AS part, 1 AS owner UNION ALL SELECT 'keys', 1
  ${['class', 'days', 'people', 'places', 'lessons', 'papers', 'aid'].map(part => `UNION ALL SELECT '${part}', id FROM cohort`).join(' ')}
  UNION ALL SELECT 'activity', id FROM activity UNION ALL SELECT 'spending', id FROM activity
  UNION ALL SELECT 'credentials', id FROM instructor UNION ALL SELECT 'applicants', id FROM registration
  UNION ALL SELECT 'applications', id FROM registration UNION ALL SELECT 'notices', n FROM hub_notice`

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
