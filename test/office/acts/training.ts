import { addDays, type PlainDate } from '../../../shared/kernel/plain-date.ts'
import type { Act, Choose } from '../act.ts'
import { Offence, type Office } from '../office.ts'
import { type Cohort, cohorts, instructors, ofCohort, openCohorts, teacherFor } from './classes.ts'
import { reason } from './people.ts'

type Day = { id: number; n: number; date: PlainDate; hours: number; closed: number; missing: number; taught: number }

/** The days of a class, with the number of members without a mark. */
function days(office: Office, cohortId: number): Day[] {
  return office.rows<Day>(
    `SELECT id, n, date, hours, closed_at IS NOT NULL AS closed,
       EXISTS (SELECT 1 FROM teaching WHERE day_id = cohort_day.id) AS taught,
       (SELECT count(*) FROM enrolment WHERE enrolment.cohort_id = cohort_day.cohort_id AND joined_day <= n
          AND n <= coalesce(left_after_day, n)
          AND NOT EXISTS (SELECT 1 FROM attendance WHERE enrolment_id = enrolment.id AND day_id = cohort_day.id)) AS missing
     FROM cohort_day WHERE cohort_id = @cohortId ORDER BY n`,
    { cohortId },
  )
}

/** The instructor in whose name a day can be closed: planned or recorded, else any active one. */
function closer(office: Office, dayId: number): number | undefined {
  const own = office.rows<{ id: number }>(
    `SELECT instructor_id AS id FROM teaching WHERE day_id = @dayId
     UNION SELECT instructor_id FROM taught_lesson WHERE day_id = @dayId ORDER BY 1`,
    { dayId },
  )
  return (own[0] ?? instructors(office)[0])?.id
}

function pastDay(
  office: Office,
  choose: Choose,
  cohort: Cohort,
  where: (day: Day) => boolean = () => true,
): Day | undefined {
  return choose.one(days(office, cohort.id).filter(day => day.date <= office.today && where(day)))
}

/** Holds the next day of a class properly, on its date or today. */
async function holdNext(office: Office, cohort: Cohort): Promise<void> {
  const day = days(office, cohort.id).find(row => row.closed === 0)
  if (!day) return
  if (day.date > office.today) office.today = day.date
  await closeDay(office, cohort, day)
}

async function closeDay(office: Office, { code, id: cohortId }: Cohort, day: Day): Promise<void> {
  if (day.closed === 0) await office.must('attendance.fillDay', { code, n: day.n, exceptions: [] })
  else {
    const lacking = office.rows<{ id: number }>(
      `SELECT id FROM enrolment WHERE cohort_id = @cohortId AND joined_day <= @n AND @n <= coalesce(left_after_day, @n)
         AND NOT EXISTS (SELECT 1 FROM attendance WHERE enrolment_id = enrolment.id AND day_id = @dayId)`,
      { cohortId, n: day.n, dayId: day.id },
    )
    if (lacking.length === 0) return
    const marks = lacking.map(row => ({ enrolmentId: row.id, n: day.n, mark: 'H', arrivedAt: null, note: '' }))
    await office.must('attendance.mark', { code, marks, reason })
    return
  }
  await office.must('attendance.closeDay', { code, n: day.n, instructorId: closer(office, day.id) })
}

async function scoreAll(office: Office, { code, id }: Cohort, choose: Choose): Promise<void> {
  if (office.rows('SELECT 1 FROM score_closing WHERE cohort_id = @id', { id }).length > 0)
    await office.call('score.reopen', { code, reason })
  const units = office.rows<{ id: number }>('SELECT id FROM cohort_unit WHERE cohort_id = @id', { id })
  const members = office.rows<{ id: number }>('SELECT id FROM enrolment WHERE cohort_id = @id AND left_kind IS NULL', {
    id,
  })
  if (members.length === 0) return
  const entries = members.map(member => ({
    enrolmentId: member.id,
    theory: choose.of(8000, 7000, 6999, 4500),
    practice: choose.of(8200, 7000, 6999),
    units: units.map(unit => ({ unitId: unit.id, result: choose.chance(30) ? 'BK' : 'K' })),
  }))
  await office.must('score.save', { code, entries })
}

