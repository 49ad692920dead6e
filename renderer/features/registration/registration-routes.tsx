import { createRoute } from '@tanstack/react-router'
import type { StageKind } from '../../../shared/features/registration/registration.ts'
import { rootRoute } from '../../app/root-route.tsx'
import { ApplicantsTab } from './applicants/applicants-tab.tsx'
import { PapersTab } from './papers-tab.tsx'
import { PlacesTab } from './places/places-tab.tsx'
import { StipulationTab } from './places/stipulation-tab.tsx'
import { RankingTab } from './ranking/ranking-tab.tsx'
import { registrationListRoute } from './registration-list-page.tsx'
import { WithRegistration } from './registration-page.tsx'
import { StageTab } from './stage/stage-tab.tsx'

const applicants = createRoute({
  getParentRoute: () => rootRoute,
  path: '/seleksi/$id',
  component: () => (
    <WithRegistration id={applicants.useParams().id}>{one => <ApplicantsTab registration={one} />}</WithRegistration>
  ),
})

function stageRoute<Path extends string>(path: Path, kind: StageKind) {
  const route = createRoute({
    getParentRoute: () => rootRoute,
    path: `/seleksi/$id/${path}`,
    component: () => (
      <WithRegistration id={(route.useParams() as { id: string }).id}>
        {one => <StageTab key={kind} registration={one} kind={kind} />}
      </WithRegistration>
    ),
  })
  return route
}

const ranking = createRoute({
  getParentRoute: () => rootRoute,
  path: '/seleksi/$id/peringkat',
  component: () => (
    <WithRegistration id={ranking.useParams().id}>{one => <RankingTab registration={one} />}</WithRegistration>
  ),
})

const stipulation = createRoute({
  getParentRoute: () => rootRoute,
  path: '/seleksi/$id/penetapan',
  component: () => (
    <WithRegistration id={stipulation.useParams().id}>{one => <StipulationTab registration={one} />}</WithRegistration>
  ),
})

const places = createRoute({
  getParentRoute: () => rootRoute,
  path: '/seleksi/$id/daftar-ulang',
  component: () => (
    <WithRegistration id={places.useParams().id}>{one => <PlacesTab registration={one} />}</WithRegistration>
  ),
})

const papers = createRoute({
  getParentRoute: () => rootRoute,
  path: '/seleksi/$id/berkas',
  component: () => (
    <WithRegistration id={papers.useParams().id}>{one => <PapersTab registration={one} />}</WithRegistration>
  ),
})

/** The list of registrations, and the steps of one. */
export const registrationRoutes = [
  registrationListRoute,
  applicants,
  stageRoute('administrasi', 'ADMINISTRATION'),
  stageRoute('tes', 'TEST'),
  stageRoute('wawancara', 'INTERVIEW'),
  ranking,
  stipulation,
  places,
  papers,
] as const
