import { longDate } from '../../../../shared/kernel/date-format.ts'
import { isPlainDate } from '../../../../shared/kernel/plain-date.ts'

export function formatDate(text: string): string {
  return isPlainDate(text) ? longDate(text) : text
}

/** '2024-12-10T08:00:00' as '10 Desember 2024 08.00' */
export function formatMoment(at: string): string {
  return `${formatDate(at.slice(0, 10))} ${at.slice(11, 16).replace(':', '.')}`
}
