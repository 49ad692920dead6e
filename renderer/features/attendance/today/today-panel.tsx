import { Box } from '@mantine/core'
import type { ReactNode } from 'react'
import type { AttendanceTask } from '../../../../shared/features/attendance/contract.ts'
import type { PlainDate } from '../../../../shared/kernel/plain-date.ts'
import { Badge } from '../../../ui/feedback/badge.tsx'
import { Note } from '../../../ui/feedback/note.tsx'
import { Panel } from '../../../ui/page/panel.tsx'
import { CohortLines } from './cohort-lines.tsx'
import { FilledLines } from './filled-lines.tsx'
import styles from './today-panel.module.css'

interface TodayPanelProps {
  /** Classes that meet today. */
  tasks: readonly AttendanceTask[]
  today: PlainDate
  /** Stands in the panel where no class meets. */
  empty: ReactNode
  onAllFilled?: () => void
}

/** The attendance of today: a line for each class that waits, a thin row for each that is done. */
export function TodayPanel({ tasks, today, empty, onAllFilled }: TodayPanelProps) {
  const waiting = tasks.filter(task => !task.complete)
  const filled = tasks.filter(task => task.complete)
  return (
    <Panel
      title={<>Isi kehadiran hari ini {waiting.length > 0 && <Badge tone="now">{waiting.length} kelas</Badge>}</>}
      extra={
        waiting.length > 0 && (
          <>
            nomor + huruf, sisanya hadir:{' '}
            <Box component="span" c="var(--ink)" ff="monospace">
              3s 7i 12a
            </Box>
          </>
        )
      }
      flush
    >
      {tasks.length === 0 && empty}
      {tasks.length > 0 && waiting.length === 0 && (
        <Box p="0.75rem 1rem">
          <Note tone="ok">Semua kehadiran hari ini sudah diisi.</Note>
        </Box>
      )}
      {waiting.length > 0 && (
        <CohortLines
          tasks={waiting}
          today={today}
          label="Kelas yang belum diisi"
          autoFocus
          {...(onAllFilled ? { onAllFilled } : {})}
        />
      )}
      {filled.length > 0 && (
        <div className={styles.filled}>
          <FilledLines tasks={filled} label="Kelas yang sudah diisi" />
        </div>
      )}
    </Panel>
  )
}
