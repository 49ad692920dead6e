import { createRoute, useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { certificatePath } from '../../../shared/features/certificate/certificate-path.ts'
import type { Restricted, Trainee } from '../../../shared/features/trainee/contract.ts'
import { traineeId } from '../../../shared/ids.ts'
import { api, useCommand, useRead } from '../../app/client.ts'
import { PresenceChip } from '../../app/desk/presence-chip.tsx'
import { idParams } from '../../app/id-params.ts'
import { goBack } from '../../app/list/way-back.ts'
import { PageBoundary } from '../../app/page-boundary.tsx'
import { rootRoute } from '../../app/root-route.tsx'
import { primaryAction } from '../../ui/action/action.ts'
import { ActionButton } from '../../ui/action/action-button.tsx'
import { type Action, useActions } from '../../ui/action/use-actions.ts'
import { Page } from '../../ui/page/page.tsx'
import { useQuickNotes } from '../note/use-quick-notes.tsx'
import { SubjectForms } from '../office-form/subject-forms.tsx'
import { CorrectionList } from '../rights/correction-list.tsx'
import { PersonRights } from '../rights/person-rights.tsx'
import { RightsState } from '../rights/rights-state.tsx'
import { readPlaceSearch, traineeCrumbs } from '../trainee/trainee-search.ts'
import { EvidenceHistory } from './evidence-history.tsx'
import { OldNameNotes } from './old-name-notes.tsx'
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
      {data => <LoadedTrainee key={id} trainee={data} asked={kelas ?? null} />}
    </PageBoundary>
  )
}

/** The page of a trainee. Restricted data is read on request and kept only while the page is open. */
function LoadedTrainee({ trainee, asked }: { trainee: Trainee; asked: string | null }) {
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
    { label: 'Kembali ke daftar', keys: 'Esc', run: () => goBack(router, '/peserta') },
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
            asked={asked}
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
