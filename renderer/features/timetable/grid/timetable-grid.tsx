// biome-ignore-all lint/a11y/useSemanticElements: the rows of this ARIA grid stand as columns, which no table can draw
import { type CSSProperties, useId } from 'react'
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
import {
  commonClock,
  lineOf,
  type PauseStrip,
  pauseStrips,
  type TimetableLine,
  timetableLines,
} from '../timetable-lines.ts'
import type { BlockMoves } from '../use-block-moves.ts'
import { cellId, DayColumn } from './day-column.tsx'
import styles from './timetable-grid.module.css'
import { useBlockDrag } from './use-block-drag.ts'
import { useBlockKeys } from './use-block-keys.ts'

interface TimetableGridProps {
  days: readonly RailDay[]
  gaps: readonly RailGap[]
  moves: BlockMoves
  units: Timetable['units']
  hintId: string
  onOpenDay: (n: number) => void
  onTeachers: (n: number) => void
}

/** The rail, and under each of its days the blocks on their hours. One Tab stop; what is chosen is said by the active descendant. */
export function TimetableGrid({ days, gaps, moves, units, hintId, onOpenDay, onTeachers }: TimetableGridProps) {
  const id = useId()
  const press = useBlockKeys(moves)
  const drag = useBlockDrag(moves)
  const { n } = moves.cursor
  const free = hoursOf(moves.pieces.filter(piece => piece.n === n).map(piece => piece.block)) + 1
  return (
    <div
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
        <Weeks key={firstDay(row)} {...{ row, moves, units, id, onOpenDay, onTeachers }} />
      ))}
    </div>
  )
}

interface WeeksProps extends Pick<TimetableGridProps, 'moves' | 'units' | 'onOpenDay' | 'onTeachers'> {
  row: readonly RailColumn[]
  id: string
}

function Weeks({ row, moves, units, id, onOpenDay, onTeachers }: WeeksProps) {
  const days = moves.days.filter(day => row.some(column => column.type === 'day' && column.day.n === day.n))
  const strips = pauseStrips(row, days)
  const lines = timetableLines(days, strips)
  const style = {
    '--columns': railTemplate(row),
    '--lines': lines
      .map(line => ('hour' in line ? 'var(--hour)' : line.words === 1 ? 'var(--pause)' : 'var(--pause-two)'))
      .join(' '),
  } as CSSProperties
  return (
    <div role="rowgroup" className={styles.weeks} style={style}>
      <Clock lines={lines} days={days} />
      {row.map((column, index) =>
        column.type === 'day' ? (
          <DayColumn
            key={column.day.date}
            rail={column.day}
            day={days.find(day => day.n === column.day.n)}
            first={row[index - 1]?.type !== 'day'}
            style={{ gridColumn: index + 2 }}
            {...{ lines, moves, units, id, onOpenDay, onTeachers }}
          />
        ) : (
          <Gap key={column.gaps[0]?.date} column={column} at={index + 2} />
        ),
      )}
      {strips.map(strip => (
        <Pause key={strip.key} strip={strip} line={lineOf(lines, { after: strip.after })} />
      ))}
    </div>
  )
}

/** At the left the hours with the times of the clock that most days keep. */
function Clock({ lines, days }: { lines: readonly TimetableLine[]; days: BlockMoves['days'] }) {
  const { clock } = commonClock(days) ?? { clock: [] }
  return lines.map((line, index) =>
    'hour' in line ? (
      <span key={line.key} className={styles.hour} style={{ gridRow: index + 2 }} aria-hidden>
        <b>JP {line.hour}</b>
        <span>{formatStart(clock, line.hour)}</span>
      </span>
    ) : null,
  )
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

function Pause({ strip, line }: { strip: PauseStrip; line: number }) {
  const { from, to, name, start, end } = strip
  const days = to - from + 1
  const whole = `${name} ${timeRange(start, end)}`
  return (
    <span
      className={classNames(styles.pause, days < 3 && styles.narrow)}
      style={{ gridColumn: `${from + 2} / ${to + 3}`, gridRow: line + 2 }}
      title={whole}
      aria-hidden
    >
      {days >= 3 ? (
        whole
      ) : (
        <>
          <span>{days === 2 ? name : showTime(start)}</span>
          <span>{days === 2 ? timeRange(start, end) : `–${showTime(end)}`}</span>
        </>
      )}
    </span>
  )
}

function firstDay(row: readonly RailColumn[]): number {
  return row.find(column => column.type === 'day')?.day.n ?? 0
}

function formatStart(clock: readonly { hour: number | null; start: string }[], hour: number): string {
  const row = clock.find(one => one.hour === hour)
  return row ? showTime(row.start) : ''
}
