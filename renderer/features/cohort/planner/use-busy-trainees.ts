import { overlaps } from '../../../../shared/features/cohort/overlap.ts'
import type { TraineeRow } from '../../../../shared/features/trainee/contract.ts'
import { type PlainDate, shortDay } from '../../../../shared/kernel/plain-date.ts'
import { api, useRead } from '../../../app/client.ts'

/** A day of a class with its own times. */
export interface BusyDay {
  date: PlainDate
  startTime: string
  endTime: string
}

/**
 * Returns why a person cannot attend on these days: another class of theirs meets at the same time. Null when no conflict is known; the backend
 * checks again on enrolment.
 */
export function useBusyTrainees(during: readonly BusyDay[] | null): (row: TraineeRow) => string | null {
  const cohorts = useRead(api.cohort.list, {})
  return ({ cohort }) => {
    const other = cohort?.status === 'enrolled' && cohorts.data?.find(one => one.code === cohort.code)
    if (!during || !other) return null
    const clashes = during.some(day => other.days.some(taken => overlaps(sessionOf(day), sessionOf(taken))))
    return clashes ? `di ${other.title} sampai ${shortDay(other.end)}` : null
  }
}

function sessionOf({ date, startTime, endTime }: BusyDay) {
  return { date, start: startTime, end: endTime }
}
