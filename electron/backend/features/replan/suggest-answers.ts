import type { DayOffChange, ReplanAnswer, SuggestedAnswer } from '../../../../shared/features/replan/day-off-change.ts'
import { type PlainDate, shortDay } from '../../../../shared/kernel/plain-date.ts'
import { type Clash, movedDays } from './replan-bookings.ts'
import { replanCohort } from './replan-cohorts.ts'
import type { ReplanCohort, ReplanContext, ReplanDay } from './replan-context-store.ts'

export type ReplanCase = { context: ReplanContext; change: DayOffChange; today: PlainDate }

/** Longest pause of a class in days; beyond that it must be cancelled or planned again. */
const mostPauses = 40

/** The other classes pause, if none of their later days is held. */
export function pauseOthers(given: ReplanCase, clashes: readonly Clash[]): SuggestedAnswer[] {
  return [...Map.groupBy(clashes, clash => clash.other.cohort)].flatMap(([cohort, rows]) => {
    const [first] = rows.map(row => row.date).toSorted()
    if (first === undefined) return []
    const begun = cohort.days.some(day => day.held && day.date >= first)
    return begun ? [] : suggestPause(given, cohort, [...new Set(rows.map(row => row.date))].toSorted())
  })
}

/** The class itself pauses until there is no conflict. */
export function pauseUntilFree(
  given: ReplanCase,
  cohort: ReplanCohort,
  busyDates: (days: readonly ReplanDay[]) => PlainDate[],
): SuggestedAnswer[] {
  const dates = new Set<PlainDate>()
  while (dates.size <= mostPauses) {
    const busy = busyDates(movedDays(cohort, paused(given, cohort, [...dates]))).filter(date => !dates.has(date))
    if (busy.length === 0) return dates.size === 0 ? [] : suggestPause(given, cohort, [...dates].toSorted())
    for (const date of busy) dates.add(date)
  }
  return []
}

function suggestPause(given: ReplanCase, cohort: ReplanCohort, dates: PlainDate[]): SuggestedAnswer[] {
  if (dates.length > mostPauses) return []
  const { end } = paused(given, cohort, dates)
  const label = `Undur ${cohort.title} ${dates.length} hari, selesai ${shortDay(end)}`
  return [{ label, answer: { kind: 'pause', cohort: cohort.code, dates } }]
}

/** The plan of a class with these additional pauses. */
function paused({ context, change, today }: ReplanCase, cohort: ReplanCohort, dates: PlainDate[]) {
  const pause: ReplanAnswer = { kind: 'pause', cohort: cohort.code, dates }
  return replanCohort(context, { ...change, answers: [...change.answers, pause] }, cohort, today)
}
