import { createRoute } from '@tanstack/react-router'
import { rootRoute } from '../../app/root-route.tsx'
import { ClassAttendance } from '../attendance/class-attendance.tsx'
import { ClassScores } from '../score/class-scores.tsx'
import { ClassSchedule } from './class-schedule.tsx'
import { ClassSummary } from './class-summary.tsx'
import { ClassTrainees } from './class-trainees.tsx'

type Search = Record<string, unknown>

const summary = createRoute({
  getParentRoute: () => rootRoute,
  path: '/angkatan/$code',
  component: () => <ClassSummary code={summary.useParams().code} />,
})

const schedule = createRoute({
  getParentRoute: () => rootRoute,
  path: '/angkatan/$code/jadwal',
  component: () => <ClassSchedule code={schedule.useParams().code} />,
})

const trainees = createRoute({
  getParentRoute: () => rootRoute,
  path: '/angkatan/$code/peserta',
  component: () => <ClassTrainees code={trainees.useParams().code} />,
})

const attendance = createRoute({
  getParentRoute: () => rootRoute,
  path: '/angkatan/$code/kehadiran',
  validateSearch: (search: Search): { hari?: number } => {
    const n = Number(search.hari)
    return Number.isInteger(n) && n > 0 ? { hari: n } : {}
  },
  component: () => <ClassAttendance code={attendance.useParams().code} n={attendance.useSearch().hari} />,
})

const scores = createRoute({
  getParentRoute: () => rootRoute,
  path: '/angkatan/$code/nilai',
  validateSearch: (search: Search): { unit?: 'nilai' } => (search.unit === 'nilai' ? { unit: 'nilai' } : {}),
  component: () => <ClassScores code={scores.useParams().code} unitScores={scores.useSearch().unit === 'nilai'} />,
})

/** The tabs of a class. */
export const classRoutes = [summary, schedule, trainees, attendance, scores] as const
