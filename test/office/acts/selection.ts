import { addDays } from '../../../shared/kernel/plain-date.ts'
import type { Act, Choose } from '../act.ts'
import type { Office } from '../office.ts'
import { assessed, bringOn, bringToClass, selection, stipulationToday } from './bring-selection-on.ts'
import { openCohorts } from './classes.ts'
import { people, reason } from './people.ts'

const registrations = (office: Office) =>
  office.rows<{ id: number }>('SELECT id FROM registration ORDER BY id DESC LIMIT 4')
const applicants = (office: Office, where = '1') =>
  office.rows<{ id: number; registrationId: number; traineeId: number }>(
    `SELECT id, registration_id AS registrationId, trainee_id AS traineeId FROM applicant WHERE ${where} ORDER BY id DESC LIMIT 30`,
  )

function ofRegistration(
  office: Office,
  choose: Choose,
  make: (id: number) => ReturnType<Act['plan']>,
): ReturnType<Act['plan']> {
  const row = choose.one(registrations(office))
  return row ? make(row.id) : null
}

export const selectionActs: Act[] = [
  {
    name: 'opens a registration',
    weight: 2,
    plan(office, choose) {
      const program = office.rows<{ id: number }>("SELECT id FROM program WHERE trade = 'TR'")[0]
      const registration = {
        title: `Gelombang ${choose.number(300)}`,
        programId: program?.id,
        cohortCode: choose.chance(2)
          ? (choose.one(openCohorts(office).filter(row => row.trade === 'TR'))?.code ?? null)
          : null,
        year: Number(office.today.slice(0, 4)),
        opens: addDays(office.today, -choose.number(5)),
        closes: addDays(office.today, choose.number(5)),
        quota: 1 + choose.number(3),
        reserves: choose.number(3),
        keptPlaces: 0,
        keptActivityId: null,
        stages: choose.of<unknown[]>(
          [{ kind: 'TEST', weight: 100, passLimit: null }],
          [
            { kind: 'ADMINISTRATION', weight: 0, passLimit: null },
            { kind: 'TEST', weight: 60, passLimit: null },
            { kind: 'INTERVIEW', weight: 40, passLimit: 6000 },
          ],
        ),
        meetings: [],
      }
      return { operation: 'registration.save', input: { id: null, registration } }
    },
  },
  {
    name: 'takes applicants in',
    weight: 4,
    plan: (office, choose) =>
      ofRegistration(office, choose, id => {
        const traineeIds = choose.some(people(office), 5).map(row => row.id)
        // Possible when everybody is anonymous by now.
        if (traineeIds.length === 0) return null
        return { operation: 'registration.apply', input: { id, on: office.today, traineeIds } }
      }),
  },
  {
    name: 'takes an applicant off',
    weight: 1,
    plan(office, choose) {
      const row = choose.one(applicants(office))
      return row ? { operation: 'registration.removeApplicant', input: { applicantId: row.id } } : null
    },
  },
  {
    name: 'enters results of a selection',
    weight: 4,
    plan: (office, choose) =>
      ofRegistration(office, choose, id => {
        const entries = applicants(office, `registration_id = ${id}`).map(row => assessed(office, choose, id, row.id))
        return entries.length > 0 ? { operation: 'registration.saveResults', input: { id, entries } } : null
      }),
  },
  {
    name: 'decides a tie',
    weight: 2,
    plan: (office, choose) =>
      ofRegistration(office, choose, id => ({
        words: `decide a tie of ${id}`,
        async run() {
          const [tie] = (await selection(office, id)).ties
          if (tie) await office.must('registration.decideTie', { id, applicantIds: tie.ids, reason })
        },
      })),
  },
  {
    name: 'brings a selection on',
    weight: 8,
    plan: (office, choose) =>
      ofRegistration(office, choose, id => ({
        words: `bring selection ${id} on`,
        run: () => bringOn(office, choose, id),
      })),
  },
  {
    name: 'brings a selection into its class',
    weight: 2,
    plan: (office, choose) =>
      ofRegistration(office, choose, id => ({
        words: `bring selection ${id} into its class`,
        run: () => bringToClass(office, choose, id),
      })),
  },
  {
    name: 'overrides a ranking',
    weight: 1,
    plan(office, choose) {
      const row = choose.one(applicants(office))
      return row
        ? {
            operation: 'registration.override',
            input: { applicantId: row.id, decision: choose.of('accepted', 'rejected', 'reserve', null), reason },
          }
        : null
    },
  },
  {
    name: 'stipulates a selection',
    weight: 4,
    plan: (office, choose) =>
      ofRegistration(office, choose, id => {
        const stipulation = stipulationToday(office)
        return stipulation ? { operation: 'registration.stipulate', input: { id, stipulation } } : null
      }),
  },
  {
    name: 'opens a selection again',
    weight: 1,
    plan: (office, choose) =>
      ofRegistration(office, choose, id => ({ operation: 'registration.reopen', input: { id, reason } })),
  },
  {
    name: 'records what an applicant does',
    weight: 5,
    plan(office, choose) {
      const row = choose.one(applicants(office))
      return row
        ? {
            operation: 'registration.record',
            input: {
              applicantId: row.id,
              kind: choose.of(
                'RE_REGISTERED',
                'WITHDRAWN',
                'RE_REGISTERED',
                'WITHDRAWAL_UNDONE',
                'RE_REGISTRATION_UNDONE',
              ),
              reason,
            },
          }
        : null
    },
  },
  {
    name: 'lets a reserve move up',
    weight: 3,
    plan(office, choose) {
      const row = choose.one(
        applicants(office, "id IN (SELECT applicant_id FROM selection_decision WHERE decision = 'reserve')"),
      )
      return row ? { operation: 'registration.promote', input: { applicantId: row.id, repeatReason: reason } } : null
    },
  },
  {
    name: 'takes a registration into its class',
    weight: 2,
    plan: (office, choose) =>
      ofRegistration(office, choose, id => {
        const cohort = choose.one(openCohorts(office).filter(row => row.trade === 'TR'))
        return cohort
          ? { operation: 'registration.enrol', input: { id, code: cohort.code, repeatReason: choose.of(reason, null) } }
          : null
      }),
  },
]
