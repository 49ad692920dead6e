import { ageBands } from '../../../../../shared/features/report/dimension.ts'
import type { FactColumn, FactKey } from '../../../../../shared/features/report/fact.ts'
import {
  applicationParts,
  classParts,
  type FactSource,
  timeParts,
} from '../../../../../shared/features/report/figure-sql.ts'
import type { CountedBy } from '../../../../../shared/features/report/report-setting.ts'
import { keysOf } from '../../../../../shared/kernel/keys-of.ts'

/** A fact in the database of a centre. */
type CentreSource = FactSource & {
  /** Classes in the CTE: those whose date is in the period, those that meet in it, or all. */
  scope: ClassScope
  /** Id of the person, for lists behind a figure. */
  person?: string
  /** Id of the enrolment, for the same lists. */
  enrolment?: string
}

export const dayOf = (end: 'min' | 'max') =>
  `(SELECT ${end}(date) FROM cohort_day WHERE cohort_day.cohort_id = cohort.id)`

const countedDay: Record<CountedBy, string> = {
  // A class waiting for its panel is expected to be decided on its last day.
  panel: `coalesce(panel.held_on, ${dayOf('max')})`,
  end: dayOf('max'),
  start: dayOf('min'),
}

/** Columns of the class in the CTE; only those that a query uses are read. */
const classColumns = {
  class: 'cohort.code',
  trade: 'cohort.trade',
  program: 'program.title',
  source: `coalesce(activity.funding_source, '')`,
  activity: 'coalesce(activity.id, 0)',
  account: `coalesce(activity.account_code, '')`,
  state: `CASE WHEN panel.cohort_id IS NULL THEN 'open' ELSE 'decided' END`,
  hours: '(SELECT sum(cohort_day.hours) FROM cohort_day WHERE cohort_day.cohort_id = cohort.id)',
  days: '(SELECT count(*) FROM cohort_day WHERE cohort_day.cohort_id = cohort.id)',
  instructor: `coalesce((SELECT teaching.instructor_id FROM cohort_day JOIN teaching ON teaching.day_id = cohort_day.id
    WHERE cohort_day.cohort_id = cohort.id AND cohort_day.n = 1 AND teaching.position = 1), 0)`,
  starts: dayOf('min'),
  panel_day: `coalesce(panel.held_on, '')`,
  title: 'cohort.title',
} as const
type ClassColumn = keyof typeof classColumns

type ClassScope = 'counted' | 'meeting' | 'all'

function classTable(countedBy: CountedBy, scope: ClassScope, used: readonly ClassColumn[]): string {
  const columns = used.map(name => `, ${classColumns[name]} AS ${name}`).join('')
  const rows = `SELECT cohort.id, ${countedDay[countedBy]} AS counted_on${columns}
    FROM cohort JOIN program ON program.id = cohort.program_id
    LEFT JOIN panel ON panel.cohort_id = cohort.id LEFT JOIN activity ON activity.id = cohort.activity_id
    WHERE cohort.cancelled_at IS NULL`
  if (scope === 'all') return rows
  if (scope === 'counted') return `SELECT * FROM (${rows}) AS counted WHERE counted_on BETWEEN @from AND @to`
  return `${rows} AND EXISTS (SELECT 1 FROM cohort_day
    WHERE cohort_day.cohort_id = cohort.id AND cohort_day.date BETWEEN @from AND @to)`
}

const personParts = (on: string): Partial<Record<FactColumn, string>> => ({
  trainee: 'trainee.id',
  sex: 'trainee.sex',
  age: bandOf(on),
  education: `coalesce(trainee.education, '')`,
  village: `coalesce(trainee.village_code, '')`,
  district: `coalesce(substr(trainee.village_code, 1, 6), '')`,
})

/** First year of the age group of a person on a day. */
export function bandOf(on: string): string {
  const years = `(CAST(substr(${on}, 1, 4) AS INTEGER) - CAST(substr(trainee.birth_date, 1, 4) AS INTEGER)
    - CASE WHEN substr(${on}, 6) < substr(trainee.birth_date, 6) THEN 1 ELSE 0 END)`
  const [first, ...later] = ageBands.toReversed()
  const bands = [first, ...later].flatMap(band =>
    band && band.from > 0 ? [`WHEN ${years} >= ${band.from} THEN ${band.from}`] : [],
  )
  return `CASE ${bands.join(' ')} ELSE 0 END`
}

