import type { Period } from '../../../shared/features/report/period.ts'
import { withSearch } from '../../app/list/with-search.ts'

export const moneyPath = '/laporan/dana'
export const ownPath = '/laporan/susun'
export const officialPath = '/laporan/resmi'

export function officialReportPath(key: string, { from, to }: Period): string {
  return withSearch(`${officialPath}/${key}`, { dari: from, sampai: to })
}
