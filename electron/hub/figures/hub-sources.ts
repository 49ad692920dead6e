import type { FactKey } from '../../../shared/features/report/fact.ts'
import { applicationParts, classParts, type FactSource, timeParts } from '../../../shared/features/report/figure-sql.ts'
import { keptSums, peopleColumns } from './class-sums.ts'

/** Which day counts a class is a setting of its centre, so that the figures here equal those of the centre's own reports. */
export const countedOn = `CASE member.counted_by WHEN 'panel' THEN coalesce(nullif(class.panelDay, ''), class.ends) WHEN 'end' THEN class.ends ELSE class.starts END`

/** The table of classes that every statement begins with. */
const classRows = `SELECT class.centre_id, class.year, class.key AS class, class.title, class.trade, class.program, class.source,
  class.activity, class.account, class.state, class.instructor, class.hours, class.days, class.starts, class.panelDay AS panel_day,
  ${countedOn} AS counted_on
  FROM pusat.class AS class JOIN pusat.member AS member ON member.centre_id = class.centre_id WHERE class.cancelled = 0`

const joined = (table: string) =>
  `JOIN pusat.${table} AS ${table} ON ${table}.centre_id = class.centre_id AND ${table}.year = class.year AND ${table}.class = class.class`

type HubSource = FactSource & {
  /** Only classes counted in the period, or all. */
  scope: 'counted' | 'all'
  /** The table of rows that is partitioned by the year of their class. */
  byYear?: string
  /** The column of the centre, for figures by centre. */
  centre: string
}

/**
 * Where the rows of each fact are in the hub, in order of preference: the first source with all columns of a question answers it. People have no
 * kelurahan here, so questions about places use the counts of classes by place.
 */
export const hubSources: Record<FactKey, readonly HubSource[]> = {
  class: [
    {
      scope: 'counted',
      from: 'class',
      centre: 'class.centre_id',
      date: null,
      columns: { ...timeParts('class.counted_on'), ...classParts, hours: 'class.hours', days: 'class.days' },
    },
  ],
  enrolment: [
    {
      scope: 'counted',
      from: `class ${joined('class_sum')}`,
      byYear: 'class_sum',
      centre: 'class.centre_id',
      date: null,
      columns: { ...timeParts('class.counted_on'), ...classParts },
      kept: keptSums,
    },
    {
      scope: 'counted',
      from: `class ${joined('enrolment')}`,
      byYear: 'enrolment',
      centre: 'class.centre_id',
      date: null,
      columns: { ...timeParts('class.counted_on'), ...classParts, ...peopleColumns, panelDay: 'class.panel_day' },
    },
    {
      scope: 'counted',
      from: `class ${joined('place')}`,
      byYear: 'place',
      centre: 'class.centre_id',
      date: null,
      weight: 'place.n',
      columns: {
        ...timeParts('class.counted_on'),
        ...classParts,
        village: 'place.village',
        district: 'substr(place.village, 1, 6)',
        target: 'place.target',
        poor: 'place.poor',
        extremePoor: 'place.extremePoor',
        outcome: 'place.outcome',
      },
    },
  ],
  applicant: [
    {
      scope: 'all',
      from: `pusat.applicants AS applicants LEFT JOIN class ON class.centre_id = applicants.centre_id AND class.class = applicants.class AND applicants.class <> ''`,
      centre: 'applicants.centre_id',
      date: 'coalesce(class.counted_on, applicants.closes)',
      weight: 'applicants.n',
      columns: {
        ...applicationParts('coalesce(class.counted_on, applicants.closes)', 'applicants.trade', 'applicants.program'),
        sex: 'applicants.sex',
        target: 'applicants.target',
      },
    },
  ],
  mark: [
    {
      scope: 'all',
      from: `class ${joined('day')} CROSS JOIN LATERAL (VALUES ('H', day.present), ('T', day.late), ('S', day.sick), ('I', day.excused), ('A', day.absent)) AS marks (mark, n)`,
      centre: 'class.centre_id',
      date: 'day.date',
      weight: 'marks.n',
      columns: { ...timeParts('day.date'), ...classParts, mark: 'marks.mark', dayHours: 'day.hours' },
    },
  ],
  lesson: [
    {
      scope: 'all',
      from: `class ${joined('lesson')}`,
      centre: 'class.centre_id',
      date: 'lesson.date',
      columns: {
        ...timeParts('lesson.date'),
        ...classParts,
        teacher: 'lesson.instructor',
        lessonKind: 'lesson.kind',
        lessonHours: 'lesson.hours',
        lessonDay: `class.centre_id::text || class.class || '/' || lesson.n`,
      },
    },
  ],
  certificate: [
    {
      scope: 'all',
      from: `class JOIN pusat.certificate AS paper ON paper.centre_id = class.centre_id AND paper.class = class.class`,
      centre: 'class.centre_id',
      date: 'paper.issuedOn',
      where: 'paper.year BETWEEN @fromYear AND @toYear',
      columns: {
        ...timeParts('paper.issuedOn'),
        ...classParts,
        paperKind: 'paper.kind',
        paperState: 'paper.state',
        collected: 'paper.collected',
      },
    },
  ],
  activity: [
    {
      scope: 'all',
      from: 'pusat.activity AS activity',
      centre: 'activity.centre_id',
      date: null,
      where: 'activity.year BETWEEN @fromYear AND @toYear',
      columns: {
        year: 'activity.year::text',
        trade: 'activity.trade',
        source: 'activity.source',
        activity: 'activity.activity',
        account: 'activity.account',
        budget: 'activity.budget',
        plannedClasses: 'activity.plannedClasses',
        plannedPeople: 'activity.plannedPeople',
      },
    },
  ],
  spending: [
    {
      scope: 'all',
      from: 'pusat.spending AS spending',
      centre: 'spending.centre_id',
      date: 'spending.date',
      columns: {
        ...timeParts('spending.date'),
        trade: 'spending.trade',
        source: 'spending.source',
        activity: 'spending.activity',
        account: 'spending.account',
        amount: 'spending.amount',
      },
    },
  ],
  aid: [
    {
      scope: 'all',
      from: `class ${joined('aid')}`,
      centre: 'class.centre_id',
      date: 'aid.date',
      columns: {
        ...timeParts('aid.date'),
        ...classParts,
        village: 'aid.village',
        district: 'substr(aid.village, 1, 6)',
        aidState: 'aid.state',
        amount: 'aid.amount',
      },
    },
  ],
}

/** The first and last year of the classes that are counted in a period, so that other partitions are not read. */
export const countedYears = `SELECT coalesce(min(year), 0) AS first, coalesce(max(year), 0) AS last FROM (${classRows}) AS counted
  WHERE counted_on BETWEEN $1 AND $2`

/** A statement with the table of classes that it uses. */
export function withClasses({ from, scope }: HubSource, statement: string): string {
  if (!/\bclass\b/.test(from)) return statement
  const rows =
    scope === 'counted' ? `SELECT * FROM (${classRows}) AS counted WHERE counted_on BETWEEN @from AND @to` : classRows
  return `WITH class AS MATERIALIZED (${rows}) ${statement}`
}
