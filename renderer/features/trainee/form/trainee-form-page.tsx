import { createRoute } from '@tanstack/react-router'
import { useState } from 'react'
import { traineeId } from '../../../../shared/ids.ts'
import { api, PageBoundary, useRead } from '../../../app/client.ts'
import { idParams } from '../../../app/id-params.ts'
import { pageRoute, rootRoute } from '../../../app/root-route.tsx'
import { readPlaceSearch, traineeCrumbs } from '../trainee-search.ts'
import { TraineeForm } from './trainee-form.tsx'

export const newTraineeRoute = pageRoute('/peserta/baru', NewTraineePage, readPlaceSearch)

export const editTraineeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/peserta/$id/ubah',
  params: idParams(traineeId),
  // '?koreksi=1': the person has requested a correction.
  validateSearch: ({ koreksi }: Record<string, unknown>): { koreksi?: true } =>
    koreksi === undefined ? {} : { koreksi: true },
  component: EditTraineePage,
})

function NewTraineePage() {
  const { kelas } = newTraineeRoute.useSearch()
  const navigate = newTraineeRoute.useNavigate()
  // A new number resets the form for the next person; the class stays.
  const [number, setNumber] = useState(1)
  return (
    <TraineeForm
      key={number}
      trainee={null}
      place={{
        code: kelas ?? null,
        onChange: code => void navigate({ search: code === null ? {} : { kelas: code }, replace: true }),
      }}
      onNext={() => setNumber(number + 1)}
    />
  )
}

function EditTraineePage() {
  const { id } = editTraineeRoute.useParams()
  const { koreksi } = editTraineeRoute.useSearch()
  const trainee = useRead(api.trainee.get, { id })
  return (
    <PageBoundary title="Peserta" crumbs={traineeCrumbs} query={trainee}>
      {data => <TraineeForm key={id} trainee={data} correcting={koreksi === true} />}
    </PageBoundary>
  )
}
