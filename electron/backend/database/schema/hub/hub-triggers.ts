const ofEnrolment = (row: string) => `(SELECT cohort_id FROM enrolment WHERE id = ${row}.enrolment_id)`
const ofDay = (row: string) => `(SELECT cohort_id FROM cohort_day WHERE id = ${row}.day_id)`
const ofPaper = (row: string) =>
  `(SELECT enrolment.cohort_id FROM certificate JOIN enrolment ON enrolment.id = enrolment_id WHERE certificate.id = ${row}.certificate_id)`
const classesWhere = (condition: string) => `SELECT id AS owner FROM cohort WHERE ${condition}`
const classesOfPerson = (trainee: string) => `SELECT cohort_id AS owner FROM enrolment WHERE trainee_id = ${trainee}`

const registrationsOfPerson = (trainee: string) =>
  `SELECT registration_id AS owner FROM applicant WHERE trainee_id = ${trainee}`

export const hubTriggers = [
  travels('centre', () => [['centre', '1']]),
  travels('report_setting', () => [['centre', '1']]),
  travels('program', row => [['class', classesWhere(`program_id = ${row}.id`)]]),
  travels('cohort', row => [['class', `${row}.id`]]),
  travels('cohort_day', row => ['class', 'days', 'lessons'].map(part => [part, `${row}.cohort_id`]), {
    unless: (before, after) => `${before}.marks <> ${after}.marks`,
  }),
  travels('cohort_day', row => [['people', `${row}.cohort_id`]], { only: 'date' }),
  travels('teaching', row => [['class', ofDay(row)]]),
  travels('panel', row => [['class', `${row}.cohort_id`]]),
  travels('panel_decision', row => ['people', 'places'].map(part => [part, `${row}.cohort_id`])),
  travels('enrolment', row => ['people', 'places', 'papers'].map(part => [part, `${row}.cohort_id`])),
  travels('enrolment_target', row => [['places', ofEnrolment(row)]]),
  travels('attendance', row => [['days', ofDay(row)]]),
  travels('taught_day', row => [['lessons', ofDay(row)]]),
  travels('taught_lesson', row => [['lessons', ofDay(row)]]),
  travels('competence_test', row => [['people', ofEnrolment(row)]]),
  travels('follow_up', row => [['people', ofEnrolment(row)]]),
  travels('business_aid', row => [['aid', ofEnrolment(row)]]),
  travels('certificate', row => ['papers', 'people'].map(part => [part, ofEnrolment(row)])),
  travels('certificate_revocation', row => ['papers', 'people'].map(part => [part, ofPaper(row)])),
  travels('certificate_collection', row => [['papers', ofPaper(row)]]),
  travels('signing_key', () => [['keys', '1']]),
  travels(
    'trainee',
    row => [
      ...['people', 'places'].map(part => [part, classesOfPerson(`${row}.id`)]),
      ['applications', registrationsOfPerson(`${row}.id`)],
    ],
    {
      only: 'nik, sex, birth_date, village_code',
    },
  ),
  travels('trainee_freeze', row => [
    ['people', classesOfPerson(`${row}.trainee_id`)],
    ['applications', registrationsOfPerson(`${row}.trainee_id`)],
  ]),
  travels('trainee_anonymity', row => [
    ...['people', 'papers'].map(part => [part, classesOfPerson(`${row}.trainee_id`)]),
    ['applications', registrationsOfPerson(`${row}.trainee_id`)],
  ]),
  travels('activity', row => [
    ['activity', `${row}.id`],
    ['spending', `${row}.id`],
    ['class', classesWhere(`activity_id = ${row}.id`)],
  ]),
  travels('spending', row => [['spending', `${row}.activity_id`]]),
  travels('credential', row => [['credentials', `${row}.instructor_id`]]),
  travels('credential_trade', row => [
    ['credentials', `(SELECT instructor_id FROM credential WHERE id = ${row}.credential_id)`],
  ]),
  travels('registration', row => ['applicants', 'applications'].map(part => [part, `${row}.id`])),
  travels('applicant', row => ['applicants', 'applications'].map(part => [part, `${row}.registration_id`])),
  travels('stipulation', row => [['applications', `${row}.registration_id`]]),
  travels('hub_notice', row => [['notices', `${row}.n`]]),
].join('')

type Limits = {
  /** Only changes of these columns count. */
  only?: string
  /** A change without new information. */
  unless?: (before: string, after: string) => string
}

/** Triggers that mark parts to be sent to the hub. They do nothing while no hub is joined. */
function travels(table: string, due: (row: string) => (readonly string[])[], { only, unless }: Limits = {}): string {
  const events = only ? [`UPDATE OF ${only}`] : ['INSERT', 'UPDATE', 'DELETE']
  return events
    .map(event => {
      const rows = event === 'INSERT' ? ['NEW'] : event === 'DELETE' ? ['OLD'] : ['OLD', 'NEW']
      const name = `travels_${table}_${only ? 'part' : event.toLowerCase()}`
      const beside = unless && event === 'UPDATE' ? ` AND NOT (${unless('OLD', 'NEW')})` : ''
      const statements = [...new Set(rows.flatMap(row => due(row).map(noted)))]
      return `
CREATE TRIGGER ${name} AFTER ${event} ON ${table} WHEN EXISTS (SELECT 1 FROM hub_link)${beside} BEGIN
${statements.join('\n')}
END;`
    })
    .join('')
}

/** Not OR IGNORE: inside a trigger the conflict policy of the outer statement applies. */
function noted([part = '', owner = '']: readonly string[]): string {
  const owners = owner.startsWith('SELECT ') ? owner : `SELECT ${owner} AS owner`
  return `  INSERT INTO travel_due (part, owner) SELECT DISTINCT '${part}', owner FROM (${owners}) AS touched
  WHERE owner IS NOT NULL AND NOT EXISTS (SELECT 1 FROM travel_due WHERE part = '${part}' AND travel_due.owner = touched.owner);`
}
