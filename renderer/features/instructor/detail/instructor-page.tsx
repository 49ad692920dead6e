import { createRoute } from '@tanstack/react-router'
import { useState } from 'react'
import type { InstructorRow } from '../../../../shared/features/instructor/contract.ts'
import type { Leave } from '../../../../shared/features/instructor/leave.ts'
import { instructorId } from '../../../../shared/ids.ts'
import { api, PageBoundary, useRead } from '../../../app/client.ts'
import { PresenceChip } from '../../../app/desk/presence-chip.tsx'
import { idParams } from '../../../app/id-params.ts'
import { rootRoute } from '../../../app/root-route.tsx'
import { type Action, primaryAction, useActions } from '../../../ui/action/action.ts'
import { ActionButton, ActionButtons } from '../../../ui/action/action-button.tsx'
import { Page } from '../../../ui/page/page.tsx'
import { SubjectForms } from '../../office-form/subject-forms.tsx'
import { CredentialDrawer } from '../credential/credential-drawer.tsx'
import { CredentialList } from '../credential/credential-list.tsx'
import { type CredentialForm, draftOf, newCredential, renewalOf } from '../credential/credential-values.ts'
import { InstructorDrawer } from '../instructor-drawer.tsx'
import { InstructorCohorts } from './instructor-cohorts.tsx'
import { InstructorFacts } from './instructor-facts.tsx'
import { LeaveDrawer } from './leave-drawer.tsx'
import { LeaveList } from './leave-list.tsx'
import { PaymentDrawer } from './payment-drawer.tsx'

export const instructorRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/instruktur/$id',
  params: idParams(instructorId),
  component: InstructorPage,
})

const crumbs = [{ label: 'Instruktur', path: '/instruktur' }]

function InstructorPage() {
  const { id } = instructorRoute.useParams()
  const instructor = useRead(api.instructor.get, { id })
  return (
    <PageBoundary title="Instruktur" crumbs={crumbs} query={instructor}>
      {data => <LoadedInstructor instructor={data} />}
    </PageBoundary>
  )
}

function LoadedInstructor({ instructor }: { instructor: InstructorRow }) {
  const [person, setPerson] = useState(false)
  const [credential, setCredential] = useState<CredentialForm | null>(null)
  const [paid, setPaid] = useState(false)
  const [leave, setLeave] = useState<{ leave: Leave | null } | null>(null)
  const add = primaryAction(
    'Alt B',
    'Catat sertifikat',
    () => setCredential({ title: 'Catat sertifikat', credential: null, initial: newCredential }),
    { needs: 'instructor.change' },
  )
  const edit: Action = {
    label: 'Ubah data',
    needs: 'instructor.change',
    hint: 'ubah data instruktur',
    keys: 'F2',
    run: () => setPerson(true),
  }
  useActions([add, edit])
  return (
    <Page
      title={instructor.name}
      crumbs={[...crumbs, { label: instructor.name }]}
      facts={instructor.institution || undefined}
      actions={
        <>
          <PresenceChip subject={`instruktur ${instructor.id}`} />
          <ActionButton needs="money.see" onAction={() => setPaid(true)}>
            Pembayaran
          </ActionButton>
          <ActionButtons actions={[edit, add]} />
        </>
      }
      side={<InstructorFacts instructor={instructor} />}
      sideWidth={300}
    >
      <CredentialList
        instructor={instructor}
        onEdit={one => setCredential({ title: 'Ubah sertifikat', credential: one, initial: draftOf(one) })}
        onRenew={one => setCredential({ title: 'Catat perpanjangan', credential: null, initial: renewalOf(one) })}
        add={add}
      />
      <LeaveList
        instructor={instructor}
        onAdd={() => setLeave({ leave: null })}
        onEdit={one => setLeave({ leave: one })}
      />
      <InstructorCohorts cohorts={instructor.cohorts} />
      <SubjectForms subject="INSTRUCTOR" of={{ instructorId: instructor.id }} />
      {person && (
        <InstructorDrawer instructor={instructor} onSaved={() => setPerson(false)} onClose={() => setPerson(false)} />
      )}
      {paid && <PaymentDrawer id={instructor.id} name={instructor.name} onClose={() => setPaid(false)} />}
      {leave && <LeaveDrawer {...leave} instructor={instructor} onClose={() => setLeave(null)} />}
      {credential && <CredentialDrawer {...credential} instructor={instructor} onClose={() => setCredential(null)} />}
    </Page>
  )
}
