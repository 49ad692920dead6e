import type { OwnTable } from '../../../../shared/features/report/own-report.ts'
import { rupiahDigits } from '../../../../shared/kernel/money.ts'

/** 'terbanyak Karawaci 66, paling sedikit Benda 12' */
export function extremes({ rows }: Pick<OwnTable, 'rows'>): string {
  const told = rows
    .flatMap(({ label, total }) => (total === null ? [] : [{ label, total }]))
    .toSorted((a, b) => b.total - a.total)
  const [most, least] = [told[0], told.at(-1)]
  if (!most || !least || told.length < 2) return ''
  return `terbanyak ${most.label} ${rupiahDigits(most.total)}, paling sedikit ${least.label} ${rupiahDigits(least.total)}`
}
