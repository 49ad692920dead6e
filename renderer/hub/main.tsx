import { Page } from '../ui/page/page.tsx'
import { CheckPanel } from './check-panel.tsx'
import '../app/styles.ts'
import { createHashHistory, createRootRoute, createRoute, createRouter, RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { Providers } from '../app/providers.tsx'
import { CentresPage } from './centres-page.tsx'
import { ClassesPage } from './classes-page.tsx'
import { DoublesPage } from './doubles-page.tsx'
import { GraduatesPage } from './graduates-page.tsx'
import { HubFrame } from './hub-frame.tsx'
import { MoneyPage } from './money-page.tsx'
import { ReportPage } from './report-page.tsx'
import { SummaryPage } from './summary-page.tsx'

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')

const rootRoute = createRootRoute({ component: HubFrame })
const page = (path: string, component: () => React.ReactNode) =>
  createRoute({ getParentRoute: () => rootRoute, path, component })
const router = createRouter({
  history: createHashHistory(),
  routeTree: rootRoute.addChildren([
    page('/', SummaryPage),
    page('/balai', CentresPage),
    page('/kelas', ClassesPage),
    page('/lulusan', GraduatesPage),
    page('/realisasi', MoneyPage),
    page('/sertifikat', CertificatePage),
    page('/orang-ganda', DoublesPage),
    page('/laporan', ReportPage),
  ]),
})

createRoot(root).render(
  <StrictMode>
    <Providers>
      <RouterProvider router={router as never} />
    </Providers>
  </StrictMode>,
)

function CertificatePage() {
  return (
    <Page title="Sertifikat" facts="Buku semua balai; siapa pun dapat memeriksa di halaman /periksa tanpa masuk">
      <CheckPanel autoFocus />
    </Page>
  )
}