const paperHolds = `NOT EXISTS (SELECT 1 FROM certificate AS later WHERE later.replaces_id = certificate.id)
  AND NOT EXISTS (SELECT 1 FROM certificate_revocation WHERE certificate_revocation.certificate_id = certificate.id)`
export const holdsPaper = (kind: string) => `CASE WHEN EXISTS (SELECT 1 FROM certificate
  WHERE certificate.enrolment_id = enrolment.id AND certificate.kind = '${kind}' AND ${paperHolds}) THEN 1 ELSE 0 END`

const answerOf = (month: number) =>
  `LEFT JOIN follow_up AS answer${month} ON answer${month}.enrolment_id = enrolment.id AND answer${month}.month = ${month}`

export const outcome = `coalesce(panel_decision.decision, enrolment.left_kind, 'running')`

export const aidDay =
  'coalesce(business_aid.ended_on, business_aid.paid_on, business_aid.approved_on, business_aid.proposed_on)'

/**
 * Source of the rows of each fact. `class` is the CTE added by `withClasses`. LEFT JOIN trainee, so that SQLite skips the person when no figure needs
 * it.
 */
export const factSources: Record<FactKey, CentreSource> = {
  class: {
    scope: 'counted',
    from: 'class',
    date: null,
    columns: { ...timeParts('class.counted_on'), ...classParts, hours: 'class.hours', days: 'class.days' },
  },
  enrolment: {
    scope: 'counted',
    from: `class JOIN enrolment ON enrolment.cohort_id = class.id LEFT JOIN trainee ON trainee.id = enrolment.trainee_id
      LEFT JOIN panel_decision ON panel_decision.enrolment_id = enrolment.id
      LEFT JOIN enrolment_target ON enrolment_target.enrolment_id = enrolment.id
      LEFT JOIN enrolment_target_restricted ON enrolment_target_restricted.enrolment_id = enrolment.id
      LEFT JOIN competence_test ON competence_test.enrolment_id = enrolment.id
      ${answerOf(3)} ${answerOf(6)} ${answerOf(12)}`,
    date: null,
    person: 'trainee',
    enrolment: 'enrolment',
    columns: {
      ...timeParts('class.counted_on'),
      ...classParts,
      ...personParts('class.starts'),
      target: `CASE WHEN enrolment_target.extreme_poor = 1 THEN 'EXTREME_POOR' WHEN enrolment_target.poor = 1 THEN 'POOR' ELSE 'GENERAL' END`,
      poor: 'coalesce(enrolment_target.poor, 0)',
      extremePoor: 'coalesce(enrolment_target.extreme_poor, 0)',
      stunting: 'coalesce(enrolment_target_restricted.stunting, 0)',
      decile: 'coalesce(enrolment_target_restricted.decile, 0)',
      outcome,
      certificate: holdsPaper('certificate'),
      statement: holdsPaper('statement'),
      test: `coalesce(competence_test.result, '')`,
      panelDay: 'class.panel_day',
      ...Object.fromEntries(
        [3, 6, 12].flatMap(month => [
          [`status${month}`, `coalesce(answer${month}.status, '')`],
          [`relevant${month}`, `coalesce(answer${month}.relevant, 0)`],
        ]),
      ),
      latest: `coalesce(answer12.status, answer6.status, answer3.status, '')`,
    },
  },
  applicant: {
    scope: 'all',
    from: `registration JOIN program ON program.id = registration.program_id
      JOIN applicant ON applicant.registration_id = registration.id LEFT JOIN trainee ON trainee.id = applicant.trainee_id
      LEFT JOIN class ON class.id = registration.cohort_id`,
    date: 'coalesce(class.counted_on, registration.closes)',
    person: 'trainee',
    columns: {
      ...applicationParts('coalesce(class.counted_on, registration.closes)', 'program.trade', 'program.title'),
      ...personParts('registration.closes'),
      target: `CASE applicant.priority WHEN 'EXTREME_POOR' THEN 'EXTREME_POOR' WHEN 'POOR' THEN 'POOR' ELSE 'GENERAL' END`,
    },
  },
  mark: {
    scope: 'meeting',
    // From the class through its members: marks of a person are adjacent, those of a day are not.
    from: `class JOIN enrolment ON enrolment.cohort_id = class.id LEFT JOIN trainee ON trainee.id = enrolment.trainee_id
      JOIN attendance ON attendance.enrolment_id = enrolment.id JOIN cohort_day AS held ON held.id = attendance.day_id`,
    date: 'held.date',
    person: 'trainee',
    enrolment: 'enrolment',
    columns: {
      ...timeParts('held.date'),
      ...classParts,
      ...personParts('class.starts'),
      mark: 'attendance.mark',
      dayHours: 'held.hours',
    },
  },
  lesson: {
    scope: 'meeting',
    from: `class JOIN cohort_day AS held ON held.cohort_id = class.id
      JOIN taught_day ON taught_day.day_id = held.id JOIN taught_lesson ON taught_lesson.day_id = held.id`,
    date: 'held.date',
    where: 'taught_day.closed_at IS NOT NULL',
    columns: {
      ...timeParts('held.date'),
      ...classParts,
      teacher: 'taught_lesson.instructor_id',
      lessonKind: 'taught_lesson.kind',
      lessonHours: 'taught_lesson.hours',
      lessonDay: 'held.id',
    },
  },
  certificate: {
    scope: 'all',
    from: `certificate JOIN enrolment ON enrolment.id = certificate.enrolment_id JOIN class ON class.id = enrolment.cohort_id
      LEFT JOIN trainee ON trainee.id = enrolment.trainee_id`,
    date: 'certificate.issued_on',
    // The year is indexed, the date is in another row.
    where: 'certificate.year BETWEEN @fromYear AND @toYear',
    person: 'trainee',
    enrolment: 'enrolment',
    columns: {
      ...timeParts('certificate.issued_on'),
      ...classParts,
      ...personParts('class.starts'),
      paperKind: 'certificate.kind',
      paperState: `CASE WHEN EXISTS (SELECT 1 FROM certificate_revocation WHERE certificate_revocation.certificate_id = certificate.id) THEN 'revoked'
        WHEN EXISTS (SELECT 1 FROM certificate AS later WHERE later.replaces_id = certificate.id) THEN 'replaced' ELSE 'holds' END`,
      collected: `CASE WHEN EXISTS (SELECT 1 FROM certificate_collection
        WHERE certificate_collection.certificate_id = certificate.id AND certificate_collection.taken_back_at IS NULL) THEN 1 ELSE 0 END`,
    },
  },
  activity: {
    scope: 'all',
    from: 'activity',
    date: null,
    where: 'activity.budget_year BETWEEN @fromYear AND @toYear',
    columns: {
      year: 'CAST(activity.budget_year AS TEXT)',
      trade: `coalesce(activity.trade, '')`,
      source: 'activity.funding_source',
      activity: 'activity.id',
      account: 'activity.account_code',
      budget: 'activity.budget',
      plannedClasses: 'activity.planned_classes',
      plannedPeople: 'activity.planned_people',
    },
  },
  spending: {
    scope: 'all',
    from: 'spending JOIN activity ON activity.id = spending.activity_id',
    date: 'spending.date',
    columns: {
      ...timeParts('spending.date'),
      trade: `coalesce(activity.trade, '')`,
      source: 'activity.funding_source',
      activity: 'activity.id',
      account: `CASE WHEN spending.account_code = '' THEN activity.account_code ELSE spending.account_code END`,
      amount: 'spending.amount',
    },
  },
  aid: {
    scope: 'all',
    from: `business_aid JOIN enrolment ON enrolment.id = business_aid.enrolment_id JOIN class ON class.id = enrolment.cohort_id
      LEFT JOIN trainee ON trainee.id = enrolment.trainee_id`,
    date: aidDay,
    person: 'trainee',
    enrolment: 'enrolment',
    columns: {
      ...timeParts(aidDay),
      ...classParts,
      ...personParts('class.starts'),
      // The kelurahan of the person when the aid was proposed.
      village: 'business_aid.village_code',
      district: 'substr(business_aid.village_code, 1, 6)',
      aidState: 'business_aid.state',
      amount: 'business_aid.amount',
    },
  },
}

/** A statement about a fact with the CTE of classes and the columns it uses. */
export function withClasses(fact: FactKey, countedBy: CountedBy, statement: string): string {
  const named = new Set([...statement.matchAll(/\bclass\.(\w+)/g)].map(([, name]) => name))
  if (named.size === 0 && !/\bclass\b/.test(factSources[fact].from)) return statement
  const used = keysOf(classColumns).filter(name => named.has(name))
  return `WITH class AS MATERIALIZED (${classTable(countedBy, factSources[fact].scope, used)}) ${statement}`
}
