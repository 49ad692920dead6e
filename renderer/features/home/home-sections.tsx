import { IconCalendar } from '@tabler/icons-react'
import { useRef } from 'react'
import type { HomeOverview } from '../../../shared/features/home/contract.ts'
import { shortDay } from '../../../shared/kernel/plain-date.ts'
import { api, mayOf, QueryBoundary, useRead, useSession } from '../../app/client.ts'
import { useActions } from '../../ui/action/action.ts'
import { KeyHints } from '../../ui/action/key-cap.tsx'
import { listKeys } from '../../ui/action/widget-keys.ts'
import { EmptyState } from '../../ui/feedback/empty-state.tsx'
import { classNames } from '../../ui/page/class-names.ts'
import layout from '../../ui/page/layout.module.css'
import { nextSectionAction } from '../../ui/page/next-section.ts'
import { TodayPanel } from '../attendance/today/today-panel.tsx'
import { useFilledDays } from '../attendance/today/use-filled-days.ts'
import { TodayNotes } from '../note/today-notes.tsx'
import { DuePanel } from '../report/year/due-panel.tsx'
import { BudgetPanel } from './budget-panel.tsx'
import { ExpiringPanel } from './expiring-panel.tsx'
import { FirstCohort } from './first-cohort.tsx'
import styles from './home-page.module.css'
import { OpenTaskPanel } from './open-task-panel.tsx'
import { OverduePanel } from './overdue-panel.tsx'
import { WeeksPanel } from './weeks-panel.tsx'

/** The work of today and what comes next; F6 moves between sections. */
export function HomeSections({ overview }: { overview: HomeOverview }) {
  const { today, counts, openTasks } = overview
  // Parts that the person may not see are not requested, so that nothing is refused.
  const may = mayOf(useSession())
  const tasks = useRead(api.attendance.tasks, {}, { enabled: may('attendance.see') })
  const due = useRead(api.report.due, {}, { enabled: may('report.figures') })
  const page = useRef<HTMLDivElement>(null)
  const days = useFilledDays()
  const nextSection = nextSectionAction(page)
  useActions([nextSection, ...days.actions])
  if (counts.cohorts === 0) return <FirstCohort />
  return (
    <>
      <div ref={page} className={styles.grid}>
        <div className={styles.stack}>
          {may('attendance.see') && (
            <div data-section>
              <QueryBoundary query={tasks} rows={9}>
                {({ today: classes }) => (
                  <TodayPanel
                    tasks={classes}
                    today={today}
                    days={days}
                    empty={<NoCohortToday overview={overview} />}
                    onAllFilled={nextSection.run}
                  />
                )}
              </QueryBoundary>
            </div>
          )}
          <TodayNotes />
          <div data-section>
            <OpenTaskPanel tasks={openTasks} today={today} />
          </div>
        </div>
        <div className={classNames(styles.stack, styles.beside)}>
          {may('trainee.see') && (
            <div data-section>
              <OverduePanel today={today} />
            </div>
          )}
          <div data-section>
            <ExpiringPanel expiring={overview.expiring} />
          </div>
        </div>
        <div className={layout.whole} data-section>
          <WeeksPanel weeks={overview.weeks} today={today} />
        </div>
        <div data-section>
          {due.data && due.data.length > 0 && <DuePanel due={due.data} shown={3} title="Jatuh tempo bulan ini" />}
        </div>
        {overview.budget && <BudgetPanel budget={overview.budget} today={today} />}
      </div>
      <KeyHints
        hints={[
          ...(may('attendance.change') ? [listKeys.open('simpan, ke kelas berikut'), listKeys.rows('kelas')] : []),
          nextSection,
          days.actions[0],
        ]}
      />
    </>
  )
}

/** Why there is nothing to fill in today, and when classes continue. */
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
