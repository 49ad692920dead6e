import { IconCheck, IconScan } from '@tabler/icons-react'
import type { CSSProperties, ReactNode } from 'react'
import { MarkChip } from '../../../ui/board/mark-chip.tsx'
import { classNames } from '../../../ui/page/class-names.ts'
import layout from '../../../ui/page/layout.module.css'
import rails from '../../../ui/rail/rail.module.css'
import { gapKind } from '../../../ui/rail/rail-faces.tsx'
import type { RailColumn } from '../../../ui/rail/rail-layout.ts'
import { railTemplate } from '../../../ui/rail/rail-template.ts'
import type { DayFigures } from './day-figures.ts'
import styles from './day-line.module.css'

interface DayLineProps {
  /** The columns of the rail, shared by everything below it. */
  row: readonly RailColumn[]
  figures: readonly DayFigures[]
  rail: ReactNode
  head: ReactNode
}

const markNames = { S: 'sakit', I: 'izin', A: 'alpa' } as const
const scanNames = { done: 'hasil scan ada', waits: 'belum discan', none: '' } as const

/** For each day: how many were present, who was not, and whether the signed sheet was scanned. */
export function DayLine({ row, figures, rail, head }: DayLineProps) {
  return (
    <div className={classNames(rails.M, styles.line)} style={{ '--columns': railTemplate(row) } as CSSProperties}>
      <span className={styles.label}>Hari pelatihan</span>
      <div className={styles.rail}>{rail}</div>
      <span className={classNames(styles.label, styles.present)}>{head}</span>
      <span className={styles.label}>Tidak hadir</span>
      <span className={styles.label}>Hasil scan</span>
      {row.map((column, index) => {
        const at = { gridColumn: index + 2 }
        if (column.type === 'gap')
          return (
            <span key={column.gaps[0]?.date} className={styles.gap} data-off={gapKind(column)} style={at} aria-hidden />
          )
        const day = figures.find(one => one.n === column.day.n)
        return day ? <Day key={day.n} day={day} style={at} /> : null
      })}
    </div>
  )
}

function Day({ day, style }: { day: DayFigures; style: CSSProperties }) {
  const open = day.state === 'open'
  return (
    <>
      <span className={classNames(styles.cell, styles.bars)} style={style} title={sentence(day)}>
        <span className={layout.unseen}>{sentence(day)}</span>
        <span aria-hidden>{open ? '–' : day.present}</span>
        {!open && (
          <span
            className={classNames(styles.bar, styles[day.state])}
            style={{ height: `${(day.present / Math.max(1, day.expected)) * 2.5}rem` }}
            aria-hidden
          />
        )}
      </span>
      <span className={classNames(styles.cell, styles.marks)} style={style} title={absentNames(day)} aria-hidden>
        {day.absent.map(({ mark, names }) => (
          <span key={mark} className={styles.mark} data-narrow={day.absent.length > 1 || names.length > 1 || undefined}>
            <MarkChip mark={mark} />
            {names.length > 1 && day.absent.length < 3 && names.length}
          </span>
        ))}
      </span>
      <span className={classNames(styles.cell, styles.scan)} style={style} aria-hidden>
        {day.scan === 'done' ? <IconCheck size={15} /> : day.scan === 'waits' ? <IconScan size={15} /> : '–'}
      </span>
    </>
  )
}

function sentence(day: DayFigures): string {
  if (day.state === 'open') return `Hari ke-${day.n}: belum diisi`
  const absent = day.absent.map(({ mark, names }) => `${names.length} ${markNames[mark]}`)
  return [`Hari ke-${day.n}: ${day.present} dari ${day.expected} hadir`, ...absent, scanNames[day.scan]]
    .filter(Boolean)
    .join(', ')
}

function absentNames(day: DayFigures): string {
  return day.absent.map(({ mark, names }) => `${markNames[mark]}: ${names.join(', ')}`).join(' · ')
}
