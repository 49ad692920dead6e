import { Box } from '@mantine/core'
import { type CSSProperties, type ReactNode, type RefObject, useLayoutEffect, useRef } from 'react'
import { dayOf, shortWeekday, slashDate } from '../../../shared/kernel/plain-date.ts'
import { classNames } from '../page/class-names.ts'
import layout from '../page/layout.module.css'
import { type AxisColumn, type AxisDay, axisColumns, axisLine } from './axis-columns.ts'
import styles from './rail-axis.module.css'
import type { RailDay } from './rail-day.ts'
import faces from './rail-faces.module.css'
import { daySentence } from './rail-format.ts'

export type { AxisDay } from './axis-columns.ts'

interface AxisRow {
  key: string
  title: string
  detail?: ReactNode
  /** The present days; thin. */
  before?: readonly RailDay[]
  /** The days after the change. */
  after: readonly RailDay[]
  /** At the right: the old and the new end. */
  endBefore?: ReactNode
  endAfter?: ReactNode
  /** Below the days: problems, papers to print again. */
  note?: ReactNode
}

interface RailAxisProps {
  label: string
  /** Every calendar day from first to last, days off included. */
  days: readonly AxisDay[]
  rows: readonly AxisRow[]
}

/** Several classes on one calendar; days off are hatched through every row. */
export function RailAxis({ label, days, rows }: RailAxisProps) {
  const root = useRef<HTMLElement>(null)
  const columns = axisColumns(days)
  useMoves(root)
  const template = columns.map(column => (column.width === 'day' ? 'var(--axis-day)' : 'var(--axis-off)')).join(' ')
  return (
    <section
      ref={root}
      className={styles.axis}
      style={{ '--axis-columns': template } as CSSProperties}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scroll area must be reachable by keys
      tabIndex={0}
      aria-label={label}
    >
      <div className={classNames(styles.line, styles.head)} aria-hidden>
        <div className={styles.titleHead}>Kelas</div>
        <div className={styles.days}>
          {columns.map((column, index) => (
            <HeadDay key={column.days[0]?.date} column={column} first={index === 0} />
          ))}
        </div>
        <div className={styles.endHead}>Selesai</div>
      </div>
      {rows.map(row => (
        <div key={row.key} className={styles.line}>
          <div className={styles.title}>
            <Box fz="0.875rem" fw={600} lh="1.25rem">
              {row.title}
            </Box>
            {row.detail !== undefined && <div className={layout.detail}>{row.detail}</div>}
          </div>
          <div className={styles.days}>
            {columns.map(column => (
              <Off
                key={column.days[0]?.date}
                column={column}
                line={axisLine(columns, column.days[0]?.date ?? '0-0-0')}
              />
            ))}
            {row.before && <AxisLine {...{ columns, days: row.before, words: 'sebelum', row }} />}
            <AxisLine {...{ columns, days: row.after, words: row.before ? 'sesudah' : '', row }} strong />
          </div>
          <div className={styles.end}>
            {row.endBefore !== undefined && <s className={layout.detail}>{row.endBefore}</s>}
            <strong>{row.endAfter}</strong>
          </div>
          {row.note !== undefined && <div className={styles.note}>{row.note}</div>}
        </div>
      ))}
    </section>
  )
}

function HeadDay({ column, first }: { column: AxisColumn; first: boolean }) {
  const day = column.days[0]
  if (!day || column.width === 'off') return <span />
  return (
    <span
      className={classNames(
        styles.headDay,
        first && styles.first,
        day.today && styles.today,
        day.added && styles.added,
      )}
      title={day.off?.name}
    >
      <span>{shortWeekday(day.date)}</span>
      <b>{first || dayOf(day.date) === 1 ? slashDate(day.date) : dayOf(day.date)}</b>
    </span>
  )
}

function Off({ column, line }: { column: AxisColumn; line: number | null }) {
  const off = column.days.find(day => day.off && day.off.kind !== 'weekend')?.off ?? column.days[0]?.off
  if (!off || line === null) return null
  const names = column.days.flatMap(day => (day.off ? [day.off.name] : [])).join(', ')
  return <span className={styles.off} data-off={off.kind} style={{ gridColumn: line }} title={names} aria-hidden />
}

interface AxisLineProps {
  columns: readonly AxisColumn[]
  days: readonly RailDay[]
  words: string
  row: AxisRow
  strong?: boolean
}

function AxisLine({ columns, days, words, row, strong = false }: AxisLineProps) {
  return (
    <ol
      className={classNames(styles.cells, strong && styles.strong)}
      aria-label={`${row.title} ${words || `${days.length} hari`}`}
    >
      {words !== '' && (
        <li className={styles.words} aria-hidden>
          {words}
        </li>
      )}
      {days.map(day => {
        const line = axisLine(columns, day.date)
        if (line === null) return null
        const joined = line > 1 && columns[line - 2]?.width === 'day' && columns[line - 2]?.days[0]?.added !== true
        return (
          <li
            key={day.n}
            className={classNames(styles.cell, joined && styles.joined)}
            style={{ gridColumn: line }}
            title={daySentence(day)}
            data-moves={strong ? `${row.key}:${day.n}` : undefined}
          >
            <span className={classNames(faces.day, faces[day.state])} aria-hidden>
              {day.n}
            </span>
            <span className={layout.unseen}>{daySentence(day)}</span>
          </li>
        )
      })}
    </ol>
  )
}

/**
 * Animates elements with `data-moves="key"` from their previous position, so that people see what moved. Disabled for people who prefer reduced
 * motion.
 */
function useMoves(root: RefObject<HTMLElement | null>): void {
  const places = useRef(new Map<string, number>())
  useLayoutEffect(() => {
    const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches
    const now = new Map<string, number>()
    for (const element of root.current?.querySelectorAll<HTMLElement>('[data-moves]') ?? []) {
      const key = element.dataset.moves ?? ''
      now.set(key, element.offsetLeft)
      const before = places.current.get(key)
      if (still || before === undefined || before === element.offsetLeft) continue
      element.animate([{ transform: `translateX(${before - element.offsetLeft}px)` }, { transform: 'none' }], {
        duration: 240,
        easing: 'ease-out',
      })
    }
    places.current = now
  })
}
