import { Box } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { type RefCallback, useState } from 'react'
import type { AttendanceTask } from '../../../../shared/features/attendance/contract.ts'
import { type PlainDate, shortDay } from '../../../../shared/kernel/plain-date.ts'
import { api, useCommand } from '../../../app/client.ts'
import { cohortPath } from '../../../app/cohort-path.ts'
import { ExceptionLine } from '../../../ui/form/exception-line.tsx'
import { PathLink } from '../../../ui/page/path-link.tsx'
import { Rail } from '../../../ui/rail/rail.tsx'
import { railDays, railGaps } from '../../cohort/rail-days.ts'
import { formatMarkCount, readExceptions } from '../exception-reading.ts'
import { ExceptionReadingText } from '../exception-reading-text.tsx'
import { useFillDay } from '../use-fill-day.ts'
import styles from './cohort-line.module.css'
import type { FilledDays } from './use-filled-days.ts'

interface CohortLineProps {
  task: AttendanceTask
  today: PlainDate
  days: FilledDays
  inputRef?: RefCallback<HTMLInputElement>
  /** Starts with the cursor in the line, to change a filled day. */
  autoFocus?: boolean
  /** Called by ↑ and ↓. */
  onStep?: (by: 1 | -1) => void
  /** Called after saving: the cursor moves to the next line. */
  onFilled: () => void
  /** Called by Esc in a line that was opened for a correction. */
  onLeave?: () => void
}

/** One day of a class: its rail, and the line that fills the day. */
export function CohortLine({
  task,
  today,
  days,
  inputRef,
  autoFocus = false,
  onStep,
  onFilled,
  onLeave,
}: CohortLineProps) {
  const [text, setText] = useState('')
  const reading = readExceptions(text, task.trainees)
  const restore = useCommand(api.attendance.mark)
  const fill = useFillDay(task, ({ before }, fillAgain) => {
    if (before.length > 0)
      days.filled(taskKey(task), {
        undo: () => restore.run({ code: task.code, marks: before, reason: null }),
        redo: fillAgain,
      })
    setText('')
    onFilled()
  })

  return (
    <li
      className={styles.line}
      data-today={task.date === today || undefined}
      onKeyDown={event => {
        if (event.key !== 'Escape' || event.defaultPrevented) return
        event.preventDefault()
        // Esc first clears the text, then leaves the line.
        if (text !== '') setText('')
        else onLeave?.()
      }}
    >
      <CohortFacts task={task} today={today} />
      <ExceptionLine
        {...(inputRef ? { ref: inputRef } : {})}
        autoFocus={autoFocus}
        label={`Kehadiran ${task.title} hari ke-${task.n}, ${shortDay(task.date)}`}
        placeholder={task.complete ? 'terisi' : 'semua hadir'}
        value={text}
        onChange={next => {
          setText(next)
          fill.clear()
        }}
        onSubmit={() => fill.fill(reading)}
        {...(onStep ? { onStep } : {})}
        action="Simpan"
        pending={fill.pending}
        problem={reading.problem ?? fill.error ?? restore.error ?? undefined}
        spoken={formatMarkCount(reading.counts)}
        reading={
          fill.choice ? (
            fill.choice
          ) : text.trim() !== '' || reading.kept.length > 0 ? (
            <ExceptionReadingText reading={reading} />
          ) : (
            <Resting task={task} today={today} />
          )
        }
      />
    </li>
  )
}

/** The same line for people who may only look. */
export function WaitingLine({ task, today }: Pick<CohortLineProps, 'task' | 'today'>) {
  return (
    <li className={styles.line} data-today={task.date === today || undefined}>
      <CohortFacts task={task} today={today} />
      <div>
        <p>Belum diisi</p>
        <Resting task={task} today={today} />
      </div>
    </li>
  )
}

export function taskKey({ code, n }: AttendanceTask): string {
  return `${code} ${n}`
}

export function CohortFacts({ task, today }: { task: AttendanceTask; today: PlainDate }) {
  const facts = [task.instructors.map(person => person.name).join(', '), task.room].filter(Boolean)
  return (
    <Box miw={0}>
      <p className={styles.title}>
        <PathLink path={cohortPath(task.code, 'attendance')}>{task.title}</PathLink>{' '}
        <Box component="span" ms="0.25rem" c="var(--ink-2)" fz="0.75rem" fw={400}>
          {task.code}
        </Box>
      </p>
      <p className={styles.detail}>
        Hari ke-<b>{task.n}</b>
        {task.date !== today && <> · {shortDay(task.date)}</>}
        {facts.map(fact => (
          <span key={fact}> · {fact}</span>
        ))}
      </p>
      <Box maw="17.5rem" mt="2px">
        <Rail size="S" days={railDays(task.days, today)} gaps={railGaps(task.skipped)} />
      </Box>
    </Box>
  )
}

/** Below an empty line: an earlier unfilled day, else the number of people. */
function Resting({ task, today }: { task: AttendanceTask; today: PlainDate }) {
  const missed = task.missedDays.filter(day => day.n !== task.n)
  if (task.date !== today || missed.length === 0)
    return (
      <p className={styles.resting}>
        <PathLink path={cohortPath(task.code, 'trainees')} aria-label={`${task.trainees.length} peserta ${task.title}`}>
          {task.trainees.length} peserta
        </PathLink>
      </p>
    )
  const days = missed.map(day => `${day.n} (${shortDay(day.date)})`).join(', ')
  return (
    <p className={styles.missed}>
      <IconAlertTriangle size={14} aria-hidden />
      <PathLink path="/kehadiran">Hari ke-{days} juga belum diisi</PathLink>
    </p>
  )
}
