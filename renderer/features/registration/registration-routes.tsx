import { createRoute } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Registration } from '../../../shared/features/registration/contract.ts'
import { rootRoute } from '../../app/root-route.tsx'
import { ApplicantsTab } from './applicants/applicants-tab.tsx'
import { PapersTab } from './papers-tab.tsx'
import { PlacesTab } from './places/places-tab.tsx'
import { StipulationTab } from './places/stipulation-tab.tsx'
import { RankingTab } from './ranking/ranking-tab.tsx'
import { registrationListRoute } from './registration-list-page.tsx'
import { WithRegistration } from './registration-page.tsx'
import { StageTab } from './stage/stage-tab.tsx'

function tabRoute<Path extends string>(path: Path, tab: (registration: Registration) => ReactNode) {
  const route = createRoute({
    getParentRoute: () => rootRoute,
    path: `/seleksi/$id${path}`,
    component: () => <WithRegistration id={(route.useParams() as { id: string }).id}>{tab}</WithRegistration>,
  })
  return route
}

/** Routes of the list of registrations and of the steps of one. */
export const registrationRoutes = [
  registrationListRoute,
  tabRoute('', one => <ApplicantsTab registration={one} />),
  tabRoute('/administrasi', one => <StageTab key="ADMINISTRATION" registration={one} kind="ADMINISTRATION" />),
  tabRoute('/tes', one => <StageTab key="TEST" registration={one} kind="TEST" />),
  tabRoute('/wawancara', one => <StageTab key="INTERVIEW" registration={one} kind="INTERVIEW" />),
  tabRoute('/peringkat', one => <RankingTab registration={one} />),
  tabRoute('/penetapan', one => <StipulationTab registration={one} />),
  tabRoute('/daftar-ulang', one => <PlacesTab registration={one} />),
  tabRoute('/berkas', one => <PapersTab registration={one} />),
] as const
