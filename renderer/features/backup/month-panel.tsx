import { Box, Flex } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { useState } from 'react'
import type { BackupStatus } from '../../../shared/features/backup/backup-status.ts'
import type { CalendarDay } from '../../../shared/features/calendar/contract.ts'
import {
  addMonths,
  dayOf,
  daysFrom,
  daysInMonth,
  longDate,
  monthName,
  monthOf,
  type PlainDate,
  plainDate,
  weekdayOf,
  yearOf,
} from '../../../shared/kernel/plain-date.ts'
import { api, useRead, useSession } from '../../app/client.ts'
import { ActionButton } from '../../ui/action/action-button.tsx'
import { classNames } from '../../ui/page/class-names.ts'
import layout from '../../ui/page/layout.module.css'
import { Panel } from '../../ui/page/panel.tsx'
import styles from './backups-section.module.css'

interface MonthPanelProps {
  status: BackupStatus
  /** Time of the bundle shown beside. */
  chosen: string | null
  onChoose: (madeAt: string) => void
}

const words = { tested: 'diuji pulih', made: 'ada', failed: 'gagal' }

/** A month of backups: filled dot = restored in a test, ring = made, square = failed. A day opens its last backup. */
export function MonthPanel({ status, chosen, onChoose }: MonthPanelProps) {
  const { today } = useSession()
  const [first, setFirst] = useState(plainDate(yearOf(today), monthOf(today), 1))
  const days = daysFrom(first, plainDate(yearOf(first), monthOf(first), daysInMonth(yearOf(first), monthOf(first))))
  const stateOf = new Map(status.days.map(day => [day.date, day.state]))
  const year = useRead(api.calendar.year, { year: yearOf(first) })
  const off = new Map(year.data?.days.map(day => [day.date, day]))
  const lastOf = new Map(status.bundles.toReversed().map(({ madeAt }) => [madeAt.slice(0, 10), madeAt]))
  return (
    <Panel
      title={`${monthName(monthOf(first))} ${yearOf(first)}`}
      extra={
        <Flex component="span">
          <ActionButton size="xs" tone="quiet" label="Bulan sebelumnya" onAction={() => setFirst(addMonths(first, -1))}>
            <IconChevronLeft size={15} aria-hidden />
          </ActionButton>
          <ActionButton size="xs" tone="quiet" label="Bulan berikutnya" onAction={() => setFirst(addMonths(first, 1))}>
            <IconChevronRight size={15} aria-hidden />
          </ActionButton>
        </Flex>
      }
    >
      <div className={styles.month}>
        {['Sen', 'Sel', 'Rab', 'Kam', 'Jum', 'Sab', 'Min'].map(name => (
          <Box component="span" c="var(--ink-2)" fz="0.75rem" pb="0.25rem" ta="center" key={name}>
            {name}
          </Box>
        ))}
        {days.map((date, index) => (
          <Day
            key={date}
            date={date}
            column={index === 0 ? weekdayOf(date) : undefined}
            state={stateOf.get(date) ?? (lastOf.has(date) ? 'made' : undefined)}
            dayOff={off.get(date) ?? null}
            isToday={date === today}
            isChosen={chosen?.slice(0, 10) === date}
            onChoose={() => {
              const madeAt = lastOf.get(date)
              if (madeAt) onChoose(madeAt)
            }}
            opens={lastOf.has(date)}
          />
        ))}
      </div>
      <ul className={layout.legend}>
        {(['tested', 'made', 'failed'] as const).map(state => (
          <li key={state}>
            <span className={classNames(styles.dot, styles[state])} aria-hidden /> {words[state]}
          </li>
        ))}
      </ul>
    </Panel>
  )
}

interface DayProps {
  date: PlainDate
  column: number | undefined
  state: BackupStatus['days'][number]['state'] | undefined
  dayOff: CalendarDay | null
  isToday: boolean
  isChosen: boolean
  opens: boolean
  onChoose: () => void
}

function Day({ date, column, state, dayOff, isToday, isChosen, opens, onChoose }: DayProps) {
  return (
    <button
      type="button"
      className={classNames(styles.day, isToday && styles.today, isChosen && styles.chosenDay)}
      data-off={dayOff?.kind ?? (weekdayOf(date) > 5 ? 'weekend' : undefined)}
      style={column === undefined ? undefined : { gridColumnStart: column }}
      disabled={!opens}
      aria-pressed={isChosen}
      aria-label={`${longDate(date)}${dayOff ? `, ${dayOff.name}` : ''}, ${state ? words[state] : 'tidak ada cadangan'}`}
      onClick={onChoose}
    >
      <span className={styles.number}>{dayOf(date)}</span>
      <span className={classNames(styles.dot, state && styles[state])} aria-hidden />
    </button>
  )
}
