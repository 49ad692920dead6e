import type { Skipped } from '../../../shared/features/cohort/working-days.ts'
import type { PlainDate } from '../../../shared/kernel/plain-date.ts'
import type { RailDay, RailDayState, RailGap } from '../../ui/rail/rail-day.ts'

/** The part of a training day that the rail uses. */
interface StoredDay {
  n: number
  date: PlainDate
  held: boolean
  complete: boolean
  closed: unknown
}

/** The days for the rail. A closed day of today is drawn as closed; its text still says that it is today. */
export function railDays(days: readonly StoredDay[], today: PlainDate): RailDay[] {
  return days.map(day => {
    const state = dayState(day, today)
    const { n, date } = day
    return state === 'closed' && date === today ? { n, date, state, note: 'hari ini, ditutup' } : { n, date, state }
  })
}

export function railGaps(skipped: readonly Skipped[]): RailGap[] {
  return skipped.map(({ date, kind, reason }) => ({ date, kind, name: reason }))
}

function dayState({ date, complete, closed }: StoredDay, today: PlainDate): RailDayState {
  if (closed) return 'closed'
  if (date === today) return 'today'
  if (complete && date < today) return 'filled'
  return date < today ? 'missed' : 'planned'
}
