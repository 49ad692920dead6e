import { clockKinds } from '../../../shared/features/cohort/day-clock.ts'
import type { TimetableDay } from '../../../shared/features/cohort/timetable-contract.ts'
import { timeRange } from '../../../shared/kernel/time.ts'
import { pausesOf } from './timetable-lines.ts'
import { clockWords } from './timetable-words.ts'

/** The times of each kind of day that the class has, pauses by name: a day is too narrow for them. */
export function ClockLegend({ days }: { days: readonly TimetableDay[] }) {
  return clockKinds.map(kind => {
    const ofKind = days.filter(day => day.clockKind === kind)
    const day = ofKind.toSorted((a, b) => b.hours - a.hours)[0]
    const [first, last] = [day?.clock[0], day?.clock.at(-1)]
    if (!day || !first || !last) return null
    const pauses = pausesOf(day).map(pause => `${pause.name} ${timeRange(pause.start, pause.end)}`)
    return (
      <p key={kind}>
        <b>{clockWords[kind]}</b> {[timeRange(first.start, last.end), ...pauses].join(' · ')}
      </p>
    )
  })
}
