import { Box, Flex } from '@mantine/core'
import { type CSSProperties, type KeyboardEvent, useRef, useState } from 'react'
import { classNames } from '../page/class-names.ts'
import layout from '../page/layout.module.css'
import styles from './rail.module.css'
import type { RailDay, RailGap, RailSize } from './rail-day.ts'
import { RailDayFace, RailGapFace } from './rail-faces.tsx'
import { daySentence, gapSentence } from './rail-format.ts'
import { type RailColumn, railColumns, railRows, skippedDays } from './rail-layout.ts'
import { type RailSpan, RailSpans } from './rail-spans.tsx'
import { railTemplate } from './rail-template.ts'
import { SkippedDays } from './skipped-days.tsx'

interface RailProps {
  /** In calendar order. */
  days: readonly RailDay[]
  gaps: readonly RailGap[]
  size: RailSize
  /** Opens a day: the cells are then buttons with one Tab stop and ← → Home End. */
  onOpen?: (day: RailDay) => void
  /** Size L: lists "3 hari dilewati" with all names at the left. */
  withSkipped?: boolean
  /** Thin lines below, aligned with the columns: "TA 2024 · 10 hari". */
  spans?: readonly RailSpan[]
  label?: string
}

/** The training days and, hatched, every day between them without training. Drawn from the stored schedule, never computed. */
export function Rail({ days, gaps, size, onOpen, withSkipped = false, spans, label }: RailProps) {
  const columns = railColumns(days, gaps)
  const skipped = skippedDays(gaps)
  const name = label ?? `${days.length} hari pelatihan, ${skipped.length} hari dilewati`
  const rail = (
    <div className={classNames(styles.rail, styles[size])}>
      <RailRows {...{ columns, size, name, spans }} {...(onOpen ? { onOpen } : {})} />
    </div>
  )
  if (!withSkipped) return rail
  return (
    <div className={styles.beside}>
      <SkippedDays gaps={skipped} />
      {rail}
    </div>
  )
}

interface RailRowsProps {
  columns: readonly RailColumn[]
  size: RailSize
  name: string
  spans: readonly RailSpan[] | undefined
  onOpen?: (day: RailDay) => void
}

function RailRows({ columns, size, name, spans, onOpen }: RailRowsProps) {
  const rows = railRows(columns)
  const days = columns.flatMap(column => (column.type === 'day' ? [column.day] : []))
  const [focused, setFocused] = useState(() => days.find(day => day.state === 'today')?.n ?? days[0]?.n ?? 0)
  const root = useRef<HTMLDivElement>(null)

  function step(event: KeyboardEvent) {
    const at = days.findIndex(day => day.n === focused)
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: days.length - 1 }[event.key]
    const day = to === undefined ? undefined : days[to]
    if (!day) return
    event.preventDefault()
    setFocused(day.n)
    root.current?.querySelector<HTMLElement>(`[data-day="${day.n}"]`)?.focus()
  }

  return (
    <Flex ref={root} direction="column" gap="0.375rem" onKeyDown={onOpen ? step : undefined}>
      {rows.map((row, index) => (
        <div key={row[0]?.type === 'day' ? row[0].day.n : `row-${index}`}>
          <ol
            className={styles.row}
            style={{ '--rail-columns': railTemplate(row) } as CSSProperties}
            aria-label={rows.length > 1 ? `${name}, baris ${index + 1} dari ${rows.length}` : name}
          >
            {row.map((column, at) =>
              column.type === 'day' ? (
                <li key={column.day.date} className={place(row, at)}>
                  {onOpen ? (
                    <button
                      type="button"
                      className={styles.open}
                      data-day={column.day.n}
                      tabIndex={column.day.n === focused ? 0 : -1}
                      onFocus={() => setFocused(column.day.n)}
                      onClick={() => onOpen(column.day)}
                      title={daySentence(column.day)}
                    >
                      <RailDayFace day={column.day} size={size} />
                      <span className={layout.unseen}>{daySentence(column.day)}</span>
                    </button>
                  ) : (
                    <>
                      <RailDayFace day={column.day} size={size} title={daySentence(column.day)} />
                      <span className={layout.unseen}>{daySentence(column.day)}</span>
                    </>
                  )}
                </li>
              ) : (
                <Box component="li" key={column.gaps[0]?.date} pos="relative" title={gapSentence(column)}>
                  <RailGapFace column={column} size={size} />
                  <span className={layout.unseen}>{gapSentence(column)}</span>
                </Box>
              ),
            )}
          </ol>
          {spans && <RailSpans columns={row} spans={spans} />}
        </div>
      ))}
    </Flex>
  )
}

/** Days in a run share their inner borders; the outermost cells are rounded. */
function place(row: readonly RailColumn[], at: number): string {
  return classNames(
    styles.dayPlace,
    row[at - 1]?.type === 'day' && styles.joined,
    at === 0 && styles.first,
    at === row.length - 1 && styles.last,
  )
}
