// biome-ignore-all lint/a11y/useSemanticElements: the rows of this ARIA grid stand as columns, which no table can draw
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and says by aria-activedescendant where it is
import type { CSSProperties } from 'react'
import type { Timetable, TimetableDay } from '../../../../shared/features/timetable/contract.ts'
import { timeRange } from '../../../../shared/kernel/time.ts'
import { classNames } from '../../../ui/page/class-names.ts'
import layout from '../../../ui/page/layout.module.css'
import type { RailDay } from '../../../ui/rail/rail-day.ts'
import { RailDayFace } from '../../../ui/rail/rail-faces.tsx'
import { daySentence } from '../../../ui/rail/rail-format.ts'
import { hoursOf, placeAt } from '../open-row.ts'
import { formatClock } from '../timetable-labels.ts'
import { pausesOf } from '../timetable-lines.ts'
import type { BlockMoves, Carried } from '../use-block-moves.ts'
import { BlockCell } from './block-cell.tsx'
import styles from './day-column.module.css'

interface DayColumnProps {
  rail: RailDay
  day: TimetableDay | undefined
  /** Nothing, or a gap, is before it. */
  first: boolean
  moves: BlockMoves
  units: Timetable['units']
  /** Unit highlighted from beside the grid. */
  marked: number | null
  id: string
  style: CSSProperties
  onOpenDay: (n: number) => void
}

/** Id of the cell that begins with this hour. */
export function cellId(grid: string, n: number, hour: number): string {
  return `${grid}-${n}-${hour}`
}

export function DayColumn({ rail: face, day, first, moves, units, marked, id, style, onOpenDay }: DayColumnProps) {
  if (!day) return null
  const { n, hours, held } = day
  const mine = moves.pieces.filter(piece => piece.n === n)
  const laid = hoursOf(mine.map(piece => piece.block))
  const row = (from: number, count: number) => ({
    gridRow: `${from + 1} / ${from + count + 1}`,
  })
  const frame = moves.carried && carriedHere(moves.days, moves.carried, n)
  return (
    <div role="row" className={classNames(styles.day, !first && styles.joined, held && styles.held)} style={style}>
      <div role="rowheader" className={styles.head} title={daySentence(face)}>
        <RailDayFace day={face} size="L" />
        <button type="button" tabIndex={-1} className={styles.open} onClick={() => onOpenDay(n)}>
          <span className={layout.unseen}>
            {daySentence(face)}. {spokenClock(day)}. Buka kehadiran
          </span>
        </button>
      </div>
      {Array.from({ length: hours }, (_, index) => (
        <span
          // biome-ignore lint/suspicious/noArrayIndexKey: an hour is identified by its number
          key={index}
          className={styles.slot}
          style={row(index + 1, 1)}
          data-day={n}
          data-hour={index + 1}
          aria-hidden
        />
      ))}
      {mine.map(piece => (
        <BlockCell
          key={piece.key}
          piece={piece}
          day={day}
          units={units}
          id={cellId(id, n, piece.from)}
          marked={piece.block.unitId === marked}
          active={moves.cursor.n === n && moves.chosen?.key === piece.key && !moves.carried}
          style={row(piece.from, piece.block.hours)}
        />
      ))}
      {laid < hours && (
        <div
          role="gridcell"
          id={cellId(id, n, laid + 1)}
          className={classNames(styles.free, moves.cursor.n === n && moves.cursor.hour > laid && styles.active)}
          style={row(laid + 1, hours - laid)}
        >
          kosong
        </div>
      )}
      {frame && (
        <span
          className={classNames(styles.frame, moves.problem !== null && styles.refused)}
          style={row(frame.from, frame.hours)}
          aria-hidden
        />
      )}
    </div>
  )
}

/** The part of the carried block that would be on this day. */
function carriedHere(
  days: readonly TimetableDay[],
  { start, block }: Carried,
  n: number,
): { from: number; hours: number } | null {
  const hours = Array.from({ length: block.hours }, (_, index) => placeAt(days, start + index)).filter(
    place => place?.n === n,
  )
  const [first] = hours
  return first ? { from: first.hour, hours: hours.length } : null
}

function spokenClock(day: TimetableDay): string {
  const pauses = pausesOf(day).map(pause => `${pause.name} ${timeRange(pause.start, pause.end)}`)
  return [`${formatClock[day.clockKind]}, ${day.hours} JP`, ...pauses].join(', ')
}
