import type { ClockRow } from '../../../../../shared/features/cohort/day-clock.ts'
import type { Timetable } from '../../../../../shared/features/timetable/contract.ts'
import type { SessionKind } from '../../../../../shared/features/timetable/timetable.ts'
import { addDays, type PlainDate, weekdayOf } from '../../../../../shared/kernel/plain-date.ts'

export type WeekBlock = { code: string; title: string; kind: SessionKind; hours: number; teachers: string[] }

/** A training day as the timetable of a week shows it. */
export type WeekDay = { n: number; date: PlainDate; blocks: WeekBlock[]; clock: ClockRow[] }

export function weekDaysOf({ days, units }: Timetable): WeekDay[] {
  return days.map(({ n, date, blocks, clock, instructors }) => ({
    n,
    date,
    clock,
    blocks: blocks.map(({ unitId, kind, hours, instructorId }) => {
      const unit = units.find(one => one.id === unitId)
      const own = instructors.filter(teacher => teacher.id === instructorId)
      const teachers = (own.length > 0 ? own : instructors).map(teacher => teacher.name)
      return { code: unit?.code ?? '', title: unit?.title ?? '', kind, hours, teachers }
    }),
  }))
}

/** The days by calendar week, each week from its Monday. */
export function byWeek<Day extends { date: PlainDate }>(days: readonly Day[]): { monday: PlainDate; days: Day[] }[] {
  const weeks = Map.groupBy(days, day => addDays(day.date, 1 - weekdayOf(day.date)))
  return [...weeks].map(([monday, inWeek]) => ({ monday, days: inWeek }))
}

/** One or two letters a name, no two alike: 'Rina Marliana, S.Pd.' → 'R'; two Rinas are 'RM' and 'RK'. */
export function teacherLetters(names: readonly string[]): Map<string, string> {
  const initials = (name: string, count: number) =>
    name
      .replace(/,.*$/, '')
      .split(' ')
      .filter(word => /^\p{L}[\p{L}’']*$/u.test(word))
      .slice(0, count)
      .map(word => word.charAt(0).toUpperCase())
      .join('')
  const letters = new Map<string, string>()
  for (const name of new Set(names)) {
    const taken = new Set(letters.values())
    const tries = [initials(name, 1), initials(name, 2), initials(name, 3)].filter(Boolean)
    const free = tries.find(text => !taken.has(text))
    letters.set(name, free ?? `${tries[0] ?? '?'}${letters.size + 1}`)
  }
  return letters
}
