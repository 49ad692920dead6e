import { Select, type SelectProps } from '@mantine/core'
import { type TraineeFilter, traineeFilter } from '../../../../shared/features/trainee/trainee-filter.ts'
import { api, useRead } from '../../../app/client.ts'

interface ListSelectsProps {
  filter: TraineeFilter
  onFilter: (filter: TraineeFilter) => void
}

const groups = [
  { value: 'POOR', label: 'Miskin' },
  { value: 'EXTREME_POOR', label: 'Miskin ekstrem' },
  { value: 'GENERAL', label: 'Umum' },
]

/** Filters by kelurahan, program, year and target group; only existing values are offered. */
export function ListSelects({ filter, onFilter }: ListSelectsProps) {
  const choices = useRead(api.trainee.filterChoices, {})
  const { villages = [], programs = [], years = [] } = choices.data ?? {}
  const take = (change: Record<string, unknown>) => onFilter(traineeFilter.parse({ ...filter, ...change }))
  const select = (label: string, width: string, placeholder = label): SelectProps => ({
    clearable: true,
    searchable: true,
    selectFirstOptionOnChange: true,
    comboboxProps: { width: 'max-content' },
    w: width,
    'aria-label': label,
    placeholder,
  })
  const numbered = (id: string | null) => (id === null ? null : Number(id))
  const shown = (id: number | null) => (id === null ? null : String(id))
  return (
    <>
      <Select
        {...select('Kelurahan', '13.5rem')}
        nothingFoundMessage="Tidak ada kelurahan itu"
        data={villages.map(one => ({ value: one.code, label: `${one.village}, ${one.district}` }))}
        value={filter.villageCode}
        onChange={villageCode => take({ villageCode })}
      />
      <Select
        {...select('Program', '13.5rem')}
        nothingFoundMessage="Tidak ada program itu"
        data={programs.map(one => ({ value: String(one.id), label: one.title }))}
        value={shown(filter.programId)}
        onChange={id => take({ programId: numbered(id) })}
      />
      <Select
        {...select('Tahun kelas', '7rem', 'Tahun')}
        nothingFoundMessage="Tidak ada"
        data={years.map(one => String(one.year))}
        value={shown(filter.year)}
        onChange={year => take({ year: numbered(year) })}
      />
      <Select
        {...select('Kategori sasaran', '11rem')}
        searchable={false}
        data={groups}
        value={filter.target}
        onChange={target => take({ target })}
      />
    </>
  )
}
