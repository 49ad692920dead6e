import { Select } from '@mantine/core'
import { type PlainDate, yearOf } from '../../../shared/kernel/plain-date.ts'

interface BudgetYearSelectProps {
  year: number
  /** Years with data; this year and the next are always listed. */
  years: readonly number[] | undefined
  today: PlainDate
  onChange: (year: number) => unknown
}

export function BudgetYearSelect({ year, years = [], today, onChange }: BudgetYearSelectProps) {
  const choices = [...new Set([yearOf(today) + 1, yearOf(today), year, ...years])].toSorted((a, b) => b - a)
  return (
    <Select
      w="6rem"
      aria-label="Tahun anggaran"
      data={choices.map(String)}
      value={String(year)}
      onChange={value => value !== null && onChange(Number(value))}
    />
  )
}
