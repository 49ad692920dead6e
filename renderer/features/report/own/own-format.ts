import { dimensions } from '../../../../shared/features/report/dimension.ts'
import { measures } from '../../../../shared/features/report/measure.ts'
import type { OwnTable } from '../../../../shared/features/report/own-report.ts'
import { rupiah, rupiahDigits } from '../../../../shared/kernel/money.ts'

/** 'terbanyak Karawaci 66, paling sedikit Benda 12' */
export function extremes({ rows }: Pick<OwnTable, 'rows'>): string {
  const counted = rows
    .flatMap(({ label, total }) => (total === null ? [] : [{ label, total }]))
    .toSorted((a, b) => b.total - a.total)
  const [most, least] = [counted[0], counted.at(-1)]
  if (!most || !least || counted.length < 2) return ''
  return `terbanyak ${most.label} ${rupiahDigits(most.total)}, paling sedikit ${least.label} ${rupiahDigits(least.total)}`
}

/** '341 lulus dari 13 kecamatan' */
export function formatOwnResult({
  choice,
  rows,
  total,
  unit,
}: Pick<OwnTable, 'choice' | 'rows' | 'total' | 'unit'>): string {
  const figure = unit === 'Rp' ? rupiah(total) : rupiahDigits(total)
  return `${figure} ${inSentence(measures[choice.measure].label)} dari ${rows.length} ${inSentence(dimensions[choice.rows].label)}`
}

/** The definition of the figure, and what else a reader must know. */
export function formatDefinition({
  definition,
  hidden,
  additive,
}: Pick<OwnTable, 'definition' | 'hidden' | 'additive'>): string {
  return [
    definition,
    hidden > 0 && '“< 3”: kurang dari 3 orang, atau dapat dihitung dari sel lain.',
    !additive && 'Bagian-bagiannya dapat berjumlah lebih dari keseluruhan.',
  ]
    .filter(Boolean)
    .join(' ')
}

/** Lower case inside a sentence; single letters and abbreviations stay: JP, L/P, K. */
function inSentence(label: string): string {
  return /^[A-Z][a-z]/.test(label) ? `${label.charAt(0).toLowerCase()}${label.slice(1)}` : label
}
