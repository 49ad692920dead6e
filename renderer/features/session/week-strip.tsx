import type { AccessStatus } from '../../../shared/features/access/contract.ts'
import { dayOf, fullDate, type PlainDate, shortWeekday } from '../../../shared/kernel/plain-date.ts'
import layout from '../../ui/page/layout.module.css'
import styles from './week-strip.module.css'

/** Monday to Friday on a dark background: today kunyit, days off hatched. */
export function WeekStrip({ week, today }: { week: AccessStatus['week']; today: PlainDate }) {
  return (
    <ol className={styles.week} aria-label="Minggu ini">
      {week.map(({ date, off }) => (
        <li
          key={date}
          className={styles.day}
          data-today={date === today || undefined}
          data-off={off !== null || undefined}
        >
          <span className={layout.unseen}>
            {fullDate(date)}
            {off === null ? '' : `: libur, ${off}`}
          </span>
          <span className={styles.face} aria-hidden>
            <span>{shortWeekday(date)}</span>
            <b>{dayOf(date)}</b>
            <span>{off !== null ? 'Libur' : date === today ? 'hari ini' : ''}</span>
          </span>
        </li>
      ))}
    </ol>
  )
}
