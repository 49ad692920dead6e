import { Select } from '@mantine/core'
import type { TraineeId } from '../../../shared/ids.ts'
import { field } from '../../ui/form/field.tsx'

interface PersonSelectProps {
  people: readonly { traineeId: TraineeId; name: string }[]
  /** Null for everybody. */
  value: TraineeId | null
  onChange: (traineeId: TraineeId | null) => void
}

/** Chooses one person, or one page for each. */
export function PersonSelect({ people, value, onChange }: PersonSelectProps) {
  return (
    <Select
      {...field({ label: 'Untuk' })}
      searchable
      openOnFocus={false}
      value={value === null ? 'all' : String(value)}
      onChange={id => onChange(people.find(one => String(one.traineeId) === id)?.traineeId ?? null)}
      data={[
        { value: 'all', label: `Semua, ${people.length} lembar` },
        ...people.map(one => ({ value: String(one.traineeId), label: one.name })),
      ]}
    />
  )
}
