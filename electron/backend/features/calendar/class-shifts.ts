import type { DayOffChange } from '../../../../shared/features/calendar/day-off-change.ts'
import { type Replan, replanDays } from '../../../../shared/features/calendar/replan.ts'
import { whyOff } from '../../../../shared/features/cohort/working-days.ts'
import type { PlainDate } from '../../../../shared/kernel/plain-date.ts'
import type { ShiftClass, ShiftWorld } from './shift-world.ts'

export type ClassShift = { cohort: ShiftClass; replan: Replan }

export type ClassShifts = {
  affected: ClassShift[]
  kept: { cohort: ShiftClass; n: number }[]
  unaffected: ShiftClass[]
}

/**
 * What the change does to each class. A class is touched only by a change that concerns its days: one that it would meet on, or a
 * withdrawn one that its days stepped over. A withdrawal of a day that is past moves nobody: no class can go back to it.
 */
export function shiftClasses(world: ShiftWorld, change: DayOffChange, today: PlainDate): ClassShifts {
  const { date } = change.day
  const result: ClassShifts = { affected: [], kept: [], unaffected: [] }
  for (const cohort of world.classes) {
    if (change.cohort !== null && change.cohort !== cohort.code) continue
    const met = cohort.days.find(day => day.date === date)
    const calendar = calendarOf(world, change, cohort)
    if (change.act === 'add' && met?.held && whyOff(date, calendar)) {
      result.kept.push({ cohort, n: met.n })
      continue
    }
    const concerned =
      change.act === 'add' ? met !== undefined && whyOff(date, calendar) !== null : stepsOver(cohort, date, today)
    const replan = concerned
      ? replanDays({ days: cohort.days, calendar, wantedStart: cohort.wantedStart, skipped: cohort.skipped })
      : null
    if (replan && (replan.moved.length > 0 || replan.stuck.length > 0)) result.affected.push({ cohort, replan })
    else if ((cohort.days.at(-1)?.date ?? '') >= today) result.unaffected.push(cohort)
  }
  return result
}

function stepsOver(cohort: ShiftClass, date: PlainDate, today: PlainDate): boolean {
  const first = cohort.days[0]?.date ?? date
  const start = cohort.wantedStart !== null && cohort.wantedStart < first ? cohort.wantedStart : first
  return date >= today && start <= date && date <= (cohort.days.at(-1)?.date ?? date)
}

/** The calendar of one class as it is after the change. */
function calendarOf(world: ShiftWorld, { act, day, cohort }: DayOffChange, { id, week, jointLeave }: ShiftClass) {
  const closures = world.closures.get(id) ?? []
  const gone = (scope: 'centre' | 'class') =>
    act === 'withdraw' && (cohort === null) === (scope === 'centre') ? day.date : null
  const known = world.daysOff.some(off => off.date === day.date)
  return {
    week,
    jointLeave,
    daysOff: [
      ...world.daysOff.filter(off => off.date !== gone('centre')),
      ...closures.filter(off => off.date !== gone('class')),
      // A day that the calendar has already keeps its own kind and name; the change only lets the classes follow it.
      ...(act === 'add' && !(cohort === null && known) ? [day] : []),
    ],
  }
}
