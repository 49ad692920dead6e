import { isPlainDate, shortDay } from '../../../shared/kernel/plain-date.ts'
import { showTime } from '../../../shared/kernel/time.ts'

/** 'Jum 27 Des 2024, 16.02' from a wall time 'YYYY-MM-DDTHH:MM…'; other text is returned as it is. */
export function formatMoment(at: string): string {
  const date = at.slice(0, 10)
  return isPlainDate(date) ? `${shortDay(date, { year: true })}, ${formatClock(at)}` : at
}

/** '16.02' from a wall time. */
export function formatClock(at: string): string {
  return showTime(at.slice(11, 16))
}
