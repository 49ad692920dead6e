import { IconAlertTriangle } from '@tabler/icons-react'
import { createHashHistory, createRouter } from '@tanstack/react-router'
import { activityListRoute } from '../features/activity/activity-list-page.tsx'
import { activityRoute } from '../features/activity/activity-page.tsx'
import { boardRoute } from '../features/activity/board-page.tsx'
import { boardPeopleRoute } from '../features/activity/board-people-page.tsx'
import { alumniRoutes } from '../features/alumni/alumni-routes.ts'
import { attendanceRoute } from '../features/attendance/attendance-page.tsx'
import { calendarRoute, calendarYearRoute } from '../features/calendar/calendar-page.tsx'
import { tableImportRoute } from '../features/calendar/table-import-page.tsx'
import { certificatePageRoute } from '../features/certificate/detail/certificate-page.tsx'
import { keysRoute } from '../features/certificate/keys/keys-page.tsx'
import { registerRoute } from '../features/certificate/register/register-page.tsx'
import { verifyRoute } from '../features/certificate/verify/verify-page.tsx'
import { designListRoute } from '../features/certificate-design/design-list-page.tsx'
import { designRoute } from '../features/certificate-design/design-page.tsx'
import { cohortListRoute } from '../features/cohort/list/cohort-list-page.tsx'
import { plannerRoute } from '../features/cohort/planner/planner-page.tsx'
import { workProgramRoute } from '../features/cohort/work-program/work-program-page.tsx'
import { cohortRoutes } from '../features/cohort-page/cohort-routes.tsx'
import { cohortCompetenceRoute, competenceRoute } from '../features/competence/competence-page.tsx'
import { homeRoute } from '../features/home/home-page.tsx'
import { importRoute } from '../features/import/import-page.tsx'
import { importReceiptRoute } from '../features/import/receipt-page.tsx'
import { instructorRoute } from '../features/instructor/detail/instructor-page.tsx'
import { instructorListRoute } from '../features/instructor/list/instructor-list-page.tsx'
import { registrationRoutes } from '../features/registration/registration-routes.tsx'
import { lateHolidayRoute } from '../features/replan/late-holiday-page.tsx'
import { reportRoutes } from '../features/report/report-routes.ts'
import { dueRoute } from '../features/rights/due-page.tsx'
import { scanListRoute } from '../features/scan/scan-list-page.tsx'
import { scanRoute } from '../features/scan/scan-page.tsx'
import { settingsRoutes } from '../features/settings/settings-routes.ts'
import { teachingReportRoute } from '../features/teaching/teaching-report-page.tsx'
import { compareRoute } from '../features/trainee/duplicates/compare-page.tsx'
import { duplicatesRoute } from '../features/trainee/duplicates/duplicates-page.tsx'
import { editTraineeRoute, newTraineeRoute } from '../features/trainee/form/trainee-form-page.tsx'
import { traineeListRoute } from '../features/trainee/list/trainee-list-page.tsx'
import { traineeRoute } from '../features/trainee-page/trainee-page.tsx'
import { ActionButton, LinkAction } from '../ui/action/action-button.tsx'
import { EmptyState } from '../ui/feedback/empty-state.tsx'
import { Page } from '../ui/page/page.tsx'
import { Panel } from '../ui/page/panel.tsx'
import { parseSearch, stringifySearch } from './list/search-words.ts'
import { rootRoute } from './root-route.tsx'

/** The screens, one line each; their routes are made with `pageRoute('/peserta', TraineeListPage)` beside the screen. */
const screens = rootRoute.addChildren([
  homeRoute,
  attendanceRoute,
  teachingReportRoute,
  scanListRoute,
  scanRoute,
  calendarRoute,
  calendarYearRoute,
  lateHolidayRoute,
  tableImportRoute,
  ...settingsRoutes,
  ...cohortRoutes,
  registerRoute,
  cohortCompetenceRoute,
  competenceRoute,
  verifyRoute,
  keysRoute,
  certificatePageRoute,
  designListRoute,
  designRoute,
  traineeListRoute,
  newTraineeRoute,
  dueRoute,
  traineeRoute,
  editTraineeRoute,
  importRoute,
  importReceiptRoute,
  ...registrationRoutes,
  duplicatesRoute,
  compareRoute,
  cohortListRoute,
  plannerRoute,
  workProgramRoute,
  instructorListRoute,
  instructorRoute,
  activityListRoute,
  activityRoute,
  boardRoute,
  boardPeopleRoute,
  ...alumniRoutes,
  ...reportRoutes,
])

// Hash history: the same addresses work under app:// in the shell and on 127.0.0.1, without help of a server.
export const router = createRouter({
  routeTree: screens,
  history: createHashHistory(),
  parseSearch,
  stringifySearch,
  defaultErrorComponent: PageFailure,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}

/** Shown in place of a page that failed to render. The frame around it stays, so other pages remain reachable. */
function PageFailure({ reset }: { reset: () => void }) {
  return (
    <Page title="Halaman tidak dapat ditampilkan">
      <Panel>
        <EmptyState
          icon={IconAlertTriangle}
          title="Halaman ini tidak dapat ditampilkan."
          actions={
            <>
              <ActionButton tone="primary" onAction={reset} autoFocus>
                Coba lagi
              </ActionButton>
              <LinkAction path="/">Ke Beranda (Alt 1)</LinkAction>
            </>
          }
        >
          Yang sudah disimpan tidak hilang. Bila terulang, tutup Balai lalu buka lagi.
        </EmptyState>
      </Panel>
    </Page>
  )
}
