// biome-ignore-all lint/a11y/useSemanticElements: the rows of this ARIA grid stand as columns, which no table can draw
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and says by aria-activedescendant where it is
import { IconLock } from '@tabler/icons-react'
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
import { lineOf, pausesOf, type TimetableLine } from '../timetable-lines.ts'
import { initials } from '../unit-letters.ts'
import type { BlockMoves, Carried } from '../use-block-moves.ts'
import { BlockCell } from './block-cell.tsx'
import styles from './day-column.module.css'

interface DayColumnProps {
  rail: RailDay
  day: TimetableDay | undefined
  /** Nothing or a gap stands before it. */
  first: boolean
  lines: readonly TimetableLine[]
  moves: BlockMoves
  units: Timetable['units']
  id: string
  style: CSSProperties
  onOpenDay: (n: number) => void
  onTeachers: (n: number) => void
}

/** The cell of the grid that begins with this hour. */
export function cellId(grid: string, n: number, hour: number): string {
  return `${grid}-${n}-${hour}`
}

export function DayColumn({
  rail: face,
  day,
  first,
  lines,
  moves,
  units,
  id,
  style,
  onOpenDay,
  onTeachers,
}: DayColumnProps) {
  if (!day) return null
  const { n, hours, held, instructors } = day
  const mine = moves.pieces.filter(piece => piece.n === n)
  const laid = hoursOf(mine.map(piece => piece.block))
  const row = (from: number, count: number) => ({
    gridRow: `${lineOf(lines, { hour: from }) + 2} / ${lineOf(lines, { hour: from + count - 1 }) + 3}`,
  })
  const names = instructors.map(person => person.name).join(', ')
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
          // biome-ignore lint/suspicious/noArrayIndexKey: an hour is its number
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
      <div role="gridcell" className={styles.teachers}>
        <button
          type="button"
          tabIndex={-1}
          className={classNames(styles.teacher, instructors.length === 0 && styles.nobody)}
          title={`${names || 'Belum ada pengajar'}${held ? ' · sudah dijalani' : ''}`}
          disabled={held}
          onClick={() => onTeachers(n)}
        >
          <span className={layout.unseen}>{`Pengajar hari ke-${n}: ${names || 'belum ada'}`}</span>
          {held && <IconLock size={11} aria-hidden />}
          <span aria-hidden>
            {instructors.length === 0
              ? '?'
              : instructors
                  .slice(0, 2)
                  .map(person => initials(person.name))
                  .join('+')}
            {instructors.length > 2 && '…'}
          </span>
        </button>
      </div>
    </div>
  )
}

/** The part of the carried block that would lie on this day. */
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
