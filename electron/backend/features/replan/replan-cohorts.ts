import type { DayOffDraft } from '../../../../shared/features/calendar/day-off.ts'
import { whyOff } from '../../../../shared/features/cohort/working-days.ts'
import type { DayOffChange } from '../../../../shared/features/replan/day-off-change.ts'
import { type Replan, replanDays } from '../../../../shared/features/replan/replan.ts'
import type { PlainDate } from '../../../../shared/kernel/plain-date.ts'
import type { ReplanCohort, ReplanContext } from './replan-context-store.ts'

export type CohortReplan = { cohort: ReplanCohort; replan: Replan }

export type CohortReplans = {
  affected: CohortReplan[]
  kept: { cohort: ReplanCohort; n: number }[]
  unaffected: ReplanCohort[]
}

/**
 * Effect of the change on each class. A class is planned again only if it has a day on that date, skipped a date that is withdrawn, or an answer
 * pauses it. Withdrawing a past day moves no class.
 */
export function replanCohorts(context: ReplanContext, change: DayOffChange, today: PlainDate): CohortReplans {
  const { date } = change.day
  const result: CohortReplans = { affected: [], kept: [], unaffected: [] }
  for (const cohort of context.cohorts) {
    const paused = pausesOf(change, cohort.code).some(day => cohort.days.some(row => row.date === day && !row.held))
    if (!paused && !reaches(change, cohort)) continue
    const met = cohort.days.find(day => day.date === date)
    const off = reaches(change, cohort) && whyOff(date, calendarOf(context, change, cohort)) !== null
    if (change.action === 'add' && met?.held && off) {
      result.kept.push({ cohort, n: met.n })
      if (!paused) continue
    }
    const concerned =
      change.action === 'add' ? met !== undefined && off : reaches(change, cohort) && stepsOver(cohort, date, today)
    const replan = concerned || paused ? replanCohort(context, change, cohort, today) : null
    if (replan && (replan.moved.length > 0 || replan.stuck.length > 0)) result.affected.push({ cohort, replan })
    else if ((cohort.days.at(-1)?.date ?? '') >= today) result.unaffected.push(cohort)
  }
  return result
}

/** The days of a class after the change. */
export function replanCohort(
  context: ReplanContext,
  change: DayOffChange,
  cohort: ReplanCohort,
  today: PlainDate,
): Replan {
  const { days, wantedStart, skipped } = cohort
  return replanDays({ days, calendar: calendarOf(context, change, cohort), wantedStart, skipped, notBefore: today })
}

/** Dates on which only this class pauses, from answers. */
export function pausesOf({ answers }: Pick<DayOffChange, 'answers'>, code: string): PlainDate[] {
  return answers.flatMap(answer => (answer.kind === 'pause' && answer.cohort === code ? answer.dates : []))
}

/** Why a class pauses for another one, as shown in its schedule. */
export function pauseOf({ day }: DayOffChange, date: PlainDate): DayOffDraft {
  return { date, kind: 'centre_closure', name: `Diundur: ${day.name}`.slice(0, 120), source: day.source, certain: true }
}

function reaches(change: DayOffChange, cohort: ReplanCohort): boolean {
  return change.cohort === null || change.cohort === cohort.code
}

function stepsOver(cohort: ReplanCohort, date: PlainDate, today: PlainDate): boolean {
  const first = cohort.days[0]?.date ?? date
  const start = cohort.wantedStart !== null && cohort.wantedStart < first ? cohort.wantedStart : first
  return date >= today && start <= date && date <= (cohort.days.at(-1)?.date ?? date)
}

/** The calendar of a class after the change. */
function calendarOf(context: ReplanContext, change: DayOffChange, cohort: ReplanCohort) {
  const { action, day } = change
  const closures = context.closures.get(cohort.id) ?? []
  const gone = (scope: 'centre' | 'class') =>
    action === 'withdraw' && reaches(change, cohort) && (change.cohort === null) === (scope === 'centre')
      ? day.date
      : null
  const known = context.daysOff.some(off => off.date === day.date)
  return {
    week: cohort.week,
    jointLeave: cohort.jointLeave,
    daysOff: [
      ...context.daysOff.filter(off => off.date !== gone('centre')),
      ...closures.filter(off => off.date !== gone('class')),
      // An existing day off keeps its kind and name; the change only makes the classes follow it.
      ...(action === 'add' && reaches(change, cohort) && !(change.cohort === null && known) ? [day] : []),
      ...pausesOf(change, cohort.code).map(date => pauseOf(change, date)),
    ],
  }
}
