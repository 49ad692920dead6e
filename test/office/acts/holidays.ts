import type { DayOffChange, DayOffPreview, ReplanAnswer } from '../../../shared/features/replan/day-off-change.ts'
import { addDays, type PlainDate } from '../../../shared/kernel/plain-date.ts'
import type { Act, Choose } from '../act.ts'
import { Offence, type Office } from '../office.ts'
import { openCohorts } from './classes.ts'

export type Change = Omit<DayOffChange, 'answers'> & { answers: ReplanAnswer[] }

/** Combines answers in the same way as the page. */
function together(answers: readonly ReplanAnswer[], given: ReplanAnswer): ReplanAnswer[] {
  const subject = (one: ReplanAnswer) => [one.kind, one.cohort, 'instructorId' in one ? one.instructorId : ''].join()
  const before = answers.find(one => subject(one) === subject(given))
  const merged =
    given.kind === 'pause' && before?.kind === 'pause'
      ? { ...given, dates: [...new Set([...before.dates, ...given.dates])].sort() }
      : given
  return [...answers.filter(one => subject(one) !== subject(given)), merged]
}

/** Gets the preview of a change and accepts the offered answers. Null if there is nothing to withdraw. */
export async function prepare(office: Office, draft: Omit<Change, 'answers'>, choose: Choose) {
  let change: Change = { ...draft, answers: [] }
  const first = await office.call<DayOffPreview>('replan.preview', change)
  if ('refused' in first) return null
  let preview = first.answer
  for (let round = 0; round < 8; round += 1) {
    const problem = preview.affected
      .flatMap(row => row.problems)
      .find(row => row.blocking && row.suggestions.length > 0)
    const offered = problem && choose.one(problem.suggestions)?.answer
    if (!offered) break
    change = { ...change, answers: together(change.answers, offered) }
    preview = await office.must<DayOffPreview>('replan.preview', change)
  }
  return { change, preview }
}

const dates = (office: Office) =>
  new Map(
    office
      .rows<{ code: string; dates: string }>(
        `SELECT code, group_concat(date) AS dates FROM (SELECT code, date FROM cohort_day JOIN cohort ON cohort.id = cohort_id ORDER BY code, n)
         GROUP BY code`,
      )
      .map(row => [row.code, row.dates]),
  )

/** Previews, then applies: if nothing blocks, it must succeed with exactly the dates of the preview, else nothing may change. */
async function change(office: Office, draft: Omit<Change, 'answers'>, choose: Choose): Promise<void> {
  const ready = await prepare(office, draft, choose)
  if (ready === null) return
  const before = dates(office)
  const { preview } = ready
  if (preview.refused !== null || preview.blocking > 0) {
    const outcome = await office.call('replan.apply', ready.change)
    if ('answer' in outcome) throw new Offence('a blocked change was applied')
  } else await office.must('replan.apply', ready.change)
  const done = preview.refused === null && preview.blocking === 0
  for (const [code, now] of dates(office)) {
    const previewed = done
      ? preview.affected
          .find(row => row.cohort === code)
          ?.after.map(day => day.date)
          .join()
      : undefined
    if (now !== (previewed ?? before.get(code)))
      throw new Offence(`${code} meets on other days than the preview previewed`)
  }
}

export function lateHoliday(office: Office, choose: Choose): Omit<Change, 'answers'> {
  const cohort = choose.chance(3) ? (choose.one(openCohorts(office))?.code ?? null) : null
  const kinds = ['national_holiday', 'joint_leave', 'regional_holiday', 'centre_closure'] as const
  const kind = choose.of(...kinds)
  const day = {
    date: addDays(office.today, choose.number(30) - 1),
    kind: cohort === null ? kind : ('centre_closure' as const),
    name: 'Libur mendadak',
    source: 'SE 1',
    certain: true,
  }
  return { action: 'add', day, cohort }
}

export const holidayActs: Act[] = [
  {
    name: 'announces a late holiday',
    weight: 6,
    plan(office, choose) {
      const holiday = lateHoliday(office, choose)
      return { words: `announce ${JSON.stringify(holiday)}`, run: () => change(office, holiday, choose) }
    },
  },
  {
    name: 'withdraws a holiday',
    weight: 4,
    plan(office, choose) {
      const row = choose.one(
        office.rows<{ date: string; code: string | null }>(
          `SELECT date, NULL AS code FROM day_off WHERE date BETWEEN @from AND @until
           UNION ALL SELECT date, code FROM cohort_closure JOIN cohort ON cohort.id = cohort_id WHERE cancelled_at IS NULL ORDER BY date DESC`,
          { from: addDays(office.today, -5), until: addDays(office.today, 40) },
        ),
      )
      if (!row) return null
      const day = {
        date: row.date as Change['day']['date'],
        kind: 'national_holiday' as const,
        name: 'Dicabut',
        source: 'SE 2',
        certain: true,
      }
      const withdrawal = { action: 'withdraw' as const, day, cohort: row.code }
      return { words: `withdraw ${row.date} ${row.code ?? ''}`, run: () => change(office, withdrawal, choose) }
    },
  },
  {
    name: 'takes a holiday back when it is over',
    weight: 2,
    plan(office, choose) {
      const cohort = choose.one(openCohorts(office).slice(0, 6))
      const date = cohort && nextDay(office, cohort.id)
      if (!cohort || date === undefined || date > latest) return null
      return { words: `take ${date} back when it is over`, run: () => backTooLate(office, cohort.id, date, choose) }
    },
  },
]

const latest: PlainDate = '2027-06-30'

/** The next day of a class that was not held. */
function nextDay(office: Office, cohortId: number): PlainDate | undefined {
  return office.rows<{ date: PlainDate }>(
    `SELECT date FROM cohort_day WHERE cohort_id = @cohortId AND date >= @today AND NOT EXISTS (SELECT 1 FROM held_day WHERE day_id = cohort_day.id)
     ORDER BY n LIMIT 1`,
    { cohortId, today: office.today },
  )[0]?.date
}

/**
 * Withdraws a day off too late: nobody can train on it any more, and the class must keep its reason for skipping it, even when its days
 * move again.
 */
async function backTooLate(office: Office, cohortId: number, date: PlainDate, choose: Choose): Promise<void> {
  const off = (on: PlainDate) => ({
    date: on,
    kind: 'centre_closure' as const,
    name: 'Listrik padam',
    source: '',
    certain: true,
  })
  await change(office, { action: 'add', day: off(date), cohort: null }, choose)
  office.today = addDays(date, 1)
  await change(office, { action: 'withdraw', day: off(date), cohort: null }, choose)
  const again = nextDay(office, cohortId)
  if (again !== undefined) await change(office, { action: 'add', day: off(again), cohort: null }, choose)
}
