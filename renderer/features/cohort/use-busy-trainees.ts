import { useQuery } from '@tanstack/react-query'
import type { TraineeRow } from '../../../shared/features/trainee/contract.ts'
import { shortDay } from '../../../shared/kernel/date-words.ts'
import type { PlainDate } from '../../../shared/kernel/plain-date.ts'
import { api } from '../../app/client.ts'

/** Days of a class, from the first to the last. */
export interface ClassDays {
  start: PlainDate
  end: PlainDate
}

/**
 * Says why somebody cannot come on these days: the class they are in runs into them. Null when nothing is known against it;
 * enrolling has the last word.
 */
export function useBusyTrainees(days: ClassDays | null): (row: TraineeRow) => string | null {
  const cohorts = useQuery(api.cohort.list.queryOptions({ input: {} }))
  return ({ cohort }) => {
    const other = cohort?.status === 'enrolled' && cohorts.data?.find(one => one.code === cohort.code)
    if (!days || !other || other.end < days.start || other.start > days.end) return null
    return `di ${other.title} sampai ${shortDay(other.end)}`
  }
}
