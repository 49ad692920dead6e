import type BetterSqlite from 'better-sqlite3'
import { dueOn, followUpMonths } from '../../../../shared/features/alumni/follow-up.ts'
import type { MeasureKey } from '../../../../shared/features/report/measure.ts'
import type { Period } from '../../../../shared/features/report/period.ts'
import type { PlainDate } from '../../../../shared/kernel/plain-date.ts'

type Row = Record<string, string | number | null>
type Counted = Partial<Record<MeasureKey, number>>

/** Counts all measures in plain loops over whole tables, independent of the queries of reports. */
export function plainRecount(
  raw: BetterSqlite.Database,
  { from, to }: Period,
  today: PlainDate,
  countedBy: 'panel' | 'end' | 'start',
): Counted {
  const all = (table: string) => raw.prepare(`SELECT * FROM ${table}`).all() as Row[]
  const byId = (table: string, key = 'id') => new Map(all(table).map(row => [row[key], row]))
  const inside = (date: unknown) => typeof date === 'string' && date >= from && date <= to
  const [panels, decisions, tests, targets, specific, trainees, activities] = [
    byId('panel', 'cohort_id'),
    byId('panel_decision', 'enrolment_id'),
    byId('competence_test', 'enrolment_id'),
    byId('enrolment_target', 'enrolment_id'),
    byId('enrolment_target_restricted', 'enrolment_id'),
    byId('trainee'),
    byId('activity'),
  ]
  const days = all('cohort_day')
  const answers = new Map(all('follow_up').map(row => [`${row.enrolment_id} ${row.month}`, row]))
  const cohorts = all('cohort').filter(cohort => cohort.cancelled_at === null)
  const datesOf = (id: unknown) =>
    days
      .filter(day => day.cohort_id === id)
      .map(day => String(day.date))
      .sort()
  const countedDay = (id: unknown): string => {
    const dates = datesOf(id)
    if (countedBy === 'start') return dates[0] ?? ''
    const last = dates.at(-1) ?? ''
    return countedBy === 'end' ? last : String(panels.get(id as number)?.held_on ?? last)
  }
  const classes = cohorts.filter(cohort => inside(countedDay(cohort.id)))
  const classIds = new Set(classes.map(cohort => cohort.id))
  const standing = new Set(cohorts.map(cohort => cohort.id))
  const enrolments = all('enrolment')
  const cohortOf = new Map(enrolments.map(row => [row.id as Row[string], row.cohort_id]))
  const members = enrolments.filter(row => classIds.has(row.cohort_id))
  const outcome = (row: Row) => decisions.get(row.id as number)?.decision ?? row.left_kind ?? 'running'
  const graduates = members.filter(row => outcome(row) === 'passed')
  const decided = classes.filter(cohort => panels.has(cohort.id as number))
  const turned = (row: Row, month: 3 | 6 | 12) =>
    dueOn(panels.get(row.cohort_id as number)?.held_on as PlainDate, month) <= today
  const latest = (row: Row) =>
    [12, 6, 3]
      .map(month => answers.get(`${row.id} ${month}`)?.status)
      .find(status => status !== undefined && status !== null)
  const answered = ['EMPLOYED', 'SELF_EMPLOYED', 'STUDYING', 'NOT_WORKING', 'HOMEMAKING']
  const working = ['EMPLOYED', 'SELF_EMPLOYED']
  const askable = graduates.filter(row => turned(row, 3))
  const marks = all('attendance').flatMap(mark => {
    const day = days.find(one => one.id === mark.day_id)
    return day && inside(day.date) && standing.has(day.cohort_id)
      ? [{ mark: String(mark.mark), hours: Number(day.hours) }]
      : []
  })
  const taught = new Map(all('taught_day').map(row => [row.day_id, row]))
  const lessons = all('taught_lesson').flatMap(lesson => {
    const day = days.find(one => one.id === lesson.day_id)
    const open = taught.get(lesson.day_id)?.closed_at === null
    return day && inside(day.date) && standing.has(day.cohort_id) && !open
      ? [{ ...lesson, cohort: day.cohort_id } as Row]
      : []
  })
  const years = [Number(from.slice(0, 4)), Number(to.slice(0, 4))] as const
  const planned = [...activities.values()].filter(
    row => Number(row.budget_year) >= years[0] && Number(row.budget_year) <= years[1],
  )
  const entries = all('spending').filter(row => inside(row.date))
  const registrations = byId('registration')
  const applied = all('applicant').filter(row => {
    const call = registrations.get(row.registration_id as number)
    const cohort = call?.cohort_id
    return inside(cohort !== null && standing.has(cohort as number) ? countedDay(cohort) : call?.closes)
  })
  const aids = all('business_aid').filter(row =>
    inside(row.ended_on ?? row.paid_on ?? row.approved_on ?? row.proposed_on),
  )
  const issuedPapers = all('certificate').filter(
    row => inside(row.issued_on) && standing.has(cohortOf.get(row.enrolment_id ?? null) ?? null),
  )
  const [revocations, followers] = [
    byId('certificate_revocation', 'certificate_id'),
    byId('certificate', 'replaces_id'),
  ]
  const stateOf = ({ id }: Row) =>
    revocations.has(id as number) ? 'revoked' : followers.has(id as number) ? 'replaced' : 'holds'
  const collections = all('certificate_collection').filter(row => row.taken_back_at === null)
  const isCollected = ({ id }: Row) => collections.some(row => row.certificate_id === id)
  const [certificates, statements] = ['certificate', 'statement'].map(kind =>
    issuedPapers.filter(row => row.kind === kind),
  ) as [Row[], Row[]]
  const held = certificates.filter(row => stateOf(row) === 'holds')
  const count = (rows: readonly Row[], fits: (row: Row) => boolean) => rows.filter(fits).length
  const sum = (rows: readonly Row[], column: string) => rows.reduce((total, row) => total + Number(row[column]), 0)
  const tracer = Object.fromEntries(
    followUpMonths.flatMap(month => {
      const due = graduates.filter(row => turned(row, month))
      const of = (statuses: readonly string[], relevant?: number) =>
        count(due, row => {
          const answer = answers.get(`${row.id} ${month}`)
          return (
            answer !== undefined &&
            statuses.includes(String(answer.status)) &&
            (relevant === undefined || (answer.relevant ?? 0) === relevant)
          )
        })
      return [
        [`due${month}`, due.length],
        [`employedFitting${month}`, of(['EMPLOYED'], 1)],
        [`employedOther${month}`, of(['EMPLOYED'], 0)],
        [`selfFitting${month}`, of(['SELF_EMPLOYED'], 1)],
        [`selfOther${month}`, of(['SELF_EMPLOYED'], 0)],
        [`seeking${month}`, of(['NOT_WORKING'])],
        [`homemaking${month}`, of(['HOMEMAKING'])],
        [`studying${month}`, of(['STUDYING'])],
        [`unreached${month}`, of(['UNREACHED'])],
        [`traced${month}`, of(answered)],
        [`placed${month}`, of(working)],
      ]
    }),
  ) as Counted
  return {
    ...tracer,
    applicants: applied.length,
    classes: classes.length,
    finished: decided.length,
    hours: days
      .filter(day => decided.some(cohort => cohort.id === day.cohort_id))
      .reduce((total, day) => total + Number(day.hours), 0),
    participants: members.length,
    people: new Set(members.map(row => row.trainee_id)).size,
    men: count(members, row => trainees.get(row.trainee_id as number)?.sex === 'L'),
    women: count(members, row => trainees.get(row.trainee_id as number)?.sex === 'P'),
    graduates: graduates.length,
    failed: count(members, row => outcome(row) === 'failed'),
    withdrawn: count(members, row => outcome(row) === 'withdrawn'),
    expelled: count(members, row => outcome(row) === 'expelled'),
    running: count(members, row => outcome(row) === 'running'),
    poor: count(members, row => targets.get(row.id as number)?.poor === 1),
    extremePoor: count(members, row => targets.get(row.id as number)?.extreme_poor === 1),
    stunting: count(members, row => specific.get(row.id as number)?.stunting === 1),
    tested: count(members, row => tests.has(row.id as number)),
    competent: count(members, row => tests.get(row.id as number)?.result === 'K'),
    notCompetent: count(members, row => tests.get(row.id as number)?.result === 'BK'),
    askable: askable.length,
    reached: count(askable, row => answered.includes(String(latest(row)))),
    working: count(askable, row => working.includes(String(latest(row)))),
    employed: count(askable, row => latest(row) === 'EMPLOYED'),
    selfEmployed: count(askable, row => latest(row) === 'SELF_EMPLOYED'),
    present: marks.filter(({ mark }) => mark === 'H' || mark === 'T').length,
    sick: marks.filter(({ mark }) => mark === 'S').length,
    excused: marks.filter(({ mark }) => mark === 'I').length,
    absent: marks.filter(({ mark }) => mark === 'A').length,
    marks: marks.length,
    personHours: marks
      .filter(({ mark }) => mark === 'H' || mark === 'T')
      .reduce((total, { hours }) => total + hours, 0),
    taughtHours: sum(lessons, 'hours'),
    theoryHours: sum(
      lessons.filter(row => row.kind === 'theory'),
      'hours',
    ),
    practiceHours: sum(
      lessons.filter(row => row.kind === 'practice'),
      'hours',
    ),
    taughtDays: new Set(lessons.map(row => row.day_id)).size,
    taughtClasses: new Set(lessons.map(row => row.cohort)).size,
    issued: certificates.length,
    holding: held.length,
    replaced: count(certificates, row => stateOf(row) === 'replaced'),
    revoked: count(certificates, row => stateOf(row) === 'revoked'),
    collected: count(held, isCollected),
    uncollected: count(held, row => !isCollected(row)),
    statements: statements.length,
    certified: count(graduates, row =>
      all('certificate').some(
        paper => paper.enrolment_id === row.id && paper.kind === 'certificate' && stateOf(paper) === 'holds',
      ),
    ),
    activities: planned.length,
    budget: sum(planned, 'budget'),
    plannedClasses: sum(planned, 'planned_classes'),
    quota: sum(planned, 'planned_people'),
    spent: sum(entries, 'amount'),
    entries: entries.length,
    aidProposed: count(aids, row => row.state === 'PROPOSED'),
    aidApproved: count(aids, row => row.state === 'APPROVED'),
    aidPaid: count(aids, row => row.state === 'PAID'),
    aidMoney: sum(
      aids.filter(row => row.state === 'PAID'),
      'amount',
    ),
    aidEnded: count(aids, row => row.state === 'REJECTED' || row.state === 'CANCELLED'),
  }
}
