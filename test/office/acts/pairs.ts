import type { Act, Choose, Step } from '../act.ts'
import { Offence, type Office } from '../office.ts'
import { expectSame, state } from '../tables.ts'
import { stipulationToday } from './bring-selection-on.ts'
import { cohorts, openCohorts } from './classes.ts'
import { lateHoliday, prepare } from './holidays.ts'
import { importInput, people, reason } from './people.ts'

/** An act and its reversal, one right after the other. Afterwards every table must be as before, except history tables. */
type Pair = {
  name: string
  /** Tables that only grow, and counting columns. */
  besides?: readonly string[]
  plan(office: Office, choose: Choose): [there: [string, unknown], back: (answer: unknown) => [string, unknown]] | null
}

const member = (office: Office, choose: Choose, where = '1') =>
  choose.one(office.rows<{ id: number }>(`SELECT id FROM enrolment WHERE ${where} ORDER BY id DESC LIMIT 30`))

const closedScores = 'SELECT cohort_id AS id FROM score_closing WHERE reopened_at IS NULL'

const pairs: Pair[] = [
  {
    name: 'enrol, unenrol',
    plan(office, choose) {
      const closed = new Set(office.rows<{ id: number }>(closedScores).map(row => row.id))
      const cohort = choose.one(openCohorts(office).filter(row => !closed.has(row.id)))
      const person = choose.one(people(office))
      if (!cohort || !person) return null
      const input = { code: cohort.code, traineeIds: [person.id], repeatReason: reason }
      const enrolmentId = () =>
        office.rows<{ id: number }>('SELECT id FROM enrolment WHERE cohort_id = @cohort AND trainee_id = @person', {
          cohort: cohort.id,
          person: person.id,
        })[0]?.id
      return [['cohort.enrol', input], () => ['cohort.unenrol', { enrolmentId: enrolmentId() }]]
    },
  },
  {
    name: 'decide, reopen',
    plan(office, choose) {
      const cohort = choose.one(openCohorts(office))
      const place = { place: 'Ruang Rapat', members: [{ name: 'Endah', role: 'Ketua' }], overrides: [] }
      return cohort
        ? [
            ['graduation.decide', { code: cohort.code, heldOn: office.today, ...place }],
            () => ['graduation.reopen', { code: cohort.code, reason }],
          ]
        : null
    },
  },
  {
    name: 'reopen, close a day',
    besides: ['cohort_day.closed_at', 'cohort_day.closed_by'],
    plan(office, choose) {
      const row = choose.one(
        office.rows<{ code: string; n: number; teacher: number }>(
          `SELECT code, n, (SELECT min(instructor_id) FROM teaching WHERE day_id = cohort_day.id) AS teacher FROM cohort_day JOIN cohort ON cohort.id = cohort_id
           WHERE closed_at IS NOT NULL AND date <= @today AND cancelled_at IS NULL AND teacher IS NOT NULL AND cohort_id NOT IN (SELECT cohort_id FROM panel)
             AND NOT EXISTS (SELECT 1 FROM enrolment WHERE enrolment.cohort_id = cohort_day.cohort_id AND n BETWEEN joined_day AND coalesce(left_after_day, n)
               AND NOT EXISTS (SELECT 1 FROM attendance WHERE enrolment_id = enrolment.id AND day_id = cohort_day.id))
           ORDER BY cohort_day.id DESC LIMIT 20`,
          { today: office.today },
        ),
      )
      return row
        ? [
            ['attendance.reopenDay', { code: row.code, n: row.n, reason }],
            () => ['attendance.closeDay', { code: row.code, n: row.n, instructorId: row.teacher }],
          ]
        : null
    },
  },
  {
    name: 'close, reopen a day',
    plan(office, choose) {
      const row = choose.one(
        office.rows<{ code: string; n: number; teacher: number }>(
          `SELECT code, n, (SELECT min(instructor_id) FROM teaching WHERE day_id = cohort_day.id) AS teacher FROM cohort_day JOIN cohort ON cohort.id = cohort_id
           WHERE closed_at IS NULL AND date <= @today AND cancelled_at IS NULL AND teacher IS NOT NULL AND cohort_id NOT IN (SELECT cohort_id FROM panel)
             AND EXISTS (SELECT 1 FROM attendance WHERE day_id = cohort_day.id) ORDER BY cohort_day.id DESC LIMIT 20`,
          { today: office.today },
        ),
      )
      return row
        ? [
            ['attendance.closeDay', { code: row.code, n: row.n, instructorId: row.teacher }],
            () => ['attendance.reopenDay', { code: row.code, n: row.n, reason }],
          ]
        : null
    },
  },
  {
    name: 'stipulate, reopen',
    plan(office, choose) {
      const row = choose.one(
        office.rows<{ id: number }>(
          'SELECT id FROM registration WHERE id NOT IN (SELECT registration_id FROM stipulation) AND id IN (SELECT registration_id FROM applicant) ORDER BY id DESC LIMIT 4',
        ),
      )
      const stipulation = stipulationToday(office)
      return row && stipulation
        ? [
            ['registration.stipulate', { id: row.id, stipulation }],
            () => ['registration.reopen', { id: row.id, reason }],
          ]
        : null
    },
  },
  {
    name: 'leave, rejoin',
    plan(office, choose) {
      const one = member(office, choose, 'left_kind IS NULL')
      return one
        ? [
            ['cohort.leave', { enrolmentId: one.id, afterDay: 15 - choose.number(4), kind: 'withdrawn', reason }],
            () => ['cohort.rejoin', { enrolmentId: one.id, reason }],
          ]
        : null
    },
  },
  {
    name: 'freeze, thaw',
    besides: ['trainee_freeze'],
    plan(office, choose) {
      const person = choose.one(people(office))
      return person
        ? [
            ['rights.freeze', { id: person.id, requestedOn: office.today, reason }],
            () => ['rights.thaw', { id: person.id, reason }],
          ]
        : null
    },
  },
  {
    name: 'import, take back',
    besides: ['import', 'import_row', 'import_column'],
    plan: (office, choose) => [
      ['import.run', importInput(choose, people(office))],
      answer => ['import.undo', { id: (answer as { id: number }).id }],
    ],
  },
  {
    name: 'merge, part',
    plan(office, choose) {
      const all = people(office)
      const [one, other] = [choose.one(all), choose.one(all)]
      if (!one || !other || one.id === other.id) return null
      return [
        ['duplicate.merge', { survivorId: one.id, awayId: other.id, taken: [] }],
        answer => ['duplicate.split', { mergeId: (answer as { mergeId: number }).mergeId }],
      ]
    },
  },
]

