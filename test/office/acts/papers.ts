import { addDays } from '../../../shared/kernel/plain-date.ts'
import type { Act } from '../act.ts'
import type { Office } from '../office.ts'
import { type Cohort, cohorts } from './classes.ts'
import { reason } from './people.ts'

type Preparation = {
  officerId: number | null
  checks: { level: string }[]
  candidates: { enrolmentId: number; issued: unknown; checks: { level: string }[] }[]
}

/** Issues the papers that the page shows as ready. */
async function issue(office: Office, { code }: Cohort, kind: string, most: number): Promise<void> {
  const input = { code, kind, issuedOn: office.today, printPhoto: false }
  const { officerId, checks, candidates } = await office.must<Preparation>('certificate.prepare', {
    ...input,
    officerId: null,
  })
  const ready = candidates
    .filter(row => row.issued === null && row.checks.every(check => check.level !== 'error'))
    .slice(0, most)
  if (officerId === null || ready.length === 0) return
  const request = { ...input, officerId, enrolmentIds: ready.map(row => row.enrolmentId) }
  if (checks.some(check => check.level === 'error')) await office.call('certificate.issue', request)
  else await office.must('certificate.issue', request)
}

const papers = (office: Office, where = '1') =>
  office.rows<{ id: number; issuedOn: string }>(
    `SELECT id, issued_on AS issuedOn FROM certificate WHERE ${where} ORDER BY id DESC LIMIT 30`,
  )
const holds = `NOT EXISTS (SELECT 1 FROM certificate AS later WHERE later.replaces_id = certificate.id)
  AND NOT EXISTS (SELECT 1 FROM certificate_revocation WHERE certificate_id = certificate.id)`
const graduates = (office: Office, until = '9999-12-31') =>
  office.rows<{ id: number }>(
    `SELECT enrolment_id AS id FROM panel_decision JOIN enrolment ON enrolment.id = enrolment_id JOIN panel USING (cohort_id)
     WHERE decision = 'passed' AND held_on <= @until ORDER BY enrolment_id DESC LIMIT 30`,
    { until },
  )

const ahead = 90

