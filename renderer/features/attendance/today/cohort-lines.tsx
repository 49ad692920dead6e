import { useContext, useEffect, useRef } from 'react'
import type { AttendanceTask } from '../../../../shared/features/attendance/contract.ts'
import type { PlainDate } from '../../../../shared/kernel/plain-date.ts'
import { MayContext } from '../../../ui/action/action.ts'
import { CohortLine, taskKey, WaitingLine } from './cohort-line.tsx'
import styles from './cohort-lines.module.css'
import { FilledLine } from './filled-line.tsx'
import type { FilledDays } from './use-filled-days.ts'

interface CohortLinesProps {
  /** Days of classes; a filled one keeps its place. */
  tasks: readonly AttendanceTask[]
  today: PlainDate
  days: FilledDays
  label: string
  /** Focuses the first line when the page opens. */
  autoFocus?: boolean
  /** Called after the last line is saved. */
  onAllFilled?: () => void
}

/** Lines to fill one after the other: Enter saves and goes to the next, ↑ ↓ move. */
export function CohortLines({ tasks, today, days, label, autoFocus = false, onAllFilled }: CohortLinesProps) {
  const mayFill = useContext(MayContext)('attendance.change')
  const inputs = useRef(new Map<string, HTMLInputElement>())
  const keys = tasks.filter(task => !task.complete).map(taskKey)

  function step(from: string, by: 1 | -1) {
    const to = keys[keys.indexOf(from) + by]
    if (to !== undefined) inputs.current.get(to)?.focus()
  }
  function moveOn(from: string) {
    const at = keys.indexOf(from)
    // The saved line disappears: go to the next one, or to one that was skipped above.
    const to = keys[at + 1] ?? keys.find(key => key !== from)
    if (to === undefined) onAllFilled?.()
    else inputs.current.get(to)?.focus()
  }

  useEffect(() => {
    if (autoFocus) inputs.current.values().next().value?.focus()
  }, [autoFocus])

  return (
    <ul className={styles.lines} aria-label={label} data-many={tasks.length > 4 || undefined}>
      {tasks.map(task => {
        const key = taskKey(task)
        if (task.complete) return <FilledLine key={key} {...{ task, today, days }} />
        if (!mayFill) return <WaitingLine key={key} {...{ task, today }} />
        return (
          <CohortLine
            key={key}
            {...{ task, today, days }}
            inputRef={input => {
              if (!input) return
              inputs.current.set(key, input)
              return () => {
                inputs.current.delete(key)
              }
            }}
            onStep={by => step(key, by)}
            onFilled={() => moveOn(key)}
          />
        )
      })}
    </ul>
  )
}