async function thereAndBack(office: Office, pair: Pair, calls: NonNullable<ReturnType<Pair['plan']>>): Promise<void> {
  const [[operation, input], back] = calls
  const before = state(office, pair.besides ?? [])
  const outcome = await office.call(operation, input)
  if ('refused' in outcome) return
  const [other, undone] = back(outcome.answer)
  await office.must(other, undone)
  expectSame(before, state(office, pair.besides ?? []), pair.name)
}

// The reason of a skipped day follows the present calendar.
const planHistory = ['schedule_change', 'cohort.plan_version', 'cohort_skip.reason', 'cohort_skip.kind']

/**
 * Days that no longer agree with the calendar or the clock of their class, after a deleted mark, a calendar entry that moved nobody, or a
 * late withdrawal. The next change corrects them, so these classes are left out.
 */
const behindCalendar = `SELECT d.id FROM cohort_day AS d JOIN cohort ON cohort.id = d.cohort_id JOIN day_off AS o ON o.date = d.date
  WHERE cancelled_at IS NULL AND NOT (o.kind = 'joint_leave' AND cohort.joint_leave = 'work')
    AND NOT EXISTS (SELECT 1 FROM held_day WHERE day_id = d.id)
  UNION ALL SELECT id FROM cohort_day WHERE kept_clock IS NOT NULL AND id NOT IN (SELECT day_id FROM held_day)
  UNION ALL SELECT s.cohort_id FROM cohort_skip AS s WHERE s.kind <> 'weekend' AND s.date NOT IN (SELECT date FROM day_off)
    AND NOT EXISTS (SELECT 1 FROM cohort_closure AS c WHERE c.cohort_id = s.cohort_id AND c.date = s.date)
  UNION ALL SELECT id FROM cohort WHERE cancelled_at IS NULL AND wanted_start NOT IN (SELECT date FROM day_off)`

/** Adds a day off and withdraws it before anything else is held. Only without answers, because answers are not undone. */
async function holidayAndBack(office: Office, holiday: ReturnType<typeof lateHoliday>, choose: Choose): Promise<void> {
  if (office.rows(behindCalendar).length > 0) return
  const day = { ...holiday.day, date: holiday.day.date < office.today ? office.today : holiday.day.date }
  const ready = await prepare(office, { ...holiday, day }, choose)
  if (
    !ready ||
    ready.preview.known ||
    ready.preview.refused ||
    ready.preview.blocking > 0 ||
    ready.change.answers.length > 0
  )
    return
  const before = state(office, planHistory)
  await office.must('replan.apply', ready.change)
  const back = { ...ready.change, action: 'withdraw' as const }
  const { blocking } = await office.must<{ blocking: number }>('replan.preview', back)
  if (blocking > 0) throw new Offence('a holiday that was just announced cannot be withdrawn')
  await office.must('replan.apply', back)
  expectSame(before, state(office, planHistory), 'announce, withdraw')
}

export const pairActs: Act[] = [
  ...pairs.map(
    (pair): Act => ({
      name: `there and back: ${pair.name}`,
      weight: 1,
      plan(office, choose): Step | null {
        const calls = pair.plan(office, choose)
        return (
          calls && { words: `${pair.name} ${JSON.stringify(calls[0])}`, run: () => thereAndBack(office, pair, calls) }
        )
      },
    }),
  ),
  {
    name: 'there and back: announce, withdraw',
    weight: 1,
    plan(office, choose) {
      if (cohorts(office).length === 0) return null
      const holiday = lateHoliday(office, choose)
      return {
        words: `announce, withdraw ${JSON.stringify(holiday)}`,
        run: () => holidayAndBack(office, holiday, choose),
      }
    },
  },
]
