import type { CalendarYear } from '../../../shared/features/calendar/contract.ts'
import { daysBetween, type PlainDate, plainDate, shortDay, yearOf } from '../../../shared/kernel/plain-date.ts'
import { cohortPath } from '../../app/cohort-path.ts'
import layout from '../../ui/page/layout.module.css'
import { Panel } from '../../ui/page/panel.tsx'
import { PathLink } from '../../ui/page/path-link.tsx'
import styles from './year-cohorts.module.css'

/** The classes of the year by their first day, each with a bar from January to December. */
export function YearCohorts({ year, today }: { year: CalendarYear; today: PlainDate }) {
  if (year.cohorts.length === 0) return null
  return (
    <Panel title="Kelas tahun ini" flush>
      <ul className={layout.lines} data-list="kelas">
        {year.cohorts.map(({ code, title, start, end, dates }) => (
          <li key={code} className={styles.row}>
            <PathLink path={cohortPath(code, 'schedule')} className={layout.nameLink}>
              {title}
            </PathLink>
            <span className={layout.detail}>{code}</span>
            <span className={styles.year} aria-hidden>
              <span
                className={styles.bar}
                data-over={end < today || undefined}
                style={{
                  left: percent(start, year.year),
                  width: `calc(${percent(end, year.year)} - ${percent(start, year.year)} + 3px)`,
                }}
              />
            </span>
            <span className={layout.detail}>
              {shortDay(start)} s.d. {shortDay(end)} · {dates.length} hari di {yearOf(start)}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

/** Position of a date in its year, '0 %' to '100 %'. */
function percent(date: PlainDate, year: number): string {
  return `${((daysBetween(plainDate(year, 1, 1), date) / 365) * 100).toFixed(2)}%`
}
