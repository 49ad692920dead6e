// biome-ignore-all lint/a11y/useSemanticElements: the rows of this ARIA grid stand as columns, which no table can draw
import { type CSSProperties, useEffect, useId, useRef } from 'react'
import type { Timetable } from '../../../../shared/features/timetable/contract.ts'
import { showTime, timeRange } from '../../../../shared/kernel/time.ts'
import { classNames } from '../../../ui/page/class-names.ts'
import rail from '../../../ui/rail/rail.module.css'
import type { RailDay, RailGap } from '../../../ui/rail/rail-day.ts'
import { gapKind, RailGapFace } from '../../../ui/rail/rail-faces.tsx'
import { gapSentence } from '../../../ui/rail/rail-format.ts'
import { type RailColumn, railColumns, railRows } from '../../../ui/rail/rail-layout.ts'
import { railTemplate } from '../../../ui/rail/rail-template.ts'
import { hoursOf } from '../open-row.ts'
import { commonClock, type PauseStrip, pauseStrips } from '../timetable-lines.ts'
import type { BlockMoves } from '../use-block-moves.ts'
import { cellId, DayColumn } from './day-column.tsx'
import { TeacherLanes } from './teacher-lanes.tsx'
import styles from './timetable-grid.module.css'
import { useBlockDrag } from './use-block-drag.ts'
import { useBlockKeys } from './use-block-keys.ts'

interface TimetableGridProps {
  days: readonly RailDay[]
  gaps: readonly RailGap[]
  moves: BlockMoves
  units: Timetable['units']
  hintId: string
  /** Unit highlighted from beside the grid. */
  marked: number | null
  room: string | null
  onOpenDay: (n: number) => void
  onTeachers: (n: number) => void
}

/** The rail, and below each day the blocks in their hours. One Tab stop; the chosen cell is the active descendant. */
export function TimetableGrid({
  days,
  gaps,
  moves,
  units,
  hintId,
  marked,
  room,
  onOpenDay,
  onTeachers,
}: TimetableGridProps) {
  const id = useId()
  const root = useRef<HTMLDivElement>(null)
  // The page starts on the first block from today on.
  useEffect(() => root.current?.focus({ preventScroll: true }), [])
  const press = useBlockKeys(moves)
  const drag = useBlockDrag(moves)
  const { n } = moves.cursor
  const free = hoursOf(moves.pieces.filter(piece => piece.n === n).map(piece => piece.block)) + 1
  return (
    <div
      ref={root}
      role="grid"
      tabIndex={0}
      className={classNames(styles.grid, rail.L, moves.carried !== null && styles.carrying)}
      aria-label="Jam pelajaran, satu baris tiap hari"
      aria-describedby={hintId}
      {...(moves.carried ? {} : { 'aria-activedescendant': cellId(id, n, moves.chosen?.from ?? free) })}
      onKeyDown={press}
      {...drag}
    >
      {railRows(railColumns(days, gaps)).map(row => (
        <Weeks key={firstDay(row)} {...{ row, moves, units, id, marked, room, onOpenDay, onTeachers }} />
      ))}
    </div>
  )
}

interface WeeksProps
  extends Pick<TimetableGridProps, 'moves' | 'units' | 'marked' | 'room' | 'onOpenDay' | 'onTeachers'> {
  row: readonly RailColumn[]
  id: string
}

function Weeks({ row, moves, units, id, marked, room, onOpenDay, onTeachers }: WeeksProps) {
  const days = moves.days.filter(day => row.some(column => column.type === 'day' && column.day.n === day.n))
  const hours = Math.max(0, ...days.map(day => day.hours))
  const style = { '--columns': railTemplate(row), '--hours': hours } as CSSProperties
  return (
    <div role="rowgroup" className={styles.weeks} style={style}>
      <Clock hours={hours} days={days} />
      {row.map((column, index) =>
        column.type === 'day' ? (
          <DayColumn
            key={column.day.date}
            rail={column.day}
            day={days.find(day => day.n === column.day.n)}
            first={row[index - 1]?.type !== 'day'}
            style={{ gridColumn: index + 2, gridRow: `1 / ${hours + 2}` }}
            {...{ moves, units, id, marked, onOpenDay }}
          />
        ) : (
          <Gap key={column.gaps[0]?.date} column={column} at={index + 2} />
        ),
      )}
      {pauseStrips(row, days).map(strip => (
        <Pause key={strip.key} strip={strip} />
      ))}
      <TeacherLanes row={row} days={days} room={room} above={hours + 1} onTeachers={onTeachers} />
    </div>
  )
}

/** Hours and times at the left, by the clock of most days. */
function Clock({ hours, days }: { hours: number; days: BlockMoves['days'] }) {
  const { clock } = commonClock(days) ?? { clock: [] }
  return Array.from({ length: hours }, (_, index) => index + 1).map(hour => (
    <span key={hour} className={styles.hour} style={{ gridRow: hour + 1 }} aria-hidden>
      <b>JP {hour}</b>
      <span>{formatStart(clock, hour)}</span>
    </span>
  ))
}

function Gap({ column, at }: { column: Extract<RailColumn, { type: 'gap' }>; at: number }) {
  return (
    <>
      <span className={styles.gapHead} style={{ gridColumn: at }} title={gapSentence(column)} aria-hidden>
        <RailGapFace column={column} size="L" />
      </span>
      <span className={styles.gap} data-off={gapKind(column)} style={{ gridColumn: at }} aria-hidden />
    </>
  )
}

/** A thin line before the hour after a break. Its times are in the legend. */
function Pause({ strip: { from, to, after, name, start, end } }: { strip: PauseStrip }) {
  return (
    <span
      className={styles.pause}
      style={{ gridColumn: `${from + 2} / ${to + 3}`, gridRow: after + 2 }}
      title={`${name} ${timeRange(start, end)}`}
      aria-hidden
    />
  )
}

function firstDay(row: readonly RailColumn[]): number {
  return row.find(column => column.type === 'day')?.day.n ?? 0
}

function formatStart(clock: readonly { hour: number | null; start: string }[], hour: number): string {
  const row = clock.find(one => one.hour === hour)
  return row ? showTime(row.start) : ''
}
