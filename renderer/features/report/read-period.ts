import { type Period, type PeriodKind, periodLengths, periodOf } from '../../../shared/features/report/period.ts'
import { monthName } from '../../../shared/kernel/date-format.ts'

/** Parses a typed period: '3', 'okt', 'tw3', 'smt 2 2025', '2026'. Null if it cannot be read. */
export function readPeriod(text: string, kind: PeriodKind, year: number): Period | null {
  const words = text.trim().toLowerCase().replace(/\s+/g, ' ')
  const [, own] = /(?:^|\s)(20\d{2})$/.exec(words) ?? []
  const named = own ? Number(own) : year
  const rest = own ? words.slice(0, -4).trim() : words
  if (rest === '' || rest === 'tahun') return own ? periodOf('year', named) : null
  const month = Array.from({ length: 12 }, (_, index) => index + 1).find(
    number => rest.length >= 3 && monthName(number).toLowerCase().startsWith(rest),
  )
  if (month) return periodOf('month', named, month)
  const [, word = '', number = ''] = /^(tw|triwulan|smt|semester|bulan)?\s*([ivx]+|\d+)$/.exec(rest) ?? []
  const n = /^\d+$/.test(number) ? Number(number) : ['', 'i', 'ii', 'iii', 'iv'].indexOf(number)
  const asked = word.startsWith('t')
    ? 'quarter'
    : word.startsWith('s')
      ? 'semester'
      : word === 'bulan'
        ? 'month'
        : kind === 'year'
          ? 'month'
          : kind
  return n >= 1 && n <= 12 / periodLengths[asked] ? periodOf(asked, named, n) : null
}
