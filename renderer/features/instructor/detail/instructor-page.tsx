import { useQuery } from '@tanstack/react-query'
import { createRoute } from '@tanstack/react-router'
import { useState } from 'react'
import type { InstructorRow } from '../../../../shared/features/instructor/contract.ts'
import type { Leave } from '../../../../shared/features/instructor/leave.ts'
import { instructorId } from '../../../../shared/ids.ts'
import { api } from '../../../app/client.ts'
import { QueryBoundary } from '../../../app/query-boundary.tsx'
import { rootRoute } from '../../../app/root-route.tsx'
import { ActionButton } from '../../../ui/action/action-button.tsx'
import { useKeys } from '../../../ui/action/use-keys.ts'
import { Page } from '../../../ui/page/page.tsx'
import { CredentialDrawer } from '../credential/credential-drawer.tsx'
import { CredentialList } from '../credential/credential-list.tsx'
import { type CredentialForm, draftOf, newCredential, renewalOf } from '../credential/credential-values.ts'
import { InstructorDrawer } from '../instructor-drawer.tsx'
import { InstructorCohorts } from './instructor-cohorts.tsx'
import { InstructorFacts } from './instructor-facts.tsx'
import { LeaveDrawer } from './leave-drawer.tsx'
import { LeaveList } from './leave-list.tsx'

export const instructorRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/instruktur/$id',
  params: {
    parse({ id }) {
      const read = instructorId.safeParse(Number(id))
      return read.success ? { id: read.data } : false
    },
    stringify: ({ id }) => ({ id: String(id) }),
  },
  component: InstructorPage,
})

function InstructorPage() {
  const { id } = instructorRoute.useParams()
  const instructor = useQuery(api.instructor.get.queryOptions({ input: { id } }))
  if (instructor.data) return <LoadedInstructor instructor={instructor.data} />
  return (
    <Page title="Instruktur" crumbs={[{ label: 'Instruktur', path: '/instruktur' }]}>
      <QueryBoundary query={instructor}>{() => null}</QueryBoundary>
    </Page>
  )
}

function LoadedInstructor({ instructor }: { instructor: InstructorRow }) {
  const [person, setPerson] = useState(false)
  const [credential, setCredential] = useState<CredentialForm | null>(null)
  const [leave, setLeave] = useState<{ leave: Leave | null } | null>(null)
  const add = () => setCredential({ title: 'Catat sertifikat', credential: null, initial: newCredential })
  useKeys([
    { keys: 'Alt B', label: 'catat sertifikat', run: add },
    { keys: 'F2', label: 'ubah data instruktur', run: () => setPerson(true) },
  ])
  return (
    <Page
      title={instructor.name}
      crumbs={[{ label: 'Instruktur', path: '/instruktur' }, { label: instructor.name }]}
      facts={instructor.institution || undefined}
      actions={
        <>
          <ActionButton keys="F2" onAction={() => setPerson(true)}>
            Ubah data
          </ActionButton>
          <ActionButton tone="primary" keys="Alt B" onAction={add}>
            Catat sertifikat
          </ActionButton>
        </>
      }
      side={<InstructorFacts instructor={instructor} />}
      sideWidth={300}
    >
      <CredentialList
        instructor={instructor}
        onEdit={one => setCredential({ title: 'Ubah sertifikat', credential: one, initial: draftOf(one) })}
        onRenew={one => setCredential({ title: 'Catat perpanjangan', credential: null, initial: renewalOf(one) })}
        onAdd={add}
      />
      <LeaveList
        instructor={instructor}
        onAdd={() => setLeave({ leave: null })}
        onEdit={one => setLeave({ leave: one })}
      />
      <InstructorCohorts cohorts={instructor.cohorts} />
      {person && (
        <InstructorDrawer instructor={instructor} onSaved={() => setPerson(false)} onClose={() => setPerson(false)} />
      )}
      {leave && <LeaveDrawer {...leave} instructor={instructor} onClose={() => setLeave(null)} />}
      {credential && <CredentialDrawer {...credential} instructor={instructor} onClose={() => setCredential(null)} />}
    </Page>
  )
}
