import { seesMoney } from '../../../../shared/features/access/access-matrix.ts'
import { fundingSources, isIncentive } from '../../../../shared/features/activity/funding-source.ts'
import type { CohortStatus } from '../../../../shared/features/cohort/contract.ts'
import { statusToday } from '../../../../shared/features/cohort/status-today.ts'
import { whyOff } from '../../../../shared/features/cohort/working-days.ts'
import type { BudgetNote, HomeOverview } from '../../../../shared/features/home/contract.ts'
import { addDays, weekdayOf, yearOf } from '../../../../shared/kernel/plain-date.ts'
import type { ReadDatabase } from '../../database/connection.ts'
import type { QueryScope } from '../../scope.ts'
import { ownCodesOf } from '../access/own-class-store.ts'
import { sumsOfYear } from '../activity/activity-store.ts'
import { requiredKinds } from '../centre/centre-store.ts'
import { daysOfCohorts } from '../cohort/cohort-day-store.ts'
import { statusOf, undecidedCohorts } from '../cohort/cohort-store.ts'
import { workCalendar } from '../cohort/plan-cohort.ts'
import { listInstructors } from '../instructor/instructor-store.ts'
import { expiringCredentials } from './expiring-credentials.ts'
import { classesBetween, countCohorts, nextMeeting } from './home-store.ts'
import { readOpenTasks } from './read-open-tasks.ts'

/** The home page of this person: counts, eight weeks of classes, waiting tasks, and notes about credentials and money. */
export function readOverview(scope: QueryScope): HomeOverview {
  const { db, today, operator } = scope
  const undecided = undecidedCohorts(db)
  const days = daysOfCohorts(
    db,
    undecided.map(cohort => cohort.id),
  )
  const classes = undecided.map(cohort => ({ cohort, days: days.get(cohort.id) ?? [] }))
  // Counted as the list of classes shows them to this person, because the counts lead there.
  const ownCodes = ownCodesOf(db, operator, 'cohort.see')
  const states = classes
    .filter(({ cohort }) => ownCodes === null || ownCodes.includes(cohort.code))
    .map(({ cohort, days }) => statusToday({ status: statusOf(cohort, days), start: days[0]?.date ?? today }, today))
  const inState = (state: CohortStatus) => states.filter(one => one === state).length
  const calendar = workCalendar(db, today, { week: 6, jointLeave: 'off' })
  const monday = addDays(today, 1 - weekdayOf(today))
  const crossing = classes.filter(({ days }) => {
    const [start, end] = [days[0]?.date ?? today, days.at(-1)?.date ?? today]
    return start <= today && end > today && yearOf(end) > yearOf(today)
  })
  return {
    today,
    dayOff: whyOff(today, calendar)?.reason ?? null,
    nextCohortDay: nextMeeting(db, today),
    counts: {
      cohorts: countCohorts(db),
      running: inState('running'),
      waitingPanel: inState('finished'),
      planned: inState('planned'),
    },
    weeks: {
      days: Array.from({ length: weeksShown * 7 }, (_, offset) => {
        const date = addDays(monday, offset)
        const off = calendar.daysOff.find(day => day.date === date)
        return { date, off: off ? { kind: off.kind, name: off.name } : null }
      }),
      classes: classesBetween(db, monday, addDays(monday, weeksShown * 7 - 1)),
    },
    openTasks: readOpenTasks(scope, classes),
    expiring: expiringCredentials(listInstructors(db, today, today), requiredKinds(db), today),
    budget: budgetNote(
      db,
      yearOf(today),
      seesMoney(operator),
      crossing.map(({ cohort }) => cohort.title),
    ),
  }
}

const weeksShown = 8

function budgetNote(db: ReadDatabase, year: number, withMoney: boolean, crossing: string[]): BudgetNote | null {
  const sums = sumsOfYear(db, year, fundingSources.filter(isIncentive))
  const money = withMoney && sums.budget > 0 ? { name: 'Insentif Fiskal', ...sums } : null
  return crossing.length === 0 && money === null ? null : { year, crossing, money }
}
