import { z } from 'zod'
import { roman } from '../../kernel/number-format.ts'
import {
  daysInMonth,
  longDate,
  monthName,
  monthOf,
  type PlainDate,
  plainDate,
  yearOf,
} from '../../kernel/plain-date.ts'
import { plainDateSchema } from '../../kernel/schema.ts'

export const periodSchema = z
  .strictObject({ from: plainDateSchema, to: plainDateSchema })
  .refine(period => period.from <= period.to, { path: ['to'], error: 'Akhir periode tidak lebih awal dari awalnya.' })
export type Period = z.infer<typeof periodSchema>

/** Length in months. */
export const periodLengths = { month: 1, quarter: 3, semester: 6, year: 12 } as const
export type PeriodKind = keyof typeof periodLengths

export const periodKindLabels: Record<PeriodKind, string> = {
  month: 'Bulan',
  quarter: 'Triwulan',
  semester: 'Semester',
  year: 'Tahun',
}

/** The n-th month, quarter or semester of a year, from 1. */
export function periodOf(kind: PeriodKind, year: number, n = 1): Period {
  const length = periodLengths[kind]
  const last = n * length
  return { from: plainDate(year, last - length + 1, 1), to: plainDate(year, last, daysInMonth(year, last)) }
}

/** Number of the period that contains a date, for example the third quarter. */
export function periodNumber(kind: PeriodKind, date: PlainDate): number {
  return Math.ceil(monthOf(date) / periodLengths[kind])
}

export function yearPeriod(year: number): Period {
  return periodOf('year', year)
}

/** Kind of a whole month, quarter, semester or year; null for any other period. */
export function kindOfPeriod({ from, to }: Period): PeriodKind | null {
  const kinds = Object.keys(periodLengths) as PeriodKind[]
  return (
    kinds.find(kind => {
      const whole = periodOf(kind, yearOf(from), periodNumber(kind, from))
      return whole.from === from && whole.to === to
    }) ?? null
  )
}

/** True for whole years, the only periods with yearly targets. */
export function isWholeYears({ from, to }: Period): boolean {
  return from.endsWith('-01-01') && to.endsWith('-12-31')
}

/** 'Tahun 2026', 'Semester II 2026', 'Triwulan III 2026', 'Oktober 2026', '1 Januari 2026 s.d. 15 Desember 2026'. */
export function periodName(period: Period): string {
  const { from, to } = period
  const year = yearOf(from)
  const kind = kindOfPeriod(period)
  if (kind === 'year') return `Tahun ${year}`
  if (kind === 'month') return `${monthName(monthOf(from))} ${year}`
  if (kind) return `${periodKindLabels[kind]} ${roman(periodNumber(kind, from))} ${year}`
  if (isWholeYears(period)) return `Tahun ${year} s.d. ${yearOf(to)}`
  return `${longDate(from)} s.d. ${longDate(to)}`
}

/** For file names: '2026', '2026-smt2', '2026-tw3', '2026-10', '2026-01-01_2026-12-15'. */
export function periodSlug(period: Period): string {
  const { from, to } = period
  const kind = kindOfPeriod(period)
  if (kind === null) return `${from}_${to}`
  if (kind === 'year') return String(yearOf(from))
  if (kind === 'month') return from.slice(0, 7)
  return `${yearOf(from)}-${kind === 'quarter' ? 'tw' : 'smt'}${periodNumber(kind, from)}`
}
