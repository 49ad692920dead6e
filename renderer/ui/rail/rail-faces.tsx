import { shortDate, shortWeekday, slashDate } from '../../../shared/kernel/plain-date.ts'
import { classNames } from '../page/class-names.ts'
import type { RailDay, RailGapKind, RailSize } from './rail-day.ts'
import styles from './rail-faces.module.css'
import { gapLabel } from './rail-format.ts'
import type { RailGapColumn } from './rail-layout.ts'

interface RailDayFaceProps {
  day: RailDay
  size: RailSize
  title?: string
}

/** The look of a day; its text for screen readers is separate. */
export function RailDayFace({ day, size, title }: RailDayFaceProps) {
  return (
    <span className={classNames(styles.day, styles[size], styles[day.state])} title={title} aria-hidden>
      {size === 'L' && <span className={styles.small}>{shortWeekday(day.date)}</span>}
      {(size !== 'S' || day.state === 'today') && <span className={styles.number}>{day.n}</span>}
      {size === 'L' && <span className={styles.small}>{shortDate(day.date)}</span>}
      {size === 'M' && <span className={styles.small}>{slashDate(day.date)}</span>}
    </span>
  )
}

/** The look of days off, hatched by kind. */
export function RailGapFace({ column, size }: { column: RailGapColumn; size: RailSize }) {
  const label = gapLabel(column, size)
  const kind = gapKind(column)
  return (
    <span className={classNames(styles.gap, column.width === 'fold' && styles.fold)} data-off={kind} aria-hidden>
      {label && <span className={styles.label}>{label}</span>}
    </span>
  )
}

/** The kind that decides the hatch of a column; in a fold a national holiday wins. */
export function gapKind(column: RailGapColumn): RailGapKind {
  const kinds = column.gaps.map(gap => gap.kind)
  if (kinds.includes('national_holiday')) return 'national_holiday'
  return kinds.find(kind => kind !== 'weekend') ?? 'weekend'
}
