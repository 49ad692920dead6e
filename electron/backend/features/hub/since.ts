import type { TrainedWithin } from '../../../../shared/features/centre/centre.ts'
import { addMonths, type PlainDate, plainDate, yearOf } from '../../../../shared/kernel/plain-date.ts'

/** From which day on an earlier training counts; '' for ever. */
export function sinceOf(within: TrainedWithin, today: PlainDate): PlainDate | '' {
  if (within === 'ever') return ''
  return within === 'year' ? plainDate(yearOf(today), 1, 1) : addMonths(today, -12)
}
