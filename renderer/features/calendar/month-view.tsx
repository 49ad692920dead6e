import { Box, Flex, UnstyledButton, VisuallyHidden } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import type { CalendarDay, CalendarYear } from '../../../shared/features/calendar/contract.ts'
import { dayOffLabel, formatUncertain } from '../../../shared/features/calendar/day-off.ts'
import { dayOf, fullDate, monthName, monthOf, type PlainDate, weekdayOf } from '../../../shared/kernel/plain-date.ts'
import { cohortPath } from '../../app/cohort-path.ts'
import { type Action, useActions } from '../../ui/action/action.ts'
import { ActionButton } from '../../ui/action/action-button.tsx'
import { Panel } from '../../ui/page/panel.tsx'
import { PathLink } from '../../ui/page/path-link.tsx'
import styles from './month-view.module.css'
import { type MonthWeek, monthWeeks } from './month-weeks.ts'

interface MonthViewProps {
  year: CalendarYear
  /** 1 is January. */
  month: number
  today: PlainDate
  onMonth: (month: number) => void
  /** Enter or a click on a day. */
  onOpen: (date: PlainDate) => void
}

const weekdays = ['Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu', 'Minggu']

/** One month: every day off with its name, every class as bars over its training days. */
export function MonthView({ year, month, today, onMonth, onOpen }: MonthViewProps) {
  const daysOff = new Map<PlainDate, CalendarDay>(year.days.map(day => [day.date, day]))
  const before: Action = {
    label: monthName(month === 1 ? 12 : month - 1),
    hint: 'bulan sebelumnya',
    keys: 'PageUp',
    icon: IconChevronLeft,
    refused: month === 1 ? 'Pilih tahun sebelumnya di atas.' : undefined,
    run: () => onMonth(month - 1),
  }
  const after: Action = {
    label: monthName(month === 12 ? 1 : month + 1),
    hint: 'bulan berikutnya',
    keys: 'PageDown',
    iconAfter: IconChevronRight,
    refused: month === 12 ? 'Pilih tahun berikutnya di atas.' : undefined,
    run: () => onMonth(month + 1),
  }
  useActions([before, after])
  return (
    <Panel
      title={`${monthName(month)} ${year.year}`}
      flush
      extra={
        <Flex component="span" gap="0.5rem">
          <ActionButton action={before} size="xs" label={`Buka ${before.label}`} keyCap={false} />
          <ActionButton action={after} size="xs" label={`Buka ${after.label}`} keyCap={false} />
        </Flex>
      }
    >
      <div className={styles.weekdays} aria-hidden>
        {weekdays.map(name => (
          <span key={name}>{name}</span>
        ))}
      </div>
      {monthWeeks(year.year, month, year.cohorts).map(week => (
        <Week key={week.dates[0]} {...{ week, month, today, daysOff, onOpen }} />
      ))}
    </Panel>
  )
}

interface WeekProps {
  week: MonthWeek
  month: number
  today: PlainDate
  daysOff: ReadonlyMap<PlainDate, CalendarDay>
  onOpen: (date: PlainDate) => void
}

function Week({ week, month, today, daysOff, onOpen }: WeekProps) {
  return (
    <div className={styles.week}>
      {week.dates.map((date, index) => {
        const off = daysOff.get(date)
        const inMonth = monthOf(date) === month
        const uncertain = off && formatUncertain(off, today)
        return (
          <UnstyledButton
            key={date}
            className={styles.day}
            style={{ gridColumn: index + 1, gridRow: `1 / span ${week.lanes + 1}` }}
            data-off={off?.kind ?? (weekdayOf(date) > 5 ? 'weekend' : undefined)}
            data-outside={!inMonth || undefined}
            data-today={date === today || undefined}
            disabled={!inMonth}
            onClick={() => onOpen(date)}
          >
            <VisuallyHidden>
              {fullDate(date)}
              {off && `, ${dayOffLabel(off.kind)}: `}
            </VisuallyHidden>
            <span className={styles.number} aria-hidden>
              {dayOf(date)}
            </span>
            {off && inMonth && (
              <span className={styles.off}>
                {off.name}
                {uncertain && (
                  <Box component="span" display="block" c="var(--warn)" fw={600}>
                    {uncertain}
                  </Box>
                )}
              </span>
            )}
          </UnstyledButton>
        )
      })}
      {week.bars.map(bar => (
        <PathLink
          key={bar.key}
          path={cohortPath(bar.code, 'schedule')}
          className={styles.bar}
          style={{ gridColumn: `${bar.from} / ${bar.to + 1}`, gridRow: bar.lane + 2 }}
          title={`${bar.title} · ${bar.code}`}
        >
          {bar.title}
        </PathLink>
      ))}
    </div>
  )
}
