import type { ReactNode } from 'react'
import type { Cohort } from '../../../shared/features/cohort/contract.ts'
import { api, QueryBoundary, type QueryBoundaryProps, useRead } from '../../app/client.ts'
import { type CohortTab, cohortPath } from '../../app/cohort-path.ts'
import { LostPanels } from '../../app/desk/lost-panels.tsx'
import { PresenceChip } from '../../app/desk/presence-chip.tsx'
import { useConnection } from '../../app/desk/use-connection.ts'
import { Note } from '../../ui/feedback/note.tsx'
import { Page, type PageProps } from '../../ui/page/page.tsx'
import type { PageTab } from '../../ui/page/page-tabs.tsx'

/** In the order in which a class needs them. */
const tabs: readonly { tab: CohortTab; label: string }[] = [
  { tab: 'summary', label: 'Ringkasan' },
  { tab: 'schedule', label: 'Jadwal' },
  { tab: 'trainees', label: 'Peserta' },
  { tab: 'attendance', label: 'Kehadiran' },
  { tab: 'scores', label: 'Nilai' },
  { tab: 'graduation', label: 'Kelulusan' },
  { tab: 'certificates', label: 'Sertifikat' },
  { tab: 'papers', label: 'Berkas' },
]

interface CohortFrameProps extends Omit<PageProps, 'crumbs' | 'tabs'> {
  cohort: Cohort
  tab: CohortTab
}

/** One page of a class: head, tabs, and a note when the class was cancelled. */
export function CohortFrame({ cohort, tab, children, ...page }: CohortFrameProps) {
  const { shown } = useConnection()
  const counts = useRead(api.folder.counts, { code: cohort.code })
  const papers = (counts.data ?? []).reduce(({ done, of }, one) => ({ done: done + one.done, of: of + one.of }), {
    done: 0,
    of: 0,
  })
  return (
    <Page
      {...page}
      {...(shown && page.side === undefined && { side: <LostPanels />, sideWidth: 300 })}
      actions={
        <>
          <PresenceChip subject={`keterangan ${cohort.code}`} />
          {page.actions}
        </>
      }
      crumbs={crumbs(cohort)}
      tabs={cohortTabs(cohort.code, tab, { cohort, papers })}
    >
      {cohort.status === 'cancelled' && (
        <Note tone="warn" title="Kelas ini dibatalkan.">
          Alasan: {cohort.cancelReason}
        </Note>
      )}
      {children}
    </Page>
  )
}

interface WithCohortProps<Data> {
  code: string
  tab: CohortTab
  title: string
  /** The data of the tab. */
  query?: QueryBoundaryProps<Data>['query']
  children: (cohort: Cohort, data: Data) => ReactNode
}

/** Reads the class and the data of the tab. The tabs are shown before that. */
export function WithCohort<Data = undefined>({ code, tab, title, query, children }: WithCohortProps<Data>) {
  const reading = useRead(api.cohort.get, { code })
  if (!reading.data)
    return (
      <Page title={title} crumbs={[cohortListCrumb, { label: code }]} tabs={cohortTabs(code, tab, null)}>
        <QueryBoundary query={reading}>{() => null}</QueryBoundary>
      </Page>
    )
  if (!query || query.data !== undefined) return children(reading.data, query?.data as Data)
  return (
    <CohortFrame cohort={reading.data} tab={tab} title={title}>
      <QueryBoundary query={query} rows={12}>
        {() => null}
      </QueryBoundary>
    </CohortFrame>
  )
}

const cohortListCrumb = { label: 'Angkatan', path: '/angkatan' }

function crumbs({ code, title, year }: Cohort) {
  return [cohortListCrumb, { label: `${title} · ${year}`, path: cohortPath(code) }]
}

type Counted = { done: number; of: number }

/** The tabs with a tick where nothing is left to do, or with a count. The summary is never done. */
function cohortTabs(code: string, active: CohortTab, known: { cohort: Cohort; papers: Counted } | null): PageTab[] {
  return tabs.map(({ tab, label }) => {
    const counted = known && countOf(tab, known.cohort, known.papers)
    const progress: Partial<Record<CohortTab, boolean>> = known?.cohort.progress ?? {}
    const done = progress[tab] === true || (counted !== null && counted.of > 0 && counted.done === counted.of)
    return {
      label,
      path: cohortPath(code, tab),
      active: tab === active,
      done,
      ...(counted && !done && counted.of > 0 ? { count: `${counted.done}/${counted.of}` } : {}),
    }
  })
}

function countOf(tab: CohortTab, { days, staying, scored }: Cohort, papers: Counted): Counted | null {
  if (tab === 'attendance') return { done: days.filter(day => day.closed !== null).length, of: days.length }
  if (tab === 'scores') return { done: scored, of: staying }
  return tab === 'papers' ? papers : null
}
