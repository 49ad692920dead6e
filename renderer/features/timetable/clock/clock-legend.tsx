import type { TimetableDay } from '../../../../shared/features/timetable/contract.ts'
import { timeRange } from '../../../../shared/kernel/time.ts'
import { formatClock } from '../timetable-labels.ts'
import { pausesOf } from '../timetable-lines.ts'

/** The times of each kind of day in the class, with names of breaks, for which a day is too narrow. */
export function ClockLegend({ days }: { days: readonly TimetableDay[] }) {
  // A Friday in the fasting month is still a Friday, but with shorter hours, so the first hour is part of the key.
  const kinds = Map.groupBy(days, ({ clockKind, clock }) => `${clockKind} ${clock[0]?.start}–${clock[0]?.end}`)
  return [...kinds].map(([key, ofKind]) => {
    const day = ofKind.toSorted((a, b) => b.hours - a.hours)[0]
    const [first, last] = [day?.clock[0], day?.clock.at(-1)]
    if (!day || !first || !last) return null
    const alone = days.every(one => one.clockKind !== day.clockKind || ofKind.includes(one))
    const pauses = pausesOf(day).map(pause => `${pause.name} ${timeRange(pause.start, pause.end)}`)
    return (
      <p key={key}>
        <b>
          {formatClock[day.clockKind]}
          {!alone && ` hari ke-${ofKind.map(one => one.n).join(', ')}`}
        </b>{' '}
        {[timeRange(first.start, last.end), ...pauses].join(' · ')}
      </p>
    )
  })
}
