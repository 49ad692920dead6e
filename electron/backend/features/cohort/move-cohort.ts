import type { cohortContract } from '../../../../shared/features/cohort/contract.ts'
import type { ReadDatabase } from '../../database/connection.ts'
import { DomainError } from '../../domain-error.ts'
import type { CommandScope, InputOf } from '../../scope.ts'
import { assertOwnBudgetYear } from '../activity/check-budget-year.ts'
import { assertFreeDays, teachersOf } from './check-free-days.ts'
import { assertMayTeach } from './check-teaching.ts'
import { clockOfCohort } from './cohort-clock-store.ts'
import { type DayRecord, daysOfCohort, moveDays, writeSkipped } from './cohort-day-store.ts'
import { type CohortRecord, getCohort, writeWantedStart } from './cohort-store.ts'
import { assertHolidayTables, planFromStart } from './plan-cohort.ts'
import { insertScheduleChange } from './schedule-change-store.ts'
import { timed } from './time-days.ts'

type Request = InputOf<typeof cohortContract, 'move'>

/** Moves a class that has not begun to another first day. @throws DomainError not_found, cohort_begun, and those of its new days */
export function moveCohort({ db, today, record }: CommandScope, { code, start, reason }: Request): void {
  const cohort = getCohort(db, code)
  const days = assertNotBegun(db, cohort)
  const plan = planFromStart(db, { ...cohort, start })
  assertHolidayTables(db, plan)
  assertOwnBudgetYear(db, cohort, plan.start)
  const dated = days.map((day, index) => ({ ...day, date: plan.days[index]?.date ?? day.date }))
  const moved = timed(dated, clockOfCohort(db, cohort), cohort)
  assertFreeDays(db, cohort.id, moved)
  for (const { teacher, days: taught } of teachersOf(moved)) {
    assertMayTeach(db, teacher.id, taught, { trade: cohort.trade, cohortId: cohort.id })
  }
  moveDays(
    db,
    moved.map((day, index) => ({ day, from: days[index]?.date ?? day.date })),
  )
  writeSkipped(db, cohort.id, plan)
  writeWantedStart(db, cohort.id, null)
  const moves = days.flatMap(({ n, date }) => {
    const to = plan.days[n - 1]?.date ?? date
    return to === date ? [] : [{ n, from: date, to }]
  })
  const change = { action: 'move' as const, date: plan.start, name: reason, source: '', decidedOn: today, moves }
  if (moves.length > 0) insertScheduleChange(db, cohort.id, change)
  record('cohort', code, { start: days[0]?.date, end: days.at(-1)?.date }, { start: plan.start, end: plan.end, reason })
}

/** @throws DomainError cohort_cancelled, cohort_has_held_days */
export function assertNotBegun(db: ReadDatabase, cohort: CohortRecord): DayRecord[] {
  if (cohort.cancelled) throw new DomainError({ code: 'cohort_cancelled', cohort: cohort.title })
  const days = daysOfCohort(db, cohort.id)
  const held = days.filter(day => day.held).length
  if (held > 0) throw new DomainError({ code: 'cohort_has_held_days', cohort: cohort.title, days: held })
  return days
}
