import { formatPercent } from '../../../../shared/features/report/report.ts'

/** Hundredths of a percent as text: 9768 → '97,7 %', or '98 %' without decimals; null is a dash. */
export function formatPercentShort(hundredths: number | null, decimals: 0 | 1 = 1): string {
  if (hundredths === null) return '–'
  const step = decimals === 0 ? 100 : 10
  const rounded = Math.floor((2 * hundredths + step) / (2 * step)) * step
  const text = formatPercent(rounded)
  return `${decimals === 0 ? text.slice(0, -3) : text.slice(0, -1)}\u00a0%`
}

/** 626_035_000 → 'Rp626,0 jt'; below a million in full. */
export function millions(rupiah: number): string {
  if (Math.abs(rupiah) < 1_000_000) return `Rp${String(rupiah).replace(/\B(?=(\d{3})+$)/g, '.')}`
  const tenths = Math.round(rupiah / 100_000)
  const whole = String(Math.trunc(tenths / 10)).replace(/\B(?=(\d{3})+$)/g, '.')
  return `Rp${whole},${Math.abs(tenths % 10)}\u00a0jt`
}
