import type { CohortRow } from '../../../shared/features/cohort/contract.ts'
import { api, useRead } from '../../app/client.ts'
import { ChoiceSelect } from '../../ui/form/choice-select.tsx'
import { field } from '../../ui/form/field.tsx'

interface CohortSelectProps {
  value: string | null
  onChange: (code: string | null) => void
  className?: string | undefined
  optional?: boolean
}

/** Classes that can be joined: planned and running ones. */
export function CohortSelect({ value, onChange, className, optional = false }: CohortSelectProps) {
  const open = useOpenCohorts()
  return (
    <ChoiceSelect
      {...field({ label: 'Kelas', optional })}
      className={className ?? ''}
      nothingFoundMessage="Tidak ada kelas yang dibuka."
      data={open.map(({ code, title }) => ({ value: code, label: title }))}
      value={open.some(row => row.code === value) ? value : null}
      onChange={onChange}
    />
  )
}

export function useOpenCohorts(): CohortRow[] {
  const classes = useRead(api.cohort.list, {})
  return classes.data?.filter(row => row.status === 'planned' || row.status === 'running') ?? []
}
