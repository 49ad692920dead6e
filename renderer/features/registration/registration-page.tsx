import type { ReactNode } from 'react'
import type { Registration } from '../../../shared/features/registration/contract.ts'
import { registrationId } from '../../../shared/ids.ts'
import { api, PageBoundary, useRead } from '../../app/client.ts'
import { PresenceChip } from '../../app/desk/presence-chip.tsx'
import { Page, type PageProps } from '../../ui/page/page.tsx'
import { type RegistrationTab, registrationsPath, registrationTabs } from './registration-paths.ts'

const all = [
  { label: 'Peserta', path: '/peserta' },
  { label: 'Seleksi', path: registrationsPath },
]

interface RegistrationPageProps extends Omit<PageProps, 'crumbs' | 'tabs' | 'title'> {
  registration: Registration
  tab: RegistrationTab
}

/** One step of a registration: head, and the tabs in their order. */
export function RegistrationPage({ registration, tab, ...page }: RegistrationPageProps) {
  return (
    <Page
      {...page}
      actions={
        <>
          <PresenceChip subject={`pendaftaran ${registration.id}`} />
          {page.actions}
        </>
      }
      title={registration.title}
      crumbs={[...all, { label: registration.program }]}
      tabs={registrationTabs(registration, tab)}
    />
  )
}

/** Reads the registration of a tab. */
export function WithRegistration(props: { id: string; children: (registration: Registration) => ReactNode }) {
  const parsed = registrationId.safeParse(Number(props.id))
  // An address without a valid number: ask for an id that cannot exist, so that the answer is "not found".
  const input = { id: parsed.success ? parsed.data : registrationId.parse(Number.MAX_SAFE_INTEGER) }
  const reading = useRead(api.registration.get, input)
  return (
    <PageBoundary title="Seleksi" crumbs={all} query={reading}>
      {props.children}
    </PageBoundary>
  )
}
