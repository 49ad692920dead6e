import { Box } from '@mantine/core'
import type { HomeOverview } from '../../../shared/features/home/contract.ts'
import { fullDate, shortWeekday, weekdayName } from '../../../shared/kernel/date-format.ts'
import { dayOf, type PlainDate } from '../../../shared/kernel/plain-date.ts'
import layout from '../../ui/page/layout.module.css'
import { Panel } from '../../ui/page/panel.tsx'
import styles from './week-panel.module.css'

interface WeekPanelProps {
  week: HomeOverview['week']
  today: PlainDate
}

/** The days of this week: how many classes meet, and which days are off. */
export function WeekPanel({ week, today }: WeekPanelProps) {
  const off = week.filter(day => day.off && day.off.kind !== 'weekend')
  const facts = off.map(day => `${weekdayName(day.date)} libur`).join(', ')
  return (
    <Panel title="Minggu ini" extra={facts} flush>
      <ol className={styles.week} aria-label="Hari-hari minggu ini">
        {week.map(day => (
          <li
            key={day.date}
            className={styles.day}
            data-off={day.off?.kind}
            data-today={day.date === today || undefined}
            title={day.off?.name}
          >
            <span className={layout.unseen}>
              {fullDate(day.date)}: {day.off ? `libur, ${day.off.name}` : `${day.classes} kelas`}
            </span>
            <span className={styles.face} aria-hidden>
              <span>{shortWeekday(day.date)}</span>
              <Box component="b" fz="1rem" fw={600} lh="1.25rem">
                {dayOf(day.date)}
              </Box>
              <span>{day.off ? 'Libur' : `${day.classes} kelas`}</span>
            </span>
          </li>
        ))}
      </ol>
    </Panel>
  )
}
