import { Box } from '@mantine/core'
import { type KeyboardEvent, type ReactNode, useState } from 'react'
import { monthName, monthOf, type PlainDate, shortDay, slashDate, yearOf } from '../../../shared/kernel/plain-date.ts'
import { classNames } from '../page/class-names.ts'
import layout from '../page/layout.module.css'
import styles from './timeline.module.css'
import { monthStarts, sharePlace, spanPlace } from './timeline-places.ts'

export interface TimelineBar {
  key: string
  from: PlainDate
  to: PlainDate
  /** 'past': replaced by a newer one; 'open': not valid yet, dashed. */
  tone: 'ok' | 'warn' | 'err' | 'past' | 'open'
  text: string
}

export interface TimelineBlock {
  key: string
  from: PlainDate
  to: PlainDate
  /** 'outside': not covered by the bar above, hatched red. */
  state: 'held' | 'planned' | 'outside'
  /** "Tata Rias III, 16 Des – 8 Jan" */
  label: string
}

interface TimelineRow {
  key: string
  title: string
  detail?: ReactNode
  bars: readonly TimelineBar[]
  blocks: readonly TimelineBlock[]
  status: ReactNode
  /** Red border: needs action. */
  urgent?: boolean
}

interface TimelineProps {
  label: string
  first: PlainDate
  last: PlainDate
  today: PlainDate
  rows: readonly TimelineRow[]
  titleHead: string
  statusHead: string
  /** Called by Enter or a click on the row. */
  onOpen?: (key: string) => void
}

/** Two years with a lane for each person: a bar above, blocks below. The page also offers it as a table (Alt T). */
export function Timeline(props: TimelineProps) {
  const { label, first, last, today, rows, titleHead, statusHead, onOpen } = props
  const [at, setAt] = useState(0)
  const focused = Math.min(at, rows.length - 1)

  function press(event: KeyboardEvent<HTMLElement>) {
    const to = { ArrowDown: focused + 1, ArrowUp: focused - 1, Home: 0, End: rows.length - 1 }[event.key]
    const row = rows[focused]
    if (event.target instanceof Element && event.target.closest('a, button')) return
    if (to !== undefined) {
      const next = Math.max(0, Math.min(rows.length - 1, to))
      setAt(next)
      event.currentTarget.querySelector<HTMLElement>(`[data-lane="${next}"]`)?.focus()
    } else if (event.key === 'Enter' && row) onOpen?.(row.key)
    else return
    event.preventDefault()
  }

  return (
    <div className={styles.timeline}>
      <div className={classNames(styles.row, styles.head)} aria-hidden>
        <div className={styles.titleHead}>{titleHead}</div>
        <div className={styles.scale}>
          {monthStarts(first, last).map(month => (
            <span key={month.date} className={styles.month} style={{ left: month.left, width: month.width }}>
              {monthOf(month.date) === 1 && (
                <Box component="b" display="block" c="var(--ink)" fz="0.75rem" lh="1rem">
                  {yearOf(month.date)}
                </Box>
              )}
              {monthName(monthOf(month.date)).slice(0, 3)}
            </span>
          ))}
          <span className={styles.todayChip} style={{ left: sharePlace(first, last, today) }}>
            hari ini {slashDate(today)}
          </span>
        </div>
        <div className={styles.statusHead}>{statusHead}</div>
      </div>
      <ul aria-label={label} onKeyDown={press}>
        {rows.map((row, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: Enter is handled by the list
          <li
            key={row.key}
            data-lane={index}
            tabIndex={index === focused ? 0 : -1}
            className={classNames(styles.row, row.urgent && styles.urgent, onOpen && styles.openable)}
            onFocus={() => setAt(index)}
            onClick={event => {
              if (!(event.target instanceof Element && event.target.closest('a, button'))) onOpen?.(row.key)
            }}
          >
            <Box p="0.5625rem 1rem 0.5rem">
              <Box fz="0.84375rem" fw={600} lh="1.125rem">
                {row.title}
              </Box>
              {row.detail !== undefined && <div className={layout.detail}>{row.detail}</div>}
            </Box>
            <div className={styles.lane}>
              {monthStarts(first, last)
                .filter((_, month) => month % 3 === 0 && month > 0)
                .map(month => (
                  <span key={month.date} className={styles.quarter} style={{ left: month.left }} />
                ))}
              {row.bars.map(bar => (
                <Bar key={bar.key} {...{ bar, first, last }} />
              ))}
              {row.blocks.map(block => (
                <Block key={block.key} {...{ block, first, last }} />
              ))}
              <span className={styles.today} style={{ left: sharePlace(first, last, today) }} />
            </div>
            <Box p="0.5rem 0.875rem 0.5rem 1rem" fz="0.78125rem" lh="1.125rem">
              {row.status}
            </Box>
          </li>
        ))}
      </ul>
    </div>
  )
}

interface InRange {
  first: PlainDate
  last: PlainDate
}

function Bar({ bar, first, last }: InRange & { bar: TimelineBar }) {
  const place = spanPlace(first, last, bar.from, bar.to)
  if (!place) return null
  return (
    <span
      className={classNames(
        styles.bar,
        styles[bar.tone],
        place.cutStart && styles.cutStart,
        place.cutEnd && styles.cutEnd,
      )}
      data-tone={bar.tone}
      style={{ left: place.left, width: place.width }}
      title={`${bar.text}: ${shortDay(bar.from, { year: true })} – ${shortDay(bar.to, { year: true })}`}
    >
      <span className={classNames(styles.text, !place.cutEnd && styles.atEnd)}>{bar.text}</span>
    </span>
  )
}

function Block({ block, first, last }: InRange & { block: TimelineBlock }) {
  const place = spanPlace(first, last, block.from, block.to)
  if (!place) return null
  return (
    <span
      className={classNames(styles.block, styles[block.state])}
      style={{ left: place.left, width: place.width }}
      title={block.label}
      role="img"
      aria-label={block.label}
    />
  )
}
