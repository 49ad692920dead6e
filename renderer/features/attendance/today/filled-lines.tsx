import { Box } from '@mantine/core'
import { IconCircleCheck, IconLock } from '@tabler/icons-react'
import type { AttendanceTask } from '../../../../shared/features/attendance/contract.ts'
import { cohortPath } from '../../../app/cohort-path.ts'
import { LinkAction } from '../../../ui/action/link-action.tsx'
import layout from '../../../ui/page/layout.module.css'
import { countMarks, formatMarkCount } from '../exception-reading.ts'
import styles from './filled-lines.module.css'

/** Classes whose day is complete: a thin row each, because nothing is left to do there but to close the day. */
export function FilledLines({ tasks, label }: { tasks: readonly AttendanceTask[]; label: string }) {
  return (
    <ul aria-label={label}>
      {tasks.map(task => (
        <li key={`${task.code} ${task.n}`} className={styles.row}>
          <IconCircleCheck size={16} className={styles.sign} role="img" aria-label="terisi" />
          <span className={layout.strong}>{task.title}</span>
          <span className={styles.words}>
            hari ke-{task.n} · {formatMarkCount(countMarks(task.trainees.map(trainee => trainee.mark)))}
          </span>
          {task.closed && (
            <span className={styles.closed}>
              <IconLock size={13} aria-hidden /> ditutup
            </span>
          )}
          <Box component="span" ms="auto">
            <LinkAction
              size="small"
              path={cohortPath(task.code, 'attendance')}
              label={`${action(task)}: ${task.title}`}
            >
              {action(task)}
            </LinkAction>
          </Box>
        </li>
      ))}
    </ul>
  )
}

function action(task: AttendanceTask): string {
  return task.closed ? 'Buka' : `Tutup hari ke-${task.n}`
}
