import { IconPlus } from '@tabler/icons-react'
import { useRouter } from '@tanstack/react-router'
import type { CohortStatus } from '../../../shared/features/cohort/contract.ts'
import type { HomeOverview } from '../../../shared/features/home/contract.ts'
import { fullDate } from '../../../shared/kernel/plain-date.ts'
import { api, QueryBoundary, useRead, useToday } from '../../app/client.ts'
import { pageRoute } from '../../app/root-route.tsx'
import { type Action, useActions, useMayRun } from '../../ui/action/action.ts'
import { ActionButton, LinkAction } from '../../ui/action/action-button.tsx'
import { Joined } from '../../ui/page/joined.tsx'
import { Page } from '../../ui/page/page.tsx'
import { RequestsPanel } from '../access/requests-panel.tsx'
import { FirstRunPanel } from '../computer/first-run-panel.tsx'
import { newTraineeAction } from '../trainee/new-trainee-action.ts'
import { FirstStepsPanel } from './first-steps-panel.tsx'
import { HomeNotes } from './home-notes.tsx'
import { HomeSections } from './home-sections.tsx'

export const homeRoute = pageRoute('/', HomePage)

/** The work of today, with the cursor in the first line. */
function HomePage() {
  const today = useToday()
  const router = useRouter()
  const overview = useRead(api.home.overview, {})
  const newTrainee: Action = { ...newTraineeAction(router), icon: IconPlus }
  useActions([newTrainee])
  const setsUp = useMayRun()({ needs: 'setting.change' })
  return (
    <Page
      title={fullDate(today)}
      facts={overview.data && <Counts counts={overview.data.counts} />}
      actions={
        <>
          <ActionButton action={newTrainee} />
          <ActionButton needs="cohort.change" icon={IconPlus} onAction={() => router.history.push('/angkatan/baru')}>
            Angkatan baru
          </ActionButton>
        </>
      }
    >
      <HomeNotes />
      <FirstRunPanel />
      <RequestsPanel />
      <QueryBoundary query={overview}>
        {data => (
          <>
            {/* Above the work until the first class exists, then below. */}
            {setsUp && data.counts.cohorts === 0 && <FirstStepsPanel />}
            <HomeSections overview={data} />
            {setsUp && data.counts.cohorts > 0 && <FirstStepsPanel />}
          </>
        )}
      </QueryBoundary>
    </Page>
  )
}

/** '3 kelas berjalan · 1 menunggu sidang · 2 direncanakan', each leading to these classes. */
function Counts({ counts: { running, waitingPanel, planned } }: { counts: HomeOverview['counts'] }) {
  if (!useMayRun()({ needs: 'cohort.see' })) return null
  const count = (state: CohortStatus, words: string) => (
    <LinkAction size="small" path={`/angkatan?keadaan=${state}`}>
      {words}
    </LinkAction>
  )
  return (
    <Joined
      parts={[
        count('running', `${running} kelas berjalan`),
        waitingPanel > 0 && count('finished', `${waitingPanel} menunggu sidang`),
        planned > 0 && count('planned', `${planned} direncanakan`),
      ]}
    />
  )
}
