import { IconCalendar, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useRef } from 'react'
import type { HomeOverview } from '../../../shared/features/home/contract.ts'
import { fullDate, shortDay } from '../../../shared/kernel/date-format.ts'
import { api } from '../../app/client.ts'
import { QueryBoundary } from '../../app/query-boundary.tsx'
import { pageRoute } from '../../app/root-route.tsx'
import { mayOf, useSession, useToday } from '../../app/session.tsx'
import type { Action } from '../../ui/action/action.ts'
import { ActionButton } from '../../ui/action/action-button.tsx'
import { KeyHints } from '../../ui/action/key-cap.tsx'
import { useActions } from '../../ui/action/use-actions.ts'
import { listKeys } from '../../ui/action/widget-keys.ts'
import { EmptyState } from '../../ui/feedback/empty-state.tsx'
import { Note } from '../../ui/feedback/note.tsx'
import { classNames } from '../../ui/page/class-names.ts'
import { formatMoment } from '../../ui/page/moment-format.ts'
import { goToNextSection } from '../../ui/page/next-section.ts'
import { Page } from '../../ui/page/page.tsx'
import { RequestsPanel } from '../access/requests-panel.tsx'
import { TodayPanel } from '../attendance/today/today-panel.tsx'
import { useFilledDays } from '../attendance/today/use-filled-days.ts'
import { CrashNote } from '../computer/crash-note.tsx'
import { FirstRunPanel } from '../computer/first-run-panel.tsx'
import { TodayNotes } from '../note/today-notes.tsx'
import { DuePanel } from '../report/year/due-panel.tsx'
import { BackupNote } from './backup-note.tsx'
import { BudgetPanel } from './budget-panel.tsx'
import { ChangedOutsideNote } from './changed-outside-note.tsx'
import { ExpiringPanel } from './expiring-panel.tsx'
import { FirstCohort } from './first-cohort.tsx'
import { FirstStepsPanel } from './first-steps-panel.tsx'
import styles from './home-page.module.css'
import { KeyNote } from './key-note.tsx'
import { OpenTaskPanel } from './open-task-panel.tsx'
import { OverduePanel } from './overdue-panel.tsx'
import { PutBackNote } from './put-back-note.tsx'
import { UpdateNote } from './update-note.tsx'
import { WeeksPanel } from './weeks-panel.tsx'

export const homeRoute = pageRoute('/', HomePage)

/** What must be done today, with the cursor in the first line. */
function HomePage() {
  const today = useToday()
  const router = useRouter()
  const overview = useQuery(api.home.overview.queryOptions({ input: {} }))
  const newTrainee: Action = {
    label: 'Peserta baru',
    needs: 'trainee.change',
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
          <ActionButton needs="cohort.change" icon={IconPlus} onAction={() => router.history.push('/angkatan/baru')}>
            Angkatan baru
          </ActionButton>
        </>
      }
    >
      <CrashNote />
      <ClockNote />
      <ChangedOutsideNote />
      <PutBackNote />
      <BackupNote />
      <KeyNote />
      <UpdateNote />
      <FirstRunPanel />
      <RequestsPanel />
      <QueryBoundary query={overview}>
        {data => (
          <>
            {/* Above the work while there is none, below it from the first class on. */}
            {data.counts.cohorts === 0 && <FirstStepsPanel />}
            <Main overview={data} />
            {data.counts.cohorts > 0 && <FirstStepsPanel />}
          </>
        )}
      </QueryBoundary>
    </Page>
  )
}

function Main({ overview }: { overview: HomeOverview }) {
  const { today, counts, openTasks } = overview
  const tasks = useQuery(api.attendance.tasks.queryOptions({ input: {} }))
  const may = mayOf(useSession())
  const due = useQuery(api.report.due.queryOptions({ input: {}, enabled: may('report.figures') }))
  const page = useRef<HTMLDivElement>(null)
  const days = useFilledDays()
  const nextSection: Action = { label: 'Bagian berikutnya', keys: 'F6', run: () => goToNextSection(page.current) }
  useActions([nextSection, ...days.actions])
  if (counts.cohorts === 0) return <FirstCohort />
  return (
    <>
      <div ref={page} className={styles.grid}>
        <div className={styles.stack}>
          <div data-section>
            <QueryBoundary query={tasks} rows={9}>
              {({ today: classes }) => (
                <TodayPanel
                  tasks={classes}
                  today={today}
                  days={days}
                  empty={<NoCohortToday overview={overview} />}
                  onAllFilled={() => goToNextSection(page.current)}
                />
              )}
            </QueryBoundary>
          </div>
          <TodayNotes />
          <div data-section>
            <OpenTaskPanel tasks={openTasks} today={today} />
          </div>
        </div>
        <div className={classNames(styles.stack, styles.beside)}>
          <div data-section>
            <OverduePanel today={today} />
          </div>
          <div data-section>
            <ExpiringPanel expiring={overview.expiring} />
          </div>
        </div>
        <div className={styles.whole} data-section>
          <WeeksPanel weeks={overview.weeks} today={today} />
        </div>
        <div data-section>
          {due.data && due.data.length > 0 && <DuePanel due={due.data} shown={3} title="Jatuh tempo bulan ini" />}
        </div>
        {overview.budget && <BudgetPanel budget={overview.budget} today={today} />}
      </div>
      <KeyHints
        hints={[
          { keys: 'Enter', text: 'simpan, ke kelas berikut' },
          listKeys.rows('kelas'),
          nextSection,
          days.actions[0],
        ]}
      />
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
