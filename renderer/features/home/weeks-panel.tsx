import { useMediaQuery } from '@mantine/hooks'
import { Fragment, type KeyboardEvent } from 'react'
import type { HomeOverview } from '../../../shared/features/home/contract.ts'
import { dayOf, fullDate, type PlainDate, shortDate, shortWeekday } from '../../../shared/kernel/plain-date.ts'
import { attendancePath } from '../../app/cohort-path.ts'
import { useGuide } from '../../app/guide/guide-store.ts'
import layout from '../../ui/page/layout.module.css'
import { Panel } from '../../ui/page/panel.tsx'
import { PathLink } from '../../ui/page/path-link.tsx'
import { columnsOf } from './week-columns.ts'
import styles from './weeks-panel.module.css'

type Weeks = HomeOverview['weeks']

/** The classes of the coming weeks on one calendar, with hatched days off. Arrows move, Enter opens the day. */
export function WeeksPanel({ weeks, today }: { weeks: Weeks; today: PlainDate }) {
  const wide = useMediaQuery('(width >= 1700px)') ?? false
  const narrow = useNarrowPage()
  const count = wide ? 8 : narrow ? 2 : 4
  const days = weeks.days.slice(0, count * 7)
  const last = days.at(-1)?.date ?? today
  const classes = weeks.classes
    .map(one => ({ ...one, days: one.days.filter(day => day.date <= last) }))
    .filter(one => one.days.length > 0)
  if (classes.length === 0) return null
  const meets = new Set(classes.flatMap(one => one.days.map(day => day.date)))
  const columns = columnsOf(days, meets, today)
  const places = new Map(columns.flatMap((column, index) => column.dates.map(date => [date, index + 2] as const)))
  return (
    <Panel label={`${numbers[count]} minggu`} flush>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it handles the arrows of the links inside */}
      <div
        className={styles.axis}
        style={{
          gridTemplateColumns: `10.625rem ${columns.map(({ day }) => (day ? 'minmax(0, 1fr)' : '0.875rem')).join(' ')} 5.5rem`,
          gridTemplateRows: '2.875rem',
        }}
        onKeyDown={moveByArrows}
      >
        <div className={styles.head}>
          <h2 className={layout.heading}>{numbers[count]} minggu</h2>
        </div>
        {columns.map(({ key, day, off }, index) => (
          <Fragment key={key}>
            {off && (
              <span
                className={styles.off}
                data-off={off.kind}
                title={off.name}
                style={{ gridColumn: index + 2, gridRow: `1 / span ${classes.length + 1}` }}
              />
            )}
            {day && (
              <span
                className={styles.day}
                data-today={day.date === today || undefined}
                data-off={off?.kind}
                style={{ gridColumn: index + 2 }}
                title={off?.name}
              >
                <span className={off ? styles.offDay : undefined}>{shortWeekday(day.date)}</span>
                <b className={off ? styles.offDay : undefined}>
                  {dayOf(day.date) === 1 ? shortDate(day.date) : dayOf(day.date)}
                </b>
              </span>
            )}
          </Fragment>
        ))}
        {classes.map(({ code, title, end, days: own }, row) => (
          <Fragment key={code}>
            <span className={styles.line} style={{ gridRow: row + 2 }} />
            <span className={styles.name} style={{ gridColumn: 1, gridRow: row + 2 }}>
              <span title={`${title} · ${code}`}>{title}</span>
            </span>
            {own.map(day => (
              <PathLink
                key={day.n}
                path={attendancePath(code, day.n)}
                className={styles.cell}
                data-state={stateOf(day, today)}
                data-row={row}
                data-column={places.get(day.date)}
                tabIndex={row === 0 && day === own[0] ? 0 : -1}
                aria-label={`${title} hari ke-${day.n}, ${fullDate(day.date)}${words[stateOf(day, today)]}`}
                style={{ gridColumn: places.get(day.date), gridRow: row + 2 }}
              >
                {day.n}
              </PathLink>
            ))}
            <span className={styles.end} style={{ gridColumn: columns.length + 2, gridRow: row + 2 }}>
              s.d. {shortDate(end)}&ensp;
            </span>
          </Fragment>
        ))}
      </div>
    </Panel>
  )
}

const numbers: Record<number, string> = { 2: 'Dua', 4: 'Empat', 8: 'Delapan' }

type State = 'planned' | 'today' | 'today-marked' | 'marked' | 'closed' | 'missed'
const words: Record<State, string> = {
  planned: '',
  today: ', hari ini',
  'today-marked': ', hari ini, terisi',
  marked: ', terisi',
  closed: ', ditutup',
  missed: ', belum diisi',
}

function stateOf({ date, closed, marked }: Weeks['classes'][number]['days'][number], today: PlainDate): State {
  if (closed) return 'closed'
  if (date === today) return marked ? 'today-marked' : 'today'
  if (marked) return 'marked'
  return date < today ? 'missed' : 'planned'
}

/** ← → to the next day of the class, ↑ ↓ to the nearest day of the class above or below. */
function moveByArrows(event: KeyboardEvent<HTMLElement>): void {
  const here = event.target instanceof HTMLElement ? event.target : null
  const move = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] }[event.key]
  if (!move || here?.dataset.row === undefined) return
  const [down = 0, right = 0] = move
  const row = Number(here.dataset.row) + down
  const column = Number(here.dataset.column)
  const cells = [...event.currentTarget.querySelectorAll<HTMLElement>(`[data-row="${row}"]`)]
  const next =
    right === 0
      ? cells.toSorted(
          (a, b) => Math.abs(Number(a.dataset.column) - column) - Math.abs(Number(b.dataset.column) - column),
        )[0]
      : cells[cells.indexOf(here) + right]
  if (!next) return
  event.preventDefault()
  here.tabIndex = -1
  next.tabIndex = 0
  next.focus()
}

/** True if the page is narrow: in a small window, or beside the guide. */
function useNarrowPage(): boolean {
  const { opened } = useGuide()
  const small = useMediaQuery('(width < 1100px)') ?? false
  const beside = useMediaQuery('(width >= 1300px) and (width < 1600px)') ?? false
  return small || (opened && beside)
}
