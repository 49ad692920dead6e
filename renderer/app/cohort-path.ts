import type { Cohort } from '../../shared/features/cohort/contract.ts'
import type { PageTab } from '../ui/page/page.tsx'

/** The folder of a class: its tabs in the order of its life. */
export type CohortTab =
  | 'summary'
  | 'schedule'
  | 'trainees'
  | 'attendance'
  | 'scores'
  | 'graduation'
  | 'certificates'
  | 'papers'

const tabs: readonly { tab: CohortTab; label: string; place: string }[] = [
  { tab: 'summary', label: 'Ringkasan', place: '' },
  { tab: 'schedule', label: 'Jadwal', place: '/jadwal' },
  { tab: 'trainees', label: 'Peserta', place: '/peserta' },
  { tab: 'attendance', label: 'Kehadiran', place: '/kehadiran' },
  { tab: 'scores', label: 'Nilai', place: '/nilai' },
  { tab: 'graduation', label: 'Kelulusan', place: '/kelulusan' },
  { tab: 'certificates', label: 'Sertifikat', place: '/sertifikat' },
  { tab: 'papers', label: 'Berkas', place: '/berkas' },
]

/** '/angkatan/TR-2024-03/kehadiran' */
export function cohortPath(code: string, tab: CohortTab = 'summary'): string {
  return `/angkatan/${code}${tabs.find(one => one.tab === tab)?.place ?? ''}`
}

/** The tabs with a tick where nothing is left to do; summary and papers are never "done". */
export function cohortTabs(code: string, active: CohortTab, progress: Cohort['progress'] | undefined): PageTab[] {
  return tabs.map(({ tab, label }) => ({
    label,
    path: cohortPath(code, tab),
    active: tab === active,
    done: tab !== 'summary' && tab !== 'papers' && progress?.[tab] === true,
  }))
}