export const paperActs: Act[] = [
  {
    name: 'issues certificates',
    weight: 4,
    plan(office, choose) {
      const cohort = choose.one(
        cohorts(office)
          .filter(row => row.decided === 1)
          .slice(0, 4),
      )
      const kind = choose.of('certificate', 'certificate', 'statement')
      const most = 1 + choose.number(2)
      return cohort ? { words: `issue ${kind} of ${cohort.code}`, run: () => issue(office, cohort, kind, most) } : null
    },
  },
  {
    name: 'issues by a clock that ran ahead',
    weight: 2,
    plan(office, choose) {
      const cohort = choose.one(cohorts(office).filter(row => row.decided === 1))
      const { today } = office
      if (!cohort || today > '2027-01-31') return null
      return {
        words: `issue of ${cohort.code} by a clock ${ahead} days ahead`,
        async run() {
          office.today = addDays(today, ahead)
          await issue(office, cohort, 'certificate', 1)
          office.today = today
        },
      }
    },
  },
  {
    name: 'issues one dated wrongly',
    weight: 1,
    plan(office, choose) {
      const row = choose.one(
        office.rows<{ id: number; code: string }>(
          `SELECT enrolment.id, code FROM panel_decision JOIN enrolment ON enrolment.id = enrolment_id JOIN cohort ON cohort.id = enrolment.cohort_id
           WHERE decision = 'passed' ORDER BY enrolment.id DESC LIMIT 20`,
        ),
      )
      const officer = office.rows<{ id: number }>("SELECT id FROM officer WHERE role = 'HEAD' ORDER BY id")[0]
      if (!row || !officer) return null
      const issuedOn = addDays(office.today, choose.of(1, 365, 3650, -400))
      return {
        operation: 'certificate.issue',
        input: {
          code: row.code,
          kind: 'certificate',
          issuedOn,
          officerId: officer.id,
          printPhoto: false,
          enrolmentIds: [row.id],
        },
      }
    },
  },
  {
    name: 'revokes a paper',
    weight: 2,
    plan(office, choose) {
      const paper = choose.one(
        papers(office, 'NOT EXISTS (SELECT 1 FROM certificate_revocation WHERE certificate_id = certificate.id)'),
      )
      return paper
        ? { operation: 'book.revoke', input: { id: paper.id, revokedOn: office.today, reason }, must: true }
        : null
    },
  },
  {
    name: 'replaces a paper',
    weight: 2,
    plan(office, choose) {
      const paper = choose.one(papers(office, holds))
      const officer = office.rows<{ id: number }>("SELECT id FROM officer WHERE role = 'HEAD' ORDER BY id")[0]
      if (!paper || !officer) return null
      const input = { id: paper.id, issuedOn: office.today, officerId: officer.id }
      return {
        words: `replace paper ${paper.id}`,
        async run() {
          const { red } = await office.must<{ red: string[] }>('book.replacementChecks', input)
          await (red.length === 0
            ? office.must('book.replace', { ...input, reason })
            : office.call('book.replace', { ...input, reason }))
        },
      }
    },
  },
  {
    name: 'makes a copy',
    weight: 1,
    plan(office, choose) {
      const paper = choose.one(papers(office))
      return paper ? { operation: 'book.makeCopy', input: { id: paper.id, recipient: 'Ani', reason } } : null
    },
  },
  {
    name: 'sets numbers aside',
    weight: 1,
    plan: (office, choose) => ({
      operation: 'book.reserve',
      input: {
        kind: choose.of('certificate', 'statement'),
        series: '',
        date: office.today,
        count: 1 + choose.number(3),
        reason,
      },
    }),
  },
  {
    name: 'writes a number down by hand, or voids it',
    weight: 1,
    plan(office, choose) {
      const row = choose.one(office.rows<{ id: number }>('SELECT id FROM set_aside_number ORDER BY id DESC LIMIT 10'))
      if (!row) return null
      return choose.chance(2)
        ? { operation: 'book.voidNumber', input: { id: row.id, counter: null, reason } }
        : {
            operation: 'book.recordByHand',
            input: { id: row.id, holder: 'Budi', program: 'Las', issuedOn: office.today },
          }
    },
  },
  {
    name: 'hands a paper over',
    weight: 2,
    plan(office, choose) {
      const paper = choose.one(papers(office, choose.chance(4) ? '1' : holds))
      return paper
        ? {
            operation: 'alumni.collect',
            input: {
              certificateIds: [paper.id],
              collectedOn: office.today,
              collector: 'SELF',
              deputyName: '',
              deputyRelation: '',
            },
          }
        : null
    },
  },
  {
    name: 'takes a handover back',
    weight: 1,
    plan(office, choose) {
      const given = 'id IN (SELECT certificate_id FROM certificate_collection WHERE taken_back_at IS NULL)'
      const paper = choose.one(papers(office, given))
      return paper
        ? { operation: 'alumni.undoCollection', input: { certificateId: paper.id, reason }, must: true }
        : null
    },
  },
  {
    name: 'asks a graduate',
    weight: 1,
    plan(office, choose) {
      // The first call is due three months after the panel.
      const due = addDays(office.today, -93)
      const graduate = choose.one(graduates(office, choose.chance(4) ? '9999-12-31' : due))
      const answer = {
        status: 'STUDYING',
        place: '',
        work: '',
        income: null,
        relevant: null,
        note: '',
        askedOn: office.today,
      }
      return graduate
        ? {
            operation: 'alumni.saveFollowUp',
            input: { enrolmentId: graduate.id, month: choose.of(3, 3, 6, 12), answer },
          }
        : null
    },
  },
  {
    name: 'proposes modal kerja',
    weight: 4,
    plan(office, choose) {
      const graduate = choose.one(graduates(office))
      const budgetYear = Number(office.today.slice(0, 4)) + choose.number(2)
      return graduate
        ? {
            operation: 'aid.propose',
            input: { budgetYear, enrolmentId: graduate.id, amount: 20_000_000, proposedOn: office.today },
          }
        : null
    },
  },
  {
    name: 'brings modal kerja on',
    weight: 3,
    plan(office, choose) {
      const row = choose.one(office.rows<{ id: number }>('SELECT id FROM business_aid ORDER BY id DESC'))
      if (!row) return null
      const on = office.today
      const step = choose.of<object>(
        { state: 'APPROVED', on, number: '900/1' },
        { state: 'PAID', on, number: '900/2' },
        { state: 'APPROVED', on, number: '900/1' },
        { state: 'CANCELLED', on, reason },
        { state: 'REJECTED', on, reason },
      )
      return { operation: 'aid.step', input: { id: row.id, step } }
    },
  },
]
