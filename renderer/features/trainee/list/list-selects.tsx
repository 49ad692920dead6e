import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { TraineeFilter } from '../../../../shared/features/trainee/trainee-filter.ts'
import { traineeFilter } from '../../../../shared/features/trainee/trainee-filter.ts'
import { api } from '../../../app/client.ts'
import { openByF4 } from '../../../ui/form/open-by-f4.ts'
import styles from './trainee-list.module.css'

interface ListSelectsProps {
  filter: TraineeFilter
  onFilter: (filter: TraineeFilter) => void
}

const groups = [
  { value: 'POOR', label: 'Miskin' },
  { value: 'EXTREME_POOR', label: 'Miskin ekstrem' },
  { value: 'GENERAL', label: 'Umum' },
]

/** Kelurahan, program, year and target group: only those that somebody has can be chosen. */
export function ListSelects({ filter, onFilter }: ListSelectsProps) {
  const choices = useQuery(api.trainee.filterChoices.queryOptions({ input: {} }))
  const { villages = [], programs = [], years = [] } = choices.data ?? {}
  const take = (change: Record<string, unknown>) => onFilter(traineeFilter.parse({ ...filter, ...change }))
  const shared = {
    clearable: true,
    searchable: true,
    selectFirstOptionOnChange: true,
    onKeyDown: openByF4,
    comboboxProps: { width: 'max-content' },
  }
  return (
    <>
      <Select
        {...shared}
        className={styles.wide ?? ''}
        aria-label="Kelurahan"
        placeholder="Kelurahan"
        nothingFoundMessage="Tidak ada kelurahan itu"
        data={villages.map(one => ({ value: one.code, label: `${one.village}, ${one.district}` }))}
        value={filter.villageCode}
        onChange={villageCode => take({ villageCode })}
      />
      <Select
        {...shared}
        className={styles.wide ?? ''}
        aria-label="Program"
        placeholder="Program"
        nothingFoundMessage="Tidak ada program itu"
        data={programs.map(one => ({ value: String(one.id), label: one.title }))}
        value={filter.programId === null ? null : String(filter.programId)}
        onChange={id => take({ programId: id === null ? null : Number(id) })}
      />
      <Select
        {...shared}
        className={styles.year ?? ''}
        aria-label="Tahun kelas"
        placeholder="Tahun"
        nothingFoundMessage="Tidak ada"
        data={years.map(one => String(one.year))}
        value={filter.year === null ? null : String(filter.year)}
        onChange={year => take({ year: year === null ? null : Number(year) })}
      />
      <Select
        {...shared}
        searchable={false}
        className={styles.target ?? ''}
        aria-label="Kategori sasaran"
        placeholder="Kategori sasaran"
        data={groups}
        value={filter.target}
        onChange={target => take({ target })}
      />
    </>
  )
}
