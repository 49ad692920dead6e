import { Box, Flex } from '@mantine/core'
import type { CSSProperties, ReactNode } from 'react'
import {
  daysBetween,
  daysFrom,
  monthName,
  monthOf,
  type PlainDate,
  shortDate,
  shortDay,
  yearOf,
} from '../../../shared/kernel/plain-date.ts'
import { classNames } from '../page/class-names.ts'
import layout from '../page/layout.module.css'
import type { RailGap } from './rail-day.ts'
import styles from './year-rails.module.css'

export interface YearRailsRow {
  key: string
  title: ReactNode
  detail?: ReactNode
  /** The training days in order; empty for a class that could not be placed. */
  dates: readonly PlainDate[]
  /** Shown instead of days: why there are none. */
  why?: ReactNode
  /** Already stored: filled instead of outlined. */
  kept?: boolean
  /** At the right: an action, or a link to what was stored. */
  end?: ReactNode
}

interface YearRailsProps {
  label: string
  first: PlainDate
  last: PlainDate
  today: PlainDate
  /** Days off between; weekends are not drawn. */
  gaps: readonly RailGap[]
  rows: readonly YearRailsRow[]
}

/** Many classes on a long calendar, a few pixels a day: holidays through every row, month names above. */
export function YearRails({ label, first, last, today, gaps, rows }: YearRailsProps) {
  const days = daysFrom(first, last)
  const months = days.flatMap((date, place) => (place === 0 || date.endsWith('-01') ? [{ date, place }] : []))
  const off = gaps.filter(gap => gap.kind !== 'weekend')
  const strips = off.flatMap(gap => dayRuns(first, [gap.date]).map(run => ({ ...run, gap })))
  const now = dayRuns(first, [today]).filter(run => run.from >= 0 && run.from < days.length)
  return (
    <section
      className={styles.rails}
      style={{ '--year-days': days.length } as CSSProperties}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scroll area must be reachable by keys
      tabIndex={0}
      aria-label={label}
    >
      <div className={classNames(styles.line, styles.head)} aria-hidden>
        <span />
        <div className={styles.days}>
          {months.map(({ date, place }, index) => (
            <span
              key={date}
              className={styles.month}
              style={columns(place, (months[index + 1]?.place ?? days.length) - place)}
            >
              {formatMonth(date, (months[index + 1]?.place ?? days.length) - place)}
            </span>
          ))}
          {now.map(run => (
            <span key={run.from} className={styles.today} style={columns(run.from, 1)} />
          ))}
        </div>
        <span />
        <span />
      </div>
      <ol>
        {rows.map(row => (
          <li key={row.key} className={styles.line}>
            <Box miw={0} p="0.3125rem 0.75rem 0.3125rem 1rem">
              <Box className={layout.cut} fz="0.84375rem" fw={600} lh="1.125rem">
                {row.title}
              </Box>
              {row.detail !== undefined && <div className={styles.detail}>{row.detail}</div>}
            </Box>
            {row.why === undefined ? (
              <div className={styles.days}>
                {months.slice(1).map(({ date, place }) => (
                  <span key={date} className={styles.edge} style={columns(place, 1)} aria-hidden />
                ))}
                {strips.map(run => (
                  <span
                    key={run.from}
                    className={styles.off}
                    data-off={run.gap.kind}
                    style={columns(run.from, 1)}
                    title={`${shortDay(run.first)} ${run.gap.name}`}
                    aria-hidden
                  />
                ))}
                <Runs runs={dayRuns(first, row.dates)} kept={row.kept === true} />
              </div>
            ) : (
              <Box p="0.3125rem 0" c="var(--err)" fz="0.8125rem" lh="1.125rem">
                {row.why}
              </Box>
            )}
            <div className={styles.span} title={fullSpan(row.dates)}>
              {formatSpan(row.dates)}
            </div>
            <Flex justify="flex-end" px="0.25rem 1rem" fz="0.8125rem">
              {row.end}
            </Flex>
          </li>
        ))}
      </ol>
    </section>
  )
}

function Runs({ runs, kept }: { runs: readonly DayRun[]; kept: boolean }) {
  return runs.map(run => (
    <span
      key={run.from}
      className={classNames(styles.run, kept && styles.kept)}
      style={columns(run.from, run.length)}
      aria-hidden
    />
  ))
}

/** "6 Jan – 24 Jan": the year is shown above, weekdays in the tooltip. */
function formatSpan(dates: readonly PlainDate[]): string {
  const [first, last] = [dates[0], dates.at(-1)]
  return first && last ? `${shortDate(first)} – ${shortDate(last)}` : ''
}

function fullSpan(dates: readonly PlainDate[]): string | undefined {
  const [first, last] = [dates[0], dates.at(-1)]
  return first && last ? `${shortDay(first, { year: true })} s.d. ${shortDay(last, { year: true })}` : undefined
}

function columns(from: number, length: number): CSSProperties {
  return { gridColumn: `${from + 1} / span ${length}` }
}

function formatMonth(date: PlainDate, length: number): string {
  if (length < 12) return ''
  const name = monthName(monthOf(date)).slice(0, 3)
  return monthOf(date) === 1 || length < 28 ? `${name} ${yearOf(date)}` : name
}

/** Consecutive days; `from` counts from the first day of the axis, which is 0. */
interface DayRun {
  from: number
  length: number
  first: PlainDate
  last: PlainDate
}

/** Sorted dates as runs on an axis that starts at `origin`. */
function dayRuns(origin: PlainDate, dates: readonly PlainDate[]): DayRun[] {
  const runs: DayRun[] = []
  for (const date of dates) {
    const place = daysBetween(origin, date)
    const last = runs.at(-1)
    if (last && last.from + last.length === place) {
      runs[runs.length - 1] = { ...last, length: last.length + 1, last: date }
    } else runs.push({ from: place, length: 1, first: date, last: date })
  }
  return runs
}
