import type { DayPlan } from '../../../../shared/features/cohort/cohort.ts'
import type { timetableContract } from '../../../../shared/features/timetable/contract.ts'
import type { FieldConflict } from '../../../../shared/kernel/join-values.ts'
import type { Joined } from '../../../../shared/kernel/seen.ts'
import { DomainError } from '../../domain-error.ts'
import type { CommandScope, InputOf } from '../../scope.ts'
import { assertFreeDays } from '../cohort/check-free-days.ts'
import { assertMayTeach } from '../cohort/check-teaching.ts'
import { clockOfCohort } from '../cohort/cohort-clock-store.ts'
import { type DayRecord, dayNumbered, daysOfCohort, writeHours, writeTeachers } from '../cohort/cohort-day-store.ts'
import { getOpenCohort } from '../cohort/cohort-store.ts'
import { layOverOpenDays, openBlocks, readLaidTimetable, storeTimetable } from '../cohort/lay-timetable.ts'
import { clearSessions } from '../cohort/session-store.ts'
import { timed, writeDayTimes } from '../cohort/time-days.ts'
import { joinList } from '../desk/join-record.ts'

type Request = InputOf<typeof timetableContract, 'updateDays'>

/**
 * Stores hours, topics and instructors of days. Where hours changed, the open days are laid out again.
 * @throws DomainError not_found, cohort_cancelled, day_held, changed_meanwhile, and those of who may teach and of free days
 */
export function updateDays(scope: CommandScope, { code, days: mine, seen, chosen }: Request): Joined {
  const { db, record } = scope
  const cohort = getOpenCohort(db, code)
  const timetable = readLaidTimetable(db, cohort.id)
  const { days } = timetable
  const theirs = days.map(planOf).filter(day => mine.some(plan => plan.n === day.n))
  const history = mine.map(plan => ({ entity: 'cohort_day', id: `${code} ${plan.n}` }))
  const isOwn = ({ row = '' }: FieldConflict) => [{ entity: 'cohort_day', id: `${code} ${row.split('-')[1]}` }]
  const list = { history, isOwn, seen, theirs, mine, chosen }
  const { rows: plans, joined } = joinList(scope, { ...list, nameOf: day => `hari ke-${day.n}` })
  const relaid = plans.some(plan => days.some(day => day.n === plan.n && day.hours !== plan.hours))
  for (const plan of plans) {
    const day = dayNumbered(days, plan.n)
    const { n: _, ...before } = planOf(day)
    const sameTeachers = before.instructorIds.join() === plan.instructorIds.join()
    if (day.held && (plan.hours !== day.hours || !sameTeachers)) throw new DomainError({ code: 'day_held', n: day.n })
    if (!sameTeachers) {
      for (const id of plan.instructorIds) assertMayTeach(db, id, [day], { trade: cohort.trade, cohortId: cohort.id })
      writeTeachers(db, day.id, plan.instructorIds)
    }
    if (plan.hours !== day.hours) clearSessions(db, day.id)
    writeHours(db, day.id, plan)
    record('cohort_day', `${code} ${day.n}`, before, plan)
  }
  if (relaid) {
    const open = daysOfCohort(db, cohort.id).filter(day => !day.held)
    assertFreeDays(db, cohort.id, timed(open, clockOfCohort(db, cohort), cohort))
    writeDayTimes(db, cohort)
    const changed = { ...timetable, days: daysOfCohort(db, cohort.id) }
    storeTimetable(db, changed, layOverOpenDays(changed, openBlocks(timetable)))
  }
  return { joined }
}

/** What people plan of a day. */
export function planOf({ n, hours, topic, instructors }: DayRecord): DayPlan {
  return { n, hours, topic, instructorIds: instructors.map(instructor => instructor.id) }
}
