import type { ClockKind } from '../../../../shared/features/cohort/day-clock.ts'
import { timeRange } from '../../../../shared/kernel/time.ts'
import { classNames } from '../../../ui/page/class-names.ts'
import layout from '../../../ui/page/layout.module.css'
import { formatClock } from '../timetable-labels.ts'
import styles from './clock-dialog.module.css'
import { type DayClockValues, previewRows } from './clock-values.ts'

/** The rows of such a day, while one types. */
export function ClockPreview({ kind, values, hours }: { kind: ClockKind; values: DayClockValues; hours: number }) {
  const rows = previewRows(values, hours)
  return (
    <section className={styles.preview} aria-label={`Susunan ${formatClock[kind]}`}>
      <h3 className={styles.legend}>
        {formatClock[kind]}, {hours} JP
      </h3>
      {rows ? (
        <ol className={styles.rows}>
          {rows.map(row => (
            <li key={row.start} className={classNames(styles.row, row.hour === null && styles.rest)}>
              <span>{row.name}</span>
              <span>{timeRange(row.start, row.end)}</span>
            </li>
          ))}
        </ol>
      ) : (
        <p className={layout.note}>
          Susunannya tampak setelah jam mulai dan menitnya benar dan hari selesai sebelum 24.00.
        </p>
      )}
    </section>
  )
}
