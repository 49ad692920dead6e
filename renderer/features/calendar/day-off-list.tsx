import { Box, UnstyledButton } from '@mantine/core'
import type { CalendarDay } from '../../../shared/features/calendar/contract.ts'
import { dayOffKinds, dayOffLabel, formatUncertain } from '../../../shared/features/calendar/day-off.ts'
import { type PlainDate, shortDay } from '../../../shared/kernel/plain-date.ts'
import layout from '../../ui/page/layout.module.css'
import { Panel } from '../../ui/page/panel.tsx'
import styles from './day-off-list.module.css'

interface DayOffListProps {
  days: readonly CalendarDay[]
  today: PlainDate
  /** Decree of the whole year: shown once, not on every day. */
  source: string | null
  onEdit: (day: CalendarDay) => void
}

/** The days off of a year by date, each with its kind and decree. */
export function DayOffList({ days, today, source, onEdit }: DayOffListProps) {
  return (
    <Panel title="Hari libur" extra={formatCount(days)} flush>
      {days.length === 0 ? (
        <Box component="p" p="1rem" c="var(--ink-2)" fz="0.8125rem">
          Belum ada hari libur pada tahun ini.
        </Box>
      ) : (
        <ul className={layout.lines} data-list="hari libur">
          {days.map(day => (
            <li key={day.id}>
              <UnstyledButton className={styles.day} onClick={() => onEdit(day)}>
                <span className={styles.swatch} data-off={day.kind} />
                <span className={layout.oneLine}>{shortDay(day.date)}</span>
                <Box component="span" miw={0}>
                  <Box component="span" display="block" fw={600}>
                    {day.name}
                  </Box>
                  <Box component="span" display="block" className={layout.detail}>
                    {[dayOffLabel(day.kind), formatUncertain(day, today), day.source !== source && day.source]
                      .filter(Boolean)
                      .join(' · ')}
                  </Box>
                </Box>
              </UnstyledButton>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}

/** '17 libur nasional, 10 cuti bersama' */
function formatCount(days: readonly CalendarDay[]): string {
  return dayOffKinds
    .map(kind => ({ kind, count: days.filter(day => day.kind === kind).length }))
    .filter(({ count }) => count > 0)
    .map(({ kind, count }) => `${count} ${dayOffLabel(kind).toLowerCase()}`)
    .join(', ')
}
