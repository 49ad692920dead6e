import type { ReadDatabase } from '../../../electron/backend/database/connection.ts'
import type { FollowUpView } from '../../../shared/features/alumni/contract.ts'
import { klasik } from '../../../shared/features/certificate-design/klasik.ts'
import { figureKeys, namedKeys } from '../../../shared/features/report/official.ts'
import { yearPeriod } from '../../../shared/features/report/period.ts'
import { sortedBy } from '../../../shared/features/trainee/trainee-filter.ts'
import {
  type ActivityId,
  type CertificateId,
  designId,
  type EnrolmentId,
  type InstructorId,
  type OfficerId,
  type ProgramId,
  type RegistrationId,
  type TraineeId,
} from '../../../shared/ids.ts'
import { addDays, type PlainDate, yearOf } from '../../../shared/kernel/plain-date.ts'
import type { QueryInputs } from './queries.ts'

type Numbered<Id> = { id: Id }

/**
 * Inputs from all years of a centre. Where the centre has no such row, the query gets no input and is skipped, because it would answer
 * with an error.
 */
export function queryInputs(db: ReadDatabase, today: PlainDate): QueryInputs {
  const spread = <Row>(table: string, columns: string, count: number, where = 'true') => {
    const ids = db.all<{ id: number }>(`SELECT id FROM ${table} WHERE ${where} ORDER BY id`).map(row => row.id)
    const chosen = Array.from(
      { length: count },
      (_, index) => ids[Math.floor(((index + 0.5) * ids.length) / count)] ?? 0,
    )
    return chosen.flatMap(id => db.all<Row>(`SELECT ${columns} FROM ${table} WHERE id = ?`, [id]))
  }
  const classes = spread<{ id: number; code: string }>('cohort', 'id, code', 20)
  const codes = classes.map(({ code }) => ({ code }))
  const year = yearOf(today)
  const years = [year, year - 4]
  const trainees = spread<Numbered<TraineeId> & { nik: string }>('trainee', 'id, nik', 20)
  const members = spread<{ id: TraineeId }>('enrolment', 'trainee_id AS id', 20)
  const enrolments = spread<{ enrolmentId: EnrolmentId }>('enrolment', 'id AS enrolmentId', 20)
  const papers = spread<Numbered<CertificateId>>('certificate', 'id', 20, "kind = 'certificate'")
  const registrations = spread<Numbered<RegistrationId>>('registration', 'id', 20)
  const instructors = spread<Numbered<InstructorId>>('instructor', 'id', 16)
  const programs = spread<Numbered<ProgramId>>('program', 'id', 8, 'active = 1')
  const activities = spread<Numbered<ActivityId>>('activity', 'id', 10)
  const [officer] = spread<Numbered<OfficerId>>('officer', 'id', 1)
  const acts = spread<{ id: number }>('audit', 'id', 20)
  const qr = spread<{ text: string }>('certificate', "facts ->> 'qrText' AS text", 20)
  const officerId = officer?.id ?? (1 as OfficerId)
  const times = { week: 5 as const, jointLeave: 'off' as const, hours: 8, startTime: '08:00', endTime: '15:15' }
  const monday = addDays(today, 28)
  const dayOff = {
    action: 'add' as const,
    day: { date: addDays(today, 30), kind: 'regional_holiday' as const, name: 'Hari jadi kota', source: '' },
    cohort: null,
    answers: [],
  }
  const searches = ['', 'rahayu', 'siti nur', '0003', 'rahyu']
  const issues = classes.map(({ code }) => ({ code, kind: 'certificate' as const, issuedOn: today, officerId }))
  const nothing = Array.from({ length: 20 }, () => ({}))
  const villages = db.all<{ village: string }>(
    'SELECT DISTINCT village_code AS village FROM trainee WHERE village_code IS NOT NULL LIMIT 4',
  )
  const views: FollowUpView[] = ['due', 'coming', 'unreached', 'answered']
  const pairs = db.all<{ firstId: TraineeId; secondId: TraineeId }>(
    'SELECT first_id AS firstId, second_id AS secondId FROM possible_double LIMIT 5',
  )
  const letters = ['opening-minutes', 'panel-invitation'] as const
  return {
    access: { requests: [{}] },
    backup: { putBack: nothing },
    session: { progress: [{ ticket: 'aaaa-0001' }] },
    desk: { unchosen: [{ subject: 'aturan' }] },
    hub: { notices: nothing },
    history: {
      acts: [
        { limit: 60 },
        { limit: 60, chip: 'trainee' },
        { limit: 60, operator: 'Wulan Sari', chip: 'attendance' },
        { limit: 60, text: 'rahayu' },
      ],
      counts: nothing,
      act: acts,
      actors: nothing,
      breach: [{ operator: null, desk: null, from: addDays(today, -30), until: today, knownAt: `${today}T08:00` }],
    },
    home: {
      overview: nothing,
      overdueCalls: nothing,
      search: ['rahayu', 'rahyu', 'siti nur', '0031', 'tata rias', 'kusumaningrm'].map(text => ({ text })),
    },
    centre: {
      get: nothing,
      paperRules: nothing,
    },
    calendar: { years: nothing, year: years.map(one => ({ year: one })) },
    replan: { preview: [dayOff] },
    program: { list: nothing, get: programs, rooms: nothing },
    instructor: {
      list: nothing,
      get: instructors,
      payment: instructors,
      scan: [],
      expiryCalendar: nothing,
    },
    trainee: {
      list: [
        ...searches.map(search => ({ search, limit: 100, offset: 0 })),
        ...sortedBy.flatMap(by =>
          [0, 90_000].map(offset => ({ search: '', limit: 100, offset, order: { by, descending: false } })),
        ),
      ],
      listCounts: searches.map(search => ({ search })),
      listIds: [{ search: '' }, { search: 'rahayu' }, { search: '', filter: { state: 'passed' } }],
      filterChoices: nothing,
      exportProgress: [{ ticket: 'aaaa-0001' }],
      get: trainees.map(({ id }) => ({ id })),
      matchPhotos: [{ ids: [], files: ['1.jpg'] }],
      byNik: trainees.map(({ nik }, index) => ({ nik, code: codes[index]?.code ?? null })),
      history: members,
      nikPlace: [{ digits: '367101' }],
      villages: [{ search: 'cipondoh', limit: 10 }],
    },
    note: {
      list: [
        ...trainees.map(({ id }) => ({ subject: { traineeId: id } })),
        ...codes.map(({ code }) => ({ subject: { code } })),
      ],
      ofToday: nothing,
    },
    import: { progress: [{ ticket: 'aaaa-0001' }], senders: nothing, list: [{ limit: 100 }], receipt: [] },
    officeForm: { list: nothing, versions: [] },
    registration: {
      list: nothing,
      get: registrations,
      reserveOffers: codes,
      papers: registrations,
    },
    duplicate: {
      counts: nothing,
      list: [
        { view: 'likely', limit: 50, offset: 0 },
        { view: 'near', limit: 50, offset: 0 },
      ],
      merges: [{ limit: 50, offset: 0 }],
      compare: pairs,
    },
    cohort: {
      plan: programs.map(({ id }) => ({ programId: id, start: monday, ...times })),
      proposeProgram: [
        {
          ...times,
          withinBudgetYear: false,
          wanted: programs.slice(0, 4).map(({ id }) => ({
            programId: id,
            count: 2,
            trainees: 16,
            first: monday,
            last: addDays(monday, 120),
            activityId: null,
          })),
        },
      ],
      list: nothing,
      get: codes,
      history: codes.map(({ code }) => ({ code, limit: 6 })),
      trainees: codes,
    },
    timetable: { get: codes, substitutes: codes },
    attendance: { grid: codes, tasks: nothing, history: enrolments.map(one => ({ ...one, n: 2 })) },
    teaching: {
      ofCohort: codes,
      report: [
        { from: '2016-01-01', until: today, code: null },
        { from: addDays(today, -60), until: today, code: null },
      ],
    },
    score: { grid: codes, history: codes },
    graduation: { get: codes },
    certificate: {
      prepare: issues,
    },
    competence: { list: [{ code: null }, ...codes.slice(0, 5)] },
    book: {
      list: [
        ...searches.map(search => ({ search, kind: null, limit: 100, offset: 0 })),
        { search: '', kind: 'statement', limit: 100, offset: 0 },
        { search: '', kind: null, limit: 100, offset: 20_000 },
      ],
      history: papers,
      counters: years.map(one => ({ date: `${one}-06-01` as PlainDate })),
      replacementChecks: papers.map(({ id }) => ({ id, issuedOn: today, officerId })),
    },
    verification: { check: qr },
    certificateDesign: {
      list: nothing,
      get: [{ id: designId.parse(1) }],
      versions: [{ id: designId.parse(1) }],
      version: [{ id: designId.parse(1), version: 1 }],
      layOut: codes.slice(0, 5).map(({ code }) => ({ design: klasik, code, two: false })),
    },
    paper: { list: codes },
    folder: {
      get: codes,
      counts: codes,
      progress: [{ ticket: 'aaaa-0001' }],
      printProgress: [{ ticket: 'aaaa-0001' }],
    },
    print: {
      shifts: nothing,
      setting: [{ key: 'participants' }],
      log: codes.map(({ code }) => ({ code, key: 'participants' })),
    },
    letter: {
      list: nothing,
      read: letters.map(paper => ({ paper })),
      version: letters.map(paper => ({ paper, version: 0 })),
      ofCohort: codes.map(({ code }) => ({ code, paper: 'opening-minutes' })),
    },
    activity: {
      years: nothing,
      list: years.map(one => ({ year: one })),
      titles: years.map(one => ({ year: one })),
      get: activities,
      evidence: [],
      board: years.map(one => ({ year: one, fundingSource: null })),
      people: activities.flatMap(({ id }) =>
        villages.map(({ village }) => ({ year, fundingSource: null, activityId: id, village })),
      ),
      candidates: villages.map(({ village }) => ({ year, village })),
      regencies: nothing,
    },
    provision: { ofCohort: codes },
    rights: { get: members, corrections: members, due: nothing },
    scan: { progress: [{ ticket: 'aaaa-0001' }], list: [{ code: null }, ...codes.slice(0, 5)], detail: [] },
    report: {
      list: nothing,
      get: figureKeys.flatMap(key =>
        [year - 1, year].map(one => ({ key, period: yearPeriod(one), fundingSource: null })),
      ),
      getNames: namedKeys.map(key => ({ key, period: yearPeriod(year - 1), fundingSource: null })),
      ownGuarded: [],
      year: years.map(one => ({ year: one })),
      cash: activities.map(({ id }) => ({ activityId: id, period: yearPeriod(year - 1) })),
      behind: (['participants', 'graduates', 'present', 'spent'] as const).map(measure => ({
        measure,
        period: yearPeriod(year - 1),
        filters: { trade: ['TR'] },
        limit: 100,
        offset: 0,
      })),
      own: (['participants', 'graduates', 'present', 'certified'] as const).map(measure => ({
        choice: {
          measure,
          rows: 'village' as const,
          columns: 'trade' as const,
          period: yearPeriod(year - 1),
          filters: {},
          cell: 'count' as const,
        },
      })),
      values: [{ measure: 'participants', dimension: 'village', period: yearPeriod(year - 1) }],
      saved: nothing,
      settled: nothing,
      settleForm: [{ date: today }],
      settledFile: [],
      differences: [],
      due: nothing,
      calendar: nothing,
      setting: nothing,
    },
    alumni: {
      papers: codes.map(({ code }) => ({ code, kind: 'certificate' })),
      followUps: views.flatMap(view => [null, 3 as const].map(month => ({ view, trade: null, month }))),
      results: [{ year: null, fundingSource: null }, ...years.map(one => ({ year: one, fundingSource: null }))],
      resultPeople: (['graduated', 'employed', 'due'] as const).flatMap(figure =>
        [null, year - 1].map(one => ({
          year: one,
          fundingSource: null,
          trade: 'TR' as const,
          month: 3 as const,
          figure,
        })),
      ),
    },
    aid: {
      years: nothing,
      list: years.map(one => ({ year: one })),
      candidates: [{ year, village: null }, ...villages.slice(0, 2).map(({ village }) => ({ year, village }))],
      evidence: [],
    },
  }
}
