import { createHashHistory, createRouter } from '@tanstack/react-router'
import { attendanceRoute } from '../features/attendance/attendance-page.tsx'
import { calendarRoute, calendarYearRoute } from '../features/calendar/calendar-page.tsx'
import { classRoutes } from '../features/cohort/class-routes.tsx'
import { homeRoute } from '../features/home/home-page.tsx'
import { rootRoute } from './root-route.tsx'

/**
 * The screens, one line each; a screen's routes are made with
 * `createRoute({ getParentRoute: () => rootRoute, path: '/peserta', component })` beside the screen.
 */
const screens = rootRoute.addChildren([homeRoute, attendanceRoute, calendarRoute, calendarYearRoute, ...classRoutes])

// Hash history: the same addresses under app:// in the shell and on 127.0.0.1 in the browser host, without a server's help.
export const router = createRouter({ routeTree: screens, history: createHashHistory() })

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
