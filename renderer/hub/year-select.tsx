import { Select } from '@mantine/core'
import { useChosen } from './hub-year.ts'

/** The year of all pages. */
export function YearSelect({ years, year }: { years: readonly number[]; year: number }) {
  const { choose } = useChosen()
  return (
    <Select
      aria-label="Tahun"
      w="6.5rem"
      data={years.map(String)}
      value={String(year)}
      allowDeselect={false}
      onChange={value => choose({ year: Number(value) })}
    />
  )
}
