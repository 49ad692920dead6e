import type { Registration } from '../../../shared/features/registration/contract.ts'
import type { StageKind } from '../../../shared/features/registration/registration.ts'
import type { PageTab } from '../../ui/page/page-tabs.tsx'

export const registrationsPath = '/seleksi'

/** The steps of a registration in order. */
export type RegistrationTab = 'applicants' | StageKind | 'ranking' | 'stipulation' | 'places' | 'papers'

const tabs: readonly { tab: RegistrationTab; label: string; place: string }[] = [
  { tab: 'applicants', label: 'Pendaftar', place: '' },
  { tab: 'ADMINISTRATION', label: 'Administrasi', place: '/administrasi' },
  { tab: 'TEST', label: 'Tes', place: '/tes' },
  { tab: 'INTERVIEW', label: 'Wawancara', place: '/wawancara' },
  { tab: 'ranking', label: 'Peringkat', place: '/peringkat' },
  { tab: 'stipulation', label: 'Penetapan', place: '/penetapan' },
  { tab: 'places', label: 'Daftar ulang', place: '/daftar-ulang' },
  { tab: 'papers', label: 'Berkas', place: '/berkas' },
]

/** '/seleksi/3/peringkat' */
export function registrationPath(id: number, tab: RegistrationTab = 'applicants'): string {
  return `${registrationsPath}/${id}${tabs.find(one => one.tab === tab)?.place ?? ''}`
}

/** Only the stages that the registration has; a tick where nothing is left to do. */
export function registrationTabs(registration: Registration, active: RegistrationTab): PageTab[] {
  const { id, stages } = registration
  const without = (tab: RegistrationTab) =>
    (tab === 'ADMINISTRATION' || tab === 'TEST' || tab === 'INTERVIEW') && !stages.some(stage => stage.kind === tab)
  return tabs
    .filter(({ tab }) => !without(tab))
    .map(({ tab, label }) => ({
      label,
      path: registrationPath(id, tab),
      active: tab === active,
      done: isDone(registration, tab),
    }))
}

function isDone({ applicants, stipulation, missing, status }: Registration, tab: RegistrationTab): boolean {
  const present = applicants.filter(one => one.state !== 'withdrawn')
  if (tab === 'papers' || present.length === 0) return false
  if (stipulation !== null) return tab !== 'places' || status === 'placed'
  if (tab === 'applicants') return status === 'closed'
  if (tab === 'ranking') return missing.length === 0
  if (tab === 'stipulation' || tab === 'places') return false
  return present.every(one => one.results[tab] !== null || one.standing === 'failed')
}
