import { Select, type SelectProps } from '@mantine/core'

/** A select that opens on typing or F4; Enter takes the first match. */
export function ChoiceSelect(props: SelectProps) {
  return (
    <Select
      searchable
      clearable
      selectFirstOptionOnChange
      // Otherwise opening selects the chosen option a moment later, which undoes the selection by typing.
      selectFirstOptionOnDropdownOpen
      openOnFocus={false}
      // Taking the chosen option once more keeps it; the cross or an empty field removes it.
      allowDeselect={false}
      {...props}
    />
  )
}

/** A filter by word beginnings of the label or of other names: 'paket c' finds SMA sederajat. */
export function byNames(others: (value: string) => readonly string[]): NonNullable<SelectProps['filter']> {
  return ({ options, search }) => {
    const typed = search.trim().toLowerCase()
    return options.filter(option => {
      if ('group' in option) return true
      const names = [option.label, ...others(String(option.value))]
      return names.some(name => ` ${name.toLowerCase()}`.includes(` ${typed}`))
    })
  }
}

/** Values and labels of a list of choices. */
export function choices<Value extends string>(values: readonly Value[], labels: Record<Value, string>) {
  return values.map(value => ({ value, label: labels[value] }))
}
