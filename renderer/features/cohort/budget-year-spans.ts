import { type PlainDate, yearOf } from '../../../shared/kernel/plain-date.ts'
import type { RailSpan } from '../../ui/rail/rail-spans.tsx'

/** One line for each budget year below the rail: 'TA 2024 · 10 hari'. A second year is amber, because it is paid from another budget. */
export function budgetYearSpans(days: readonly { n: number; date: PlainDate }[]): RailSpan[] {
  const spans: (RailSpan & { year: number })[] = []
  for (const { n, date } of days) {
    const year = yearOf(date)
    const last = spans.at(-1)
    if (last?.year === year) last.to = n
    else spans.push({ key: String(year), year, from: n, to: n, text: '', tone: spans.length > 0 ? 'warn' : 'plain' })
  }
  return spans.map(({ year, ...span }) => ({ ...span, text: `TA ${year} · ${span.to - span.from + 1} hari` }))
}
