import { Select, type SelectProps } from '@mantine/core'

interface FilterSelectProps<Value extends string | number> extends Pick<SelectProps, 'w' | 'comboboxProps'> {
  label: string
  /** The entry without a filter: "Semua tahun". */
  all: string
  options: readonly { value: Value; label: string }[]
  /** Null for all. */
  value: Value | null
  onChange: (value: Value | null) => unknown
}

/** A select that filters a list. */
export function FilterSelect<Value extends string | number>(props: FilterSelectProps<Value>) {
  const { label, all, options, value, onChange, ...select } = props
  return (
    <Select
      {...select}
      aria-label={label}
      data={[{ value: 'all', label: all }, ...options.map(one => ({ ...one, value: String(one.value) }))]}
      value={value === null ? 'all' : String(value)}
      onChange={chosen => onChange(options.find(one => String(one.value) === chosen)?.value ?? null)}
    />
  )
}
