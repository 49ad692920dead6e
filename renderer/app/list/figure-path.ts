import type { MeasureKey } from '../../../shared/features/report/measure.ts'
import type { OwnReport } from '../../../shared/features/report/own-report.ts'
import type { Period } from '../../../shared/features/report/period.ts'
import { withSearch } from './with-search.ts'

/** Address of the people or entries behind a figure; `title` describes the figure. */
export function behindFigure(
  measure: MeasureKey,
  period: Period,
  filters: OwnReport['filters'],
  title: string,
): string {
  const { from, to } = period
  const saring = Object.keys(filters).length === 0 ? null : JSON.stringify(filters)
  return withSearch('/laporan/orang', { angka: measure, dari: from, sampai: to, saring, judul: title })
}
