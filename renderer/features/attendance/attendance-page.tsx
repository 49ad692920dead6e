import { IconClipboardCheck, IconClock, IconScan } from '@tabler/icons-react'
import { useRouter } from '@tanstack/react-router'
import { fullDate } from '../../../shared/kernel/plain-date.ts'
import { api, QueryBoundary, useRead, useToday } from '../../app/client.ts'
import { pageRoute } from '../../app/root-route.tsx'
import { useActions } from '../../ui/action/action.ts'
import { ActionButton } from '../../ui/action/action-button.tsx'
import { KeyHints } from '../../ui/action/key-cap.tsx'
import { listKeys } from '../../ui/action/widget-keys.ts'
import { Badge } from '../../ui/feedback/badge.tsx'
import { EmptyState } from '../../ui/feedback/empty-state.tsx'
import { Page } from '../../ui/page/page.tsx'
import { Panel } from '../../ui/page/panel.tsx'
import { scansPath } from '../scan/scan-labels.ts'
import { CohortLines } from './today/cohort-lines.tsx'
import { TodayPanel } from './today/today-panel.tsx'
import { useFilledDays } from './today/use-filled-days.ts'

export const attendanceRoute = pageRoute('/kehadiran', AttendancePage)

/** All classes of today as lines, then the earlier days that still wait for marks. */
function AttendancePage() {
  const router = useRouter()
  const today = useToday()
  const tasks = useRead(api.attendance.tasks, {})
  const days = useFilledDays()
  useActions(days.actions)
  return (
    <Page
      title="Kehadiran"
      facts={fullDate(today)}
      actions={
        <>
          <ActionButton needs="attendance.change" icon={IconScan} onAction={() => router.history.push(scansPath)}>
            Hasil scan
          </ActionButton>
          <ActionButton icon={IconClock} onAction={() => router.history.push('/kehadiran/jam-mengajar')}>
            Jam mengajar
          </ActionButton>
        </>
      }
    >
      <QueryBoundary query={tasks}>
        {({ today: classes, earlier }) => (
          <>
            <TodayPanel tasks={classes} today={today} days={days} empty={<NoCohort waiting={earlier.length > 0} />} />
            {earlier.length > 0 && (
              <Panel
                title={
                  <>
                    Hari yang belum diisi <Badge tone="warn">{earlier.length} hari</Badge>
                  </>
                }
                flush
              >
                <CohortLines
                  tasks={earlier}
                  today={today}
                  days={days}
                  label="Hari yang belum diisi"
                  autoFocus={classes.every(task => task.complete)}
                />
              </Panel>
            )}
            <KeyHints hints={[listKeys.open('simpan, baris berikut'), listKeys.rows('pindah'), days.actions[0]]} />
          </>
        )}
      </QueryBoundary>
    </Page>
  )
}

function NoCohort({ waiting }: { waiting: boolean }) {
  return (
    <EmptyState icon={IconClipboardCheck} title="Tidak ada kelas hari ini.">
      {waiting ? 'Di bawah ini hari-hari lalu yang belum diisi.' : 'Semua hari yang sudah berjalan sudah diisi.'}
    </EmptyState>
  )
}
