import { createRoute, useRouter } from '@tanstack/react-router'
import { type ComponentProps, useState } from 'react'
import { certificatePath } from '../../../shared/features/certificate/certificate-path.ts'
import type { Restricted, Trainee } from '../../../shared/features/trainee/contract.ts'
import { traineeId } from '../../../shared/ids.ts'
import { api, PageBoundary, useCommand, useRead } from '../../app/client.ts'
import { PresenceChip } from '../../app/desk/presence-chip.tsx'
import { idParams } from '../../app/id-params.ts'
import { goBack } from '../../app/list/way-back.ts'
import { rootRoute } from '../../app/root-route.tsx'
import { type Action, backAction, primaryAction, useActions } from '../../ui/action/action.ts'
import { ActionButton, LinkAction } from '../../ui/action/action-button.tsx'
import { Note } from '../../ui/feedback/note.tsx'
import { Page } from '../../ui/page/page.tsx'
import { useQuickNotes } from '../note/use-quick-notes.tsx'
import { SubjectForms } from '../office-form/subject-forms.tsx'
import { ConsentPanel } from '../rights/consent-panel.tsx'
import { CorrectionList } from '../rights/correction-list.tsx'
import { RightsPanel } from '../rights/rights-panel.tsx'
import { RightsState } from '../rights/rights-state.tsx'
import { readPlaceSearch, traineeCrumbs } from '../trainee/trainee-search.ts'
import { EvidenceHistory } from './evidence-history.tsx'
import { RestrictedFacts } from './restricted-facts.tsx'
import { TraineeCohorts } from './trainee-cohorts.tsx'
import { TraineeFacts } from './trainee-facts.tsx'
import { TraineeHistory } from './trainee-history.tsx'
import { TraineeSide } from './trainee-side.tsx'

export const traineeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/peserta/$id',
  params: idParams(traineeId),
  validateSearch: readPlaceSearch,
  component: TraineePage,
})

function TraineePage() {
  const { id } = traineeRoute.useParams()
  const { kelas } = traineeRoute.useSearch()
  const trainee = useRead(api.trainee.get, { id })
  return (
    <PageBoundary title="Peserta" crumbs={traineeCrumbs} query={trainee}>
      {data => <LoadedTrainee key={id} trainee={data} requestedClass={kelas ?? null} />}
    </PageBoundary>
  )
}

/** The page of a trainee. Restricted data is read on request and kept only while the page is open. */
function LoadedTrainee({ trainee, requestedClass }: { trainee: Trainee; requestedClass: string | null }) {
  const router = useRouter()
  const { id, name } = trainee
  const show = useCommand(api.trainee.showRestricted)
  const [restricted, setRestricted] = useState<Restricted | null>(null)
  const rights = useRead(api.rights.get, { id }).data
  const open = trainee.state === 'OPEN'
  const refused = open ? undefined : 'Data dibekukan: disimpan, tetapi tidak dipakai. Cairkan dulu.'
  const anonymous = trainee.state === 'ANONYMOUS'
  const edit = primaryAction('F2', 'Ubah data', () => router.history.push(`/peserta/${id}/ubah`), {
    needs: 'trainee.change',
    hint: 'ubah data peserta',
    refused,
  })
  const outdated = open
    ? trainee.cohorts.find(one => one.certificateId !== null && one.nameOnPaper !== null)
    : undefined
  const replace: Action = {
    label: 'Ganti sertifikat',
    needs: 'certificate.issue',
    keys: 'Alt G',
    run: () => outdated?.certificate && router.history.push(certificatePath(outdated.certificate)),
  }
  const notes = useQuickNotes({ traineeId: id }, name)
  async function unlock() {
    const shown = open && (await show.run({ id }))
    if (shown) setRestricted(shown.output)
  }
  useActions([
    edit,
    outdated && replace,
    open && notes.write,
    { label: 'Tampilkan data terbatas', keys: 'Alt T', run: unlock },
    backAction(() => goBack(router, '/peserta'), 'Kembali ke daftar'),
  ])

  return (
    <Page
      title={name}
      crumbs={[...traineeCrumbs, { label: name }]}
      actions={
        anonymous ? undefined : (
          <>
            <PresenceChip subject={`peserta ${trainee.id}`} />
            {open && notes.write && <ActionButton action={notes.write} />}
            <ActionButton action={edit} autoFocus />
          </>
        )
      }
      sideWidth={300}
      side={
        open && (
          <TraineeSide
            trainee={trainee}
            requestedClass={requestedClass}
            onUnlock={restricted === null ? unlock : undefined}
            lockError={show.error}
          />
        )
      }
    >
      {rights && <RightsState rights={rights} />}
      {open && <OldNameNotes trainee={trainee} />}
      {open && notes.panel}
      <TraineeFacts trainee={trainee} />
      {restricted && <RestrictedFacts restricted={restricted} onHide={() => setRestricted(null)} />}
      {!anonymous && <EvidenceHistory evidence={trainee.evidence} restricted={restricted?.evidence ?? null} />}
      <TraineeCohorts cohorts={trainee.cohorts} admissions={restricted?.admissions ?? null} />
      {rights && <PersonRights person={trainee} rights={rights} />}
      {open && <SubjectForms subject="PERSON" of={{ traineeId: id }} />}
      <CorrectionList id={id} />
      <TraineeHistory trainee={trainee} />
    </Page>
  )
}

/** Consents, and the rights of the person; for an anonymised person only the consents. */
function PersonRights({ person, rights }: { person: Trainee } & Pick<ComponentProps<typeof ConsentPanel>, 'rights'>) {
  const anonymous = person.state === 'ANONYMOUS'
  return (
    <>
      {(!anonymous || rights.consents.length > 0) && <ConsentPanel person={person} rights={rights} />}
      {!anonymous && <RightsPanel person={person} rights={rights} />}
    </>
  )
}

/** Warns about papers with an earlier name: correcting a name does not change what is printed. */
function OldNameNotes({ trainee }: { trainee: Pick<Trainee, 'cohorts'> }) {
  return trainee.cohorts.map(
    ({ code, certificate, certificateId, nameOnPaper }) =>
      certificate !== null &&
      certificateId !== null &&
      nameOnPaper !== null && (
        <Note key={code} tone="warn" title={`${certificate} masih atas nama ${nameOnPaper}.`}>
          Nama yang dibetulkan tidak mengubah kertas yang sudah terbit.{' '}
          <LinkAction needs="certificate.issue" path={certificatePath(certificate)}>
            Ganti sertifikat (Alt G)
          </LinkAction>
        </Note>
      ),
  )
}
