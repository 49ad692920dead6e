import { IconCalendar, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { createRoute, useRouter } from '@tanstack/react-router'
import { useRef } from 'react'
import type { HomeOverview } from '../../../shared/features/home/contract.ts'
import { fullDate, shortDay } from '../../../shared/kernel/date-format.ts'
import { api } from '../../app/client.ts'
import { QueryBoundary } from '../../app/query-boundary.tsx'
import { rootRoute } from '../../app/root-route.tsx'
import { useSession, useToday } from '../../app/session.tsx'
import type { Action } from '../../ui/action/action.ts'
import { ActionButton } from '../../ui/action/action-button.tsx'
import { useActions } from '../../ui/action/use-actions.ts'
import { EmptyState } from '../../ui/feedback/empty-state.tsx'
import { Note } from '../../ui/feedback/note.tsx'
import { formatMoment } from '../../ui/page/moment-format.ts'
import { Page } from '../../ui/page/page.tsx'
import { TodayPanel } from '../attendance/today/today-panel.tsx'
import { CrashNote } from '../computer/crash-note.tsx'
import { FirstRunPanel } from '../computer/first-run-panel.tsx'
import { DuePanel } from '../report/year/due-panel.tsx'
import { BackupNote, BackupPanel } from './backup-panel.tsx'
import { BudgetPanel } from './budget-panel.tsx'
import { ExpiringPanel } from './expiring-panel.tsx'
import { FirstCohort } from './first-cohort.tsx'
import { KeyNote } from './key-note.tsx'
import { OpenTaskPanel } from './open-task-panel.tsx'
import { UpdateNote } from './update-note.tsx'
import { WeekPanel } from './week-panel.tsx'

export const homeRoute = createRoute({ getParentRoute: () => rootRoute, path: '/', component: HomePage })

/** What must be done today, with the cursor in the first line. */
function HomePage() {
  const today = useToday()
  const router = useRouter()
  const overview = useQuery(api.home.overview.queryOptions({ input: {} }))
  const newTrainee: Action = {
    label: 'Peserta baru',
    keys: 'Alt B',
    icon: IconPlus,
    run: () => router.history.push('/peserta/baru'),
  }
  useActions([newTrainee])
  return (
    <Page
      title={fullDate(today)}
      facts={overview.data && formatCount(overview.data.counts)}
      actions={
        <>
          <ActionButton action={newTrainee} />
          <ActionButton icon={IconPlus} onAction={() => router.history.push('/angkatan/baru')}>
            Angkatan baru
          </ActionButton>
        </>
      }
      side={overview.data && <Side overview={overview.data} />}
    >
      <CrashNote />
      <ClockNote />
      <BackupNote />
      <KeyNote />
      <UpdateNote />
      <FirstRunPanel />
      <QueryBoundary query={overview}>{data => <Main overview={data} />}</QueryBoundary>
    </Page>
  )
}

function Main({ overview }: { overview: HomeOverview }) {
  const { today, counts, openTasks } = overview
  const tasks = useQuery(api.attendance.tasks.queryOptions({ input: {} }))
  const open = useRef<HTMLDivElement>(null)
  if (counts.cohorts === 0) return <FirstCohort />
  return (
    <>
      <QueryBoundary query={tasks} rows={9}>
        {({ today: classes }) => (
          <TodayPanel
            tasks={classes}
            today={today}
            empty={<NoCohortToday overview={overview} />}
            onAllFilled={() => open.current?.querySelector('a')?.focus()}
          />
        )}
      </QueryBoundary>
      <div ref={open}>
        <OpenTaskPanel tasks={openTasks} />
      </div>
    </>
  )
}

function Side({ overview }: { overview: HomeOverview }) {
  // Whoever may not see reports has no reminders of them.
  const due = useQuery(api.report.due.queryOptions({ input: {} }))
  return (
    <>
      <WeekPanel week={overview.week} today={overview.today} />
      <ExpiringPanel expiring={overview.expiring} />
      {overview.budget && <BudgetPanel budget={overview.budget} today={overview.today} />}
      {due.data && due.data.length > 0 && <DuePanel due={due.data} shown={3} title="Jatuh tempo bulan ini" />}
      <BackupPanel />
    </>
  )
}

/** '3 kelas berjalan · 1 menunggu sidang · 2 segera mulai' */
function formatCount({ running, waitingPanel, startingSoon }: HomeOverview['counts']): string {
  const parts = [
    `${running} kelas berjalan`,
    waitingPanel > 0 && `${waitingPanel} menunggu sidang`,
    startingSoon > 0 && `${startingSoon} segera mulai`,
  ]
  return parts.filter(Boolean).join(' · ')
}

/** At the top: the clock of the computer has jumped since the last work. Dates of papers and attendance follow it. */
function ClockNote() {
  const { clockJumpedFrom, now } = useSession()
  if (clockJumpedFrom === null) return null
  return (
    <Note tone="err" title={`Jam komputer ini menunjuk ${formatMoment(now)}. Periksa dulu.`}>
      Pekerjaan terakhir tercatat {formatMoment(clockJumpedFrom)}. Bila jamnya salah, kehadiran dan tanggal surat ikut
      salah. Cadangan tetap berurutan menurut kapan ditulis.
    </Note>
  )
}

/** Why nothing is to be filled in today, and when the classes go on. */
function NoCohortToday({ overview }: { overview: HomeOverview }) {
  const { dayOff, nextCohortDay } = overview
  return (
    <EmptyState
      icon={IconCalendar}
      title={dayOff === null ? 'Tidak ada kelas hari ini.' : `Hari ini libur: ${dayOff}.`}
    >
      {nextCohortDay && `Kelas lanjut ${shortDay(nextCohortDay)}.`}
    </EmptyState>
  )
}
