import { useQuery } from '@tanstack/react-query'
import { createRoute } from '@tanstack/react-router'
import { useState } from 'react'
import { api } from '../../../app/client.ts'
import { QueryBoundary } from '../../../app/query-boundary.tsx'
import { rootRoute } from '../../../app/root-route.tsx'
import { Page } from '../../../ui/page/page.tsx'
import { readCorrectionSearch, readPlaceSearch, traineeParams } from '../trainee-address.ts'
import { TraineeForm } from './trainee-form.tsx'

export const newTraineeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/peserta/baru',
  validateSearch: readPlaceSearch,
  component: NewTraineePage,
})

export const editTraineeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/peserta/$id/ubah',
  params: traineeParams,
  validateSearch: readCorrectionSearch,
  component: EditTraineePage,
})

function NewTraineePage() {
  const { kelas } = newTraineeRoute.useSearch()
  const navigate = newTraineeRoute.useNavigate()
  // A new number empties the form for the next person; the class stays.
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
  const trainee = useQuery(api.trainee.get.queryOptions({ input: { id } }))
  if (trainee.data) return <TraineeForm key={id} trainee={trainee.data} correcting={koreksi === true} />
  return (
    <Page title="Peserta" crumbs={[{ label: 'Peserta', path: '/peserta' }]}>
      <QueryBoundary query={trainee}>{() => null}</QueryBoundary>
    </Page>
  )
}
