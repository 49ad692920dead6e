import { ActionIcon, Box } from '@mantine/core'
import { IconChevronLeft, IconChevronRight, IconLock } from '@tabler/icons-react'
import { type Ref, useState } from 'react'
import { domainErrorMessage } from '../../../shared/domain-error.ts'
import type { AttendanceGrid } from '../../../shared/features/attendance/contract.ts'
import type { CohortDay } from '../../../shared/features/cohort/contract.ts'
import { isMemberOn } from '../../../shared/features/cohort/membership.ts'
import { shortDay } from '../../../shared/kernel/plain-date.ts'
import { LinkAction } from '../../ui/action/action-button.tsx'
import { ExceptionLine } from '../../ui/form/exception-line.tsx'
import { Columns } from '../../ui/page/columns.tsx'
import layout from '../../ui/page/layout.module.css'
import { formatMoment } from '../../ui/page/moment-format.ts'
import { Panel } from '../../ui/page/panel.tsx'
import styles from './day-bar.module.css'
import { type ExceptionReading, formatMarkCount, type LineTrainee, readExceptions } from './exception-reading.ts'
import { ExceptionReadingText } from './exception-reading-text.tsx'
import { type FillOutcome, useFillDay } from './use-fill-day.ts'

interface DayBarProps {
  grid: AttendanceGrid
  day: CohortDay
  /** Why the class is read-only. */
  locked: string | undefined
  text: string
  onText: (text: string) => void
  /** Called after the marks were stored; `fillAgain` stores the same again. */
  onFilled: (outcome: FillOutcome, fillAgain: () => Promise<unknown>) => void
  onReopen: () => void
  onDay: (n: number) => void
  /** Number of days that should have been filled by now. */
  waiting: number
  /** Fills all of them at once. */
  onFillDays: () => void
  ref: Ref<HTMLInputElement>
}

/** People who need a mark on the day, with their present mark. */
export function lineTrainees(grid: AttendanceGrid, n: number): LineTrainee[] {
  return grid.rows
    .filter(row => isMemberOn(row, n))
    .map(({ enrolmentId, position, name, cells }) => ({
      enrolmentId,
      position,
      name,
      mark: cells[n - 1]?.mark ?? null,
    }))
}

/** Above the grid: the day and the line that fills it, or why it cannot be filled. */
export function DayBar({ grid, day, locked, ...line }: DayBarProps) {
  const closed = day.closed
  return (
    <Panel dense tone={day.date === grid.today ? 'now' : 'plain'} label={`Hari ke-${day.n}`}>
      <Columns mih="2.5rem" align="center" widths="10.5rem 1fr">
        <DayName {...{ grid, day }} onDay={line.onDay} />
        {closed ? (
          <p className={styles.words}>
            <IconLock size={16} aria-hidden /> Ditutup oleh {closed.by}, {formatMoment(closed.at)}.{' '}
            {locked === undefined && (
              <LinkAction needs="attendance.reopen" onAction={line.onReopen}>
                Buka kembali…
              </LinkAction>
            )}
            <NextOpen {...{ grid, day }} onDay={line.onDay} waiting={line.waiting} onFillDays={line.onFillDays} />
          </p>
        ) : locked !== undefined || day.date > grid.today ? (
          <p className={styles.words}>
            {locked ?? domainErrorMessage({ code: 'day_in_future', n: day.n, date: day.date })} Daftar hadir kosong
            dapat dicetak sekarang.
          </p>
        ) : (
          <Line {...{ grid, day }} {...line} />
        )}
      </Columns>
    </Panel>
  )
}

function DayName({ grid, day, onDay }: Pick<DayBarProps, 'grid' | 'day' | 'onDay'>) {
  return (
    <div className={styles.name}>
      <div>
        <Box component="p" fz="0.875rem" fw={600} lh="1.25rem">
          Hari ke-{day.n}
        </Box>
        <p className={layout.detail}>
          {shortDay(day.date)}
          {day.date === grid.today && ', hari ini'}
        </p>
      </div>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={24}
        aria-label="Hari sebelumnya"
        disabled={day.n <= 1}
        onClick={() => onDay(day.n - 1)}
      >
        <IconChevronLeft size={16} aria-hidden />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={24}
        aria-label="Hari berikutnya"
        disabled={day.n >= grid.days.length}
        onClick={() => onDay(day.n + 1)}
      >
        <IconChevronRight size={16} aria-hidden />
      </ActionIcon>
    </div>
  )
}

function Line({ grid, day, text, onText, onFilled, ref, ...open }: Omit<DayBarProps, 'locked'>) {
  const [said, setSaid] = useState('')
  const trainees = lineTrainees(grid, day.n)
  const reading = readExceptions(text, trainees)
  const fill = useFillDay({ code: grid.code, n: day.n }, (output, fillAgain) => {
    setSaid(formatMarkCount(reading.counts))
    onText('')
    onFilled(output, fillAgain)
  })

  return (
    <ExceptionLine
      ref={ref}
      autoFocus
      layout="beside"
      label={`Kehadiran hari ke-${day.n}, ${shortDay(day.date)}`}
      placeholder={day.complete ? 'terisi' : 'semua hadir'}
      value={text}
      onChange={next => {
        onText(next)
        setSaid('')
        fill.clear()
      }}
      onSubmit={() => fill.fill(reading)}
      pending={fill.pending}
      problem={reading.problem ?? fill.error ?? undefined}
      spoken={said || formatMarkCount(reading.counts)}
      reading={fill.choice ?? <Labels {...{ text, reading, grid, day, trainees }} {...open} />}
    />
  )
}

interface WordsProps extends Pick<DayBarProps, 'grid' | 'day' | 'onDay' | 'waiting' | 'onFillDays'> {
  text: string
  reading: ExceptionReading
  trainees: readonly LineTrainee[]
}

function Labels({ text, reading, trainees, ...next }: WordsProps) {
  if (text.trim() !== '') return <ExceptionReadingText reading={reading} />
  const open = trainees.filter(one => one.mark === null).length
  return (
    <p>
      {open === 0 ? (
        <>
          Terisi: <b>{formatMarkCount(reading.counts)}</b>.
        </>
      ) : (
        <>
          <b>{open} orang</b> belum diisi. Ketik seperti 3s 7i 12, lalu Enter: sisanya hadir.
        </>
      )}{' '}
      <NextOpen {...next} />
    </p>
  )
}

type NextOpenProps = Pick<DayBarProps, 'grid' | 'day' | 'onDay' | 'waiting' | 'onFillDays'>

/** Links to another unfilled day, and to filling all at once. */
function NextOpen({ grid, day, onDay, waiting, onFillDays }: NextOpenProps) {
  const missed = grid.days.find(one => one.date < grid.today && !one.complete && one.n !== day.n)
  if (!missed) return null
  return (
    <>
      <LinkAction onAction={() => onDay(missed.n)}>
        Hari ke-{missed.n} ({shortDay(missed.date)}) juga belum diisi
      </LinkAction>
      {waiting > 1 && (
        <>
          {' · '}
          <LinkAction needs="attendance.change" onAction={onFillDays}>
            Isi {waiting} hari kosong… (Ctrl E)
          </LinkAction>
        </>
      )}
    </>
  )
}
