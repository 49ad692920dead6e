import { Box } from '@mantine/core'
import { useState } from 'react'
import type { OpenTask } from '../../../shared/features/home/contract.ts'
import { daysBetween, type PlainDate, shortDate, shortDay } from '../../../shared/kernel/plain-date.ts'
import { LinkAction } from '../../ui/action/action-button.tsx'
import { AllDone } from '../../ui/feedback/all-done.tsx'
import { Badge } from '../../ui/feedback/badge.tsx'
import layout from '../../ui/page/layout.module.css'
import { Panel } from '../../ui/page/panel.tsx'
import styles from './open-task-panel.module.css'

/** The rest is behind a button, so that the page need not scroll. */
const shown = 4

/** Unfinished work, nearest deadline first, each with its next action. */
export function OpenTaskPanel({ tasks, today }: { tasks: readonly OpenTask[]; today: PlainDate }) {
  const [all, setAll] = useState(false)
  const more = tasks.length - shown
  return (
    <Panel
      title="Menunggu diselesaikan"
      facts={tasks.length > 0 ? 'menurut tenggat' : undefined}
      extra={
        more > 0 && (
          <LinkAction size="small" onAction={() => setAll(!all)}>
            {all ? 'Ringkas' : `${more} lagi`}
          </LinkAction>
        )
      }
      flush
    >
      {tasks.length === 0 ? (
        <Box p="0.875rem 1rem">
          <AllDone>Tidak ada yang menunggu.</AllDone>
        </Box>
      ) : (
        <ul className={layout.lines} aria-label="Menunggu diselesaikan">
          {tasks.slice(0, all ? undefined : shown).map(task => (
            <li key={`${task.kind} ${task.path} ${task.title}`} className={styles.row}>
              <DueWord due={task.due} today={today} />
              <p className={styles.title} title={`${task.title}: ${task.detail}`}>
                <b>{task.title}</b> <span className={layout.detail}>{task.detail}</span>
              </p>
              <LinkAction needs={task.needs} path={task.path} label={`${task.action}: ${task.title}`}>
                {task.action}
              </LinkAction>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}

function DueWord({ due, today }: { due: PlainDate | null; today: PlainDate }) {
  if (due === null) return <span className={styles.due} />
  const days = daysBetween(today, due)
  if (days === 0) return <Badge tone="now">hari ini</Badge>
  return (
    <span className={styles.due} data-late={days < 0 || undefined}>
      {days === 1 ? 'besok' : days > 1 && days < 7 ? shortDay(due).split(/\s/).slice(0, 2).join(' ') : shortDate(due)}
    </span>
  )
}
