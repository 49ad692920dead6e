import { Flex } from '@mantine/core'
import { IconCircleCheck, IconLock } from '@tabler/icons-react'
import { type ReactNode, useContext, useEffect, useRef, useState } from 'react'
import type { AttendanceTask } from '../../../../shared/features/attendance/contract.ts'
import { markLabel } from '../../../../shared/features/attendance/mark.ts'
import type { PlainDate } from '../../../../shared/kernel/plain-date.ts'
import { attendancePath } from '../../../app/cohort-path.ts'
import { MayContext } from '../../../ui/action/action.ts'
import { LinkAction } from '../../../ui/action/action-button.tsx'
import layout from '../../../ui/page/layout.module.css'
import { PathLink } from '../../../ui/page/path-link.tsx'
import { countMarks, formatMarkCount } from '../exception-reading.ts'
import styles from './cohort-line.module.css'
import { CohortFacts, CohortLine, taskKey } from './cohort-line.tsx'
import type { FilledDays } from './use-filled-days.ts'

interface FilledLineProps {
  task: AttendanceTask
  today: PlainDate
  days: FilledDays
}

/** A class whose day is filled: figures, who was absent, what remains to do. */
export function FilledLine({ task, today, days }: FilledLineProps) {
  const [editing, setEditing] = useState(false)
  const mayChange = useContext(MayContext)('attendance.change')
  // After editing, the focus returns to the link that opened the line.
  const [leaving, setLeaving] = useState(false)
  function leave() {
    setLeaving(true)
    setEditing(false)
  }
  if (editing) return <CohortLine task={task} today={today} days={days} autoFocus onFilled={leave} onLeave={leave} />
  const away = task.trainees.filter(one => one.mark !== null && one.mark !== 'H')
  return (
    <li className={styles.line}>
      <CohortFacts task={task} today={today} />
      <div>
        <Flex mih="1.875rem" align="center" gap="0.75rem" wrap="wrap">
          <Flex component="p" align="center" gap="0.5rem" me="auto" fz="0.84375rem">
            <IconCircleCheck size={18} className={layout.ok} role="img" aria-label="terisi" />
            <b>{formatMarkCount(countMarks(task.trainees.map(one => one.mark)))}</b>
          </Flex>
          {days.newest === taskKey(task) && (
            <LinkAction size="small" onAction={() => void days.undo()}>
              Urungkan
            </LinkAction>
          )}
          <LinkAction
            needs="attendance.change"
            size="small"
            path={attendancePath(task.code, task.n)}
            label={`${closing(task)}: ${task.title}`}
          >
            {closing(task)}
          </LinkAction>
        </Flex>
        <p className={styles.resting}>
          {away.map((one, index) => (
            <span key={one.enrolmentId}>
              {index > 0 && ' · '}
              {one.position}{' '}
              <PathLink path={`${attendancePath(task.code, task.n)}&orang=${one.enrolmentId}`}>{one.name}</PathLink>{' '}
              {one.mark && markLabel(one.mark).toLowerCase()}
            </span>
          ))}
          {task.closed ? (
            <>
              {away.length > 0 && ' · '}
              <IconLock size={13} aria-hidden /> ditutup
            </>
          ) : (
            mayChange && (
              <Change
                between={away.length > 0}
                label={`Ubah kehadiran ${task.title}`}
                autoFocus={leaving}
                onChange={() => setEditing(true)}
              />
            )
          )}
        </p>
      </div>
    </li>
  )
}

interface ChangeProps {
  between: boolean
  label: string
  autoFocus: boolean
  onChange: () => void
}

function Change({ between, label, autoFocus, onChange }: ChangeProps): ReactNode {
  const place = useRef<HTMLSpanElement>(null)
  useEffect(() => {
    if (autoFocus) place.current?.querySelector('button')?.focus()
  }, [autoFocus])
  return (
    <span ref={place}>
      {between && ' · '}
      <LinkAction needs="attendance.change" size="small" label={label} onAction={onChange}>
        Ubah
      </LinkAction>
    </span>
  )
}

/** Text of the link; a closed day can only be opened. */
function closing(task: AttendanceTask): string {
  return task.closed ? 'Buka' : `Tutup hari ke-${task.n}`
}
