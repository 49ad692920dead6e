import { Box } from '@mantine/core'
import { type ReactNode, useContext } from 'react'
import type { AttendanceTask } from '../../../../shared/features/attendance/contract.ts'
import type { PlainDate } from '../../../../shared/kernel/plain-date.ts'
import { MayContext } from '../../../ui/action/action.ts'
import { Badge } from '../../../ui/feedback/badge.tsx'
import { Panel } from '../../../ui/page/panel.tsx'
import { CohortLines } from './cohort-lines.tsx'
import type { FilledDays } from './use-filled-days.ts'

interface TodayPanelProps {
  /** Classes that meet today. */
  tasks: readonly AttendanceTask[]
  today: PlainDate
  days: FilledDays
  /** Shown when no class meets. */
  empty: ReactNode
  onAllFilled?: () => void
}

/** Number of lines that fit without scrolling. */
const shown = 4

/** Attendance of today, a line for each class. With many classes, unfilled ones come first. */
export function TodayPanel({ tasks, today, days, empty, onAllFilled }: TodayPanelProps) {
  const mayFill = useContext(MayContext)('attendance.change')
  const waiting = tasks.filter(task => !task.complete)
  const ordered = tasks.length > shown ? [...waiting, ...tasks.filter(task => task.complete)] : tasks
  return (
    <Panel
      title={<>Kehadiran hari ini {waiting.length > 0 && <Badge tone="now">{waiting.length} belum</Badge>}</>}
      extra={
        waiting.length > 0
          ? mayFill && (
              <>
                nomor + huruf, sisanya hadir:{' '}
                <Box component="span" c="var(--ink)" ff="monospace">
                  3s 7i 12a
                </Box>
              </>
            )
          : tasks.length > 0 && 'Semua kehadiran hari ini sudah diisi.'
      }
      flush
    >
      {tasks.length === 0 && empty}
      {tasks.length > 0 && (
        <CohortLines
          {...{ today, days }}
          tasks={ordered}
          label="Kelas hari ini"
          autoFocus
          {...(onAllFilled ? { onAllFilled } : {})}
        />
      )}
    </Panel>
  )
}
