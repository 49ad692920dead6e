import { Box } from '@mantine/core'
import type { CalendarDay } from '../../../shared/features/calendar/contract.ts'
import { dayOffLabel, formatUncertain } from '../../../shared/features/calendar/day-off.ts'
import {
  dayOf,
  daysFrom,
  daysInMonth,
  fullDate,
  type PlainDate,
  plainDate,
  weekdayOf,
} from '../../../shared/kernel/plain-date.ts'
import styles from './month-grid.module.css'

interface MonthGridProps {
  year: number
  /** 1 is January. */
  month: number
  title: string
  daysOff: ReadonlyMap<PlainDate, CalendarDay>
  /** Titles of the classes that meet, by date. */
  classes: ReadonlyMap<PlainDate, readonly string[]>
  today: PlainDate
  /** The one day that Tab reaches. */
  focused: PlainDate
  onOpen: (date: PlainDate) => void
}

const weekdays = ['Sn', 'Sl', 'Rb', 'Km', 'Jm', 'Sb', 'Mg']

export function MonthGrid(props: MonthGridProps) {
  const { year, month, title, daysOff, classes, today, focused, onOpen } = props
  const first = plainDate(year, month, 1)
  const dates = daysFrom(first, plainDate(year, month, daysInMonth(year, month)))
  return (
    <Box component="section" miw={0} aria-label={`${title} ${year}`}>
      <Box component="h2" mb="0.25rem" fz="0.8125rem" fw={600} lh="1.125rem">
        {title}
      </Box>
      <div className={styles.weekdays} aria-hidden>
        {weekdays.map(weekday => (
          <span key={weekday}>{weekday}</span>
        ))}
      </div>
      <div className={styles.days}>
        {dates.map(date => {
          const off = daysOff.get(date)
          const meeting = classes.get(date) ?? []
          const words = formatDay(off, meeting, today)
          return (
            <button
              key={date}
              type="button"
              className={styles.day}
              style={date === first ? { gridColumnStart: weekdayOf(date) } : undefined}
              data-date={date}
              data-off={off?.kind ?? (weekdayOf(date) > 5 ? 'weekend' : undefined)}
              data-uncertain={(off && formatUncertain(off, today) !== null) || undefined}
              data-today={date === today || undefined}
              data-classes={meeting.length > 0 ? Math.min(meeting.length, 3) : undefined}
              tabIndex={date === focused ? 0 : -1}
              title={words || undefined}
              aria-label={[fullDate(date), words].filter(Boolean).join(', ')}
              onClick={() => onOpen(date)}
            >
              {dayOf(date)}
            </button>
          )
        })}
      </div>
    </Box>
  )
}

function formatDay(off: CalendarDay | undefined, meeting: readonly string[], today: PlainDate): string {
  return [
    off && `${dayOffLabel(off.kind)}: ${off.name}`,
    off && formatUncertain(off, today),
    meeting.length > 0 && `kelas ${meeting.join(', ')}`,
  ]
    .filter(Boolean)
    .join(', ')
}