async function closeScores(office: Office, cohort: Cohort, choose: Choose): Promise<void> {
  await scoreAll(office, cohort, choose)
  const stays = office.rows('SELECT 1 FROM enrolment WHERE cohort_id = @id AND left_kind IS NULL', { id: cohort.id })
  if (stays.length > 0) await office.must('score.close', { code: cohort.code })
}

const place = { place: 'Ruang Rapat', members: [{ name: 'Endah, S.E.', role: 'Ketua' }], overrides: [] }

/** A class with people must reach its panel, whatever was done to it before. */
async function finish(office: Office, cohort: Cohort, choose: Choose): Promise<void> {
  if (cohort.last > office.today) office.today = cohort.last
  for (const day of days(office, cohort.id)) await closeDay(office, cohort, day)
  await scoreAll(office, cohort, choose)
  await office.must('graduation.decide', { code: cohort.code, heldOn: office.today, ...place })
}

const latest: PlainDate = '2027-06-30'

export const trainingActs: Act[] = [
  {
    name: 'holds the next day of a class',
    weight: 12,
    plan: (office, choose) =>
      ofCohort(office, choose, cohort =>
        cohort.last > latest
          ? null
          : { words: `hold the next day of ${cohort.code}`, run: () => holdNext(office, cohort) },
      ),
  },
  {
    name: 'brings a class to its panel',
    weight: 7,
    plan(office, choose) {
      const cohort = choose.one(
        openCohorts(office).filter(
          row => row.people > 0 && row.last <= latest && row.last <= addDays(office.today, 25),
        ),
      )
      return cohort ? { words: `bring ${cohort.code} to its panel`, run: () => finish(office, cohort, choose) } : null
    },
  },
  {
    name: 'fills a day',
    weight: 5,
    plan: (office, choose) =>
      ofCohort(office, choose, cohort => {
        const day = pastDay(office, choose, cohort)
        const member = choose.one(
          office.rows<{ id: number }>('SELECT id FROM enrolment WHERE cohort_id = @id ORDER BY id', { id: cohort.id }),
        )
        const exceptions = member
          ? [{ enrolmentId: member.id, mark: choose.of('S', 'I', 'A', 'T', 'H'), arrivedAt: null, note: '' }]
          : []
        return day ? { operation: 'attendance.fillDay', input: { code: cohort.code, n: day.n, exceptions } } : null
      }),
  },
  {
    name: 'changes a mark',
    weight: 3,
    plan: (office, choose) =>
      ofCohort(office, choose, cohort => {
        const day = pastDay(office, choose, cohort)
        const member = choose.one(
          office.rows<{ id: number }>('SELECT id FROM enrolment WHERE cohort_id = @id ORDER BY id', { id: cohort.id }),
        )
        if (!day || !member) return null
        const mark = {
          enrolmentId: member.id,
          n: day.n,
          mark: choose.of('S', 'A', 'H', null),
          arrivedAt: null,
          note: '',
        }
        return {
          operation: 'attendance.mark',
          input: { code: cohort.code, marks: [mark], reason: choose.of(reason, null) },
        }
      }),
  },
  {
    name: 'closes a day',
    weight: 3,
    plan: (office, choose) =>
      ofCohort(office, choose, cohort => {
        const day = pastDay(office, choose, cohort, row => row.closed === 0)
        const instructorId = day && closer(office, day.id)
        if (!day || instructorId === undefined) return null
        const ready = day.missing === 0 ? { must: true as const } : {}
        return { operation: 'attendance.closeDay', input: { code: cohort.code, n: day.n, instructorId }, ...ready }
      }),
  },
  {
    name: 'opens a day again',
    weight: 2,
    plan: (office, choose) =>
      ofCohort(office, choose, cohort => {
        const day = pastDay(office, choose, cohort, row => row.closed === 1)
        return day
          ? { operation: 'attendance.reopenDay', input: { code: cohort.code, n: day.n, reason }, must: true }
          : null
      }),
  },
  {
    name: 'writes down what was taught',
    weight: 4,
    plan(office, choose) {
      const cohort = choose.one(cohorts(office).slice(0, 8))
      const day = cohort && pastDay(office, choose, cohort)
      if (!cohort || !day) return null
      const planned = closer(office, day.id)
      const instructorId = choose.chance(3) ? teacherFor(office, choose, cohort.trade, day.date) : planned
      if (instructorId === undefined) return null
      const lesson = {
        instructorId,
        unitId: null,
        kind: 'theory',
        firstHour: 1 + choose.number(2),
        hours: 1 + choose.number(2),
        note: 'Pembukaan',
      }
      return {
        operation: 'teaching.record',
        input: {
          code: cohort.code,
          n: day.n,
          lessons: [lesson],
          reason: choose.of(reason, null),
        },
      }
    },
  },
  {
    name: 'closes what was taught',
    weight: 2,
    plan: (office, choose) =>
      ofCohort(office, choose, cohort => {
        const day = pastDay(office, choose, cohort, row => row.taught === 1)
        return day ? { operation: 'teaching.closeDays', input: { code: cohort.code, days: [day.n] } } : null
      }),
  },
  {
    name: 'scores a class',
    weight: 2,
    plan: (office, choose) =>
      ofCohort(office, choose, cohort => ({
        words: `score ${cohort.code}`,
        run: () => scoreAll(office, cohort, choose),
      })),
  },
  {
    name: 'closes or opens scores',
    weight: 1,
    plan: (office, choose) =>
      ofCohort(office, choose, ({ code }) =>
        choose.chance(2)
          ? { operation: 'score.reopen', input: { code, reason } }
          : { operation: 'score.close', input: { code } },
      ),
  },
  {
    name: 'scores a class to its end',
    weight: 2,
    plan: (office, choose) =>
      ofCohort(office, choose, cohort => ({
        words: `score ${cohort.code} and close its scores`,
        run: () => closeScores(office, cohort, choose),
      })),
  },
  {
    name: 'takes the rules of today over',
    weight: 1,
    plan: (office, choose) =>
      ofCohort(office, choose, ({ code }) => ({ operation: 'score.takeRules', input: { code } })),
  },
  {
    name: 'fills many days',
    weight: 2,
    plan: (office, choose) =>
      ofCohort(office, choose, ({ id, code }) => {
        const open = days(office, id).filter(day => day.date <= office.today && day.closed === 0 && day.missing > 0)
        const numbers = choose.some(open, 4).map(day => day.n)
        return numbers.length > 0
          ? { operation: 'attendance.fillDays', input: { code, days: [...new Set(numbers)] }, must: true }
          : null
      }),
  },
  {
    name: 'asks the panel',
    weight: 2,
    plan(office, choose) {
      const over = openCohorts(office).filter(row => row.last <= office.today)
      const cohort = choose.one(over.length > 0 ? over : openCohorts(office))
      return cohort
        ? { operation: 'graduation.decide', input: { code: cohort.code, heldOn: office.today, ...place } }
        : null
    },
  },
  {
    name: 'opens a panel again',
    weight: 1,
    plan(office, choose) {
      const cohort = choose.one(cohorts(office).filter(row => row.decided === 1))
      return cohort ? { operation: 'graduation.reopen', input: { code: cohort.code, reason } } : null
    },
  },
  {
    name: 'asks what a decided class still lacks',
    weight: 1,
    plan: (office, choose) =>
      ofCohort(office, choose, ({ code }) => ({
        words: `look at ${code}`,
        async run() {
          await office.must('cohort.get', { code })
          const { missing } = await office.must<{ missing: unknown[] }>('graduation.get', { code })
          if (!Array.isArray(missing)) throw new Offence('graduation.get says nothing')
        },
      })),
  },
]
