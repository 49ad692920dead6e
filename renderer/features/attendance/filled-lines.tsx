import { IconCircleCheck, IconLock } from '@tabler/icons-react'
import type { AttendanceTask } from '../../../shared/features/attendance/contract.ts'
import { LinkAct } from '../../ui/link-act.tsx'
import { classPath } from '../cohort/class-tabs.ts'
import { countMarks, markCountWords } from './exception-reading.ts'
import styles from './filled-lines.module.css'

/** Classes whose day is complete: a thin row each, because nothing is left to do there but to close the day. */
export function FilledLines({ tasks, label }: { tasks: readonly AttendanceTask[]; label: string }) {
  return (
    <ul className={styles.rows} aria-label={label}>
      {tasks.map(task => (
        <li key={`${task.code} ${task.n}`} className={styles.row}>
          <IconCircleCheck size={16} className={styles.sign} role="img" aria-label="terisi" />
          <span className={styles.title}>{task.title}</span>
          <span className={styles.words}>
            hari ke-{task.n} · {markCountWords(countMarks(task.trainees.map(trainee => trainee.mark)))}
          </span>
          {task.closed && (
            <span className={styles.closed}>
              <IconLock size={13} aria-hidden /> ditutup
            </span>
          )}
          <span className={styles.act}>
            <LinkAct size="small" path={classPath(task.code, 'attendance')} label={`${act(task)}: ${task.title}`}>
              {act(task)}
            </LinkAct>
          </span>
        </li>
      ))}
    </ul>
  )
}

function act(task: AttendanceTask): string {
  return task.closed ? 'Buka' : `Tutup hari ke-${task.n}`
}
