import { domainErrorMessage } from '../../../shared/domain-error.ts'
import type { AttendanceGrid } from '../../../shared/features/attendance/contract.ts'
import type { Cohort, CohortDay } from '../../../shared/features/cohort/contract.ts'
import { shortDay } from '../../../shared/kernel/plain-date.ts'

/** Why a class is read-only. */
export function formatLocked({ status, title }: Cohort): string | undefined {
  if (status === 'cancelled') return domainErrorMessage({ code: 'cohort_cancelled', cohort: title })
  return status === 'decided' ? domainErrorMessage({ code: 'panel_decided' }) : undefined
}

/** Why a day cannot be closed yet; `names` are the people without a mark. */
export function whyNotClose({ today }: AttendanceGrid, day: CohortDay, names: string[]): string | undefined {
  if (day.date > today) return domainErrorMessage({ code: 'day_in_future', n: day.n, date: day.date })
  if (names.length > 0) return domainErrorMessage({ code: 'day_incomplete', n: day.n, names })
  return day.instructors.length === 0 ? domainErrorMessage({ code: 'day_without_instructor', n: day.n }) : undefined
}

/** '16 peserta · 8 hari ditutup · hari ini Sen 30 Des, hari ke-9' */
export function formatFact({ days, rows, today }: AttendanceGrid): string {
  const closed = days.filter(day => day.closed).length
  const now = days.find(day => day.date === today)
  const present = rows.filter(row => row.left === null).length
  return [`${present} peserta`, `${closed} hari ditutup`, now && `hari ini ${shortDay(now.date)}, hari ke-${now.n}`]
    .filter(Boolean)
    .join(' · ')
}
