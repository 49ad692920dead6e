import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { Cohort } from '../../../shared/features/cohort/contract.ts'
import { api } from '../../app/client.ts'
import { Reading } from '../../app/reading.tsx'
import { Note } from '../../ui/note.tsx'
import { Page, type PageProps } from '../../ui/page.tsx'
import { type ClassTab, classPath, classTabs } from './class-tabs.ts'

export interface ClassPageProps extends Omit<PageProps, 'crumbs' | 'tabs'> {
  cohort: Cohort
  tab: ClassTab
}

/** One page of a class: where it stands, the tabs in the order of its life, and a word above it when it was cancelled. */
export function ClassPage({ cohort, tab, children, ...page }: ClassPageProps) {
  return (
    <Page {...page} crumbs={crumbs(cohort)} tabs={classTabs(cohort.code, tab, cohort.progress)}>
      {cohort.status === 'cancelled' && (
        <Note tone="warn" title="Kelas ini dibatalkan.">
          Alasan: {cohort.cancelReason}
        </Note>
      )}
      {children}
    </Page>
  )
}

export interface WithCohortProps {
  code: string
  tab: ClassTab
  title: string
  children: (cohort: Cohort) => ReactNode
}

/** Reads the class of a tab; its tabs are there at once, before the class is. */
export function WithCohort({ code, tab, title, children }: WithCohortProps) {
  const reading = useQuery(api.cohort.get.queryOptions({ input: { code } }))
  if (reading.data) return children(reading.data)
  return (
    <Page title={title} crumbs={[allClasses, { label: code }]} tabs={classTabs(code, tab, undefined)}>
      <Reading query={reading}>{() => null}</Reading>
    </Page>
  )
}

const allClasses = { label: 'Angkatan', path: '/angkatan' }

function crumbs({ code, title, year }: Cohort) {
  return [allClasses, { label: `${title} · ${year}`, path: classPath(code) }]
}
