import { IconClipboardCheck, IconScan } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { createRoute, useRouter } from '@tanstack/react-router'
import { fullDate } from '../../../shared/kernel/date-words.ts'
import { api } from '../../app/client.ts'
import { Reading } from '../../app/reading.tsx'
import { rootRoute } from '../../app/root-route.tsx'
import { useToday } from '../../app/session.tsx'
import { ActButton } from '../../ui/act-button.tsx'
import { Badge } from '../../ui/badge.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { KeyHints } from '../../ui/key-cap.tsx'
import { Page } from '../../ui/page.tsx'
import { Panel } from '../../ui/panel.tsx'
import { scansPath } from '../scan/scan-words.ts'
import { ClassLines } from './class-lines.tsx'
import { TodayPanel } from './today-panel.tsx'

export const attendanceRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/kehadiran',
  component: AttendancePage,
})

/** All classes of today as lines, then the earlier days that still wait for marks. */
function AttendancePage() {
  const router = useRouter()
  const today = useToday()
  const tasks = useQuery(api.attendance.tasks.queryOptions({ input: {} }))
  return (
    <Page
      title="Kehadiran"
      facts={fullDate(today)}
      actions={
        <ActButton icon={IconScan} onAct={() => router.history.push(scansPath)}>
          Pindaian
        </ActButton>
      }
    >
      <Reading query={tasks}>
        {({ today: classes, earlier }) => (
          <>
            <TodayPanel tasks={classes} today={today} empty={<NoClass waiting={earlier.length > 0} />} />
            {earlier.length > 0 && (
              <Panel
                title={
                  <>
                    Hari yang belum diisi <Badge tone="warn">{earlier.length} hari</Badge>
                  </>
                }
                flush
              >
                <ClassLines
                  tasks={earlier}
                  today={today}
                  label="Hari yang belum diisi"
                  autoFocus={classes.every(task => task.complete)}
                />
              </Panel>
            )}
            <KeyHints
              hints={[
                { keys: 'Enter', text: 'simpan, baris berikut' },
                { keys: ['↑', '↓'], text: 'pindah kelas' },
              ]}
            />
          </>
        )}
      </Reading>
    </Page>
  )
}

function NoClass({ waiting }: { waiting: boolean }) {
  return (
    <EmptyState icon={IconClipboardCheck} title="Tidak ada kelas hari ini.">
      {waiting ? 'Di bawah ini hari-hari lalu yang belum diisi.' : 'Semua hari yang sudah berjalan sudah diisi.'}
    </EmptyState>
  )
}
