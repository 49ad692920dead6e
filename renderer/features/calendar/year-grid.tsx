import { Box } from '@mantine/core'
import { type KeyboardEvent, useRef, useState } from 'react'
import type { CalendarDay, CalendarYear } from '../../../shared/features/calendar/contract.ts'
import { dayOffKinds, dayOffLabel } from '../../../shared/features/calendar/day-off.ts'
import { addDays, monthName, type PlainDate, plainDate, yearOf } from '../../../shared/kernel/plain-date.ts'
import layout from '../../ui/page/layout.module.css'
import { MonthGrid } from './month-grid.tsx'
import styles from './year-grid.module.css'

interface YearGridProps {
  year: CalendarYear
  today: PlainDate
  /** Enter or a click on a day. */
  onOpen: (date: PlainDate) => void
}

const months = Array.from({ length: 12 }, (_, index) => index + 1)

/** Twelve small months: days off hatched by kind, days with classes underlined. One Tab stop; arrows move by day and week. */
export function YearGrid({ year, today, onOpen }: YearGridProps) {
  const first = plainDate(year.year, 1, 1)
  const [focused, setFocused] = useState<PlainDate>(yearOf(today) === year.year ? today : first)
  const root = useRef<HTMLDivElement>(null)
  const daysOff = new Map<PlainDate, CalendarDay>(year.days.map(day => [day.date, day]))
  const classes = classesByDate(year)

  function step(event: KeyboardEvent) {
    const by = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7, PageUp: -28, PageDown: 28 }[event.key]
    if (by === undefined) return
    event.preventDefault()
    const to = addDays(focused, by)
    if (yearOf(to) !== year.year) return
    setFocused(to)
    root.current?.querySelector<HTMLElement>(`[data-date="${to}"]`)?.focus()
  }

  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the arrows move between the day buttons inside */}
      <div ref={root} className={styles.year} onKeyDown={step}>
        {months.map(month => (
          <MonthGrid
            key={month}
            year={year.year}
            month={month}
            title={monthName(month)}
            daysOff={daysOff}
            classes={classes}
            today={today}
            focused={focused}
            onOpen={date => {
              setFocused(date)
              onOpen(date)
            }}
          />
        ))}
      </div>
      <Box
        component="ul"
        className={layout.legend}
        pt="0.625rem"
        mt="0.75rem"
        style={{ borderTop: '1px solid var(--line-row)' }}
        aria-label="Keterangan"
      >
        {dayOffKinds.map(kind => (
          <li key={kind}>
            <span className={styles.swatch} data-off={kind} /> {dayOffLabel(kind)}
          </li>
        ))}
        <li>
          <span className={styles.swatch} data-uncertain /> Dapat bergeser sehari
        </li>
        <li>
          <span className={styles.swatch} data-class /> Ada kelas
        </li>
      </Box>
    </>
  )
}

function classesByDate(year: CalendarYear): Map<PlainDate, string[]> {
  const classes = new Map<PlainDate, string[]>()
  for (const { title, dates } of year.cohorts) {
    for (const date of dates) classes.set(date, [...(classes.get(date) ?? []), title])
  }
  return classes
}
