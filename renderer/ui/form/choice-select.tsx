import { Select, type SelectProps } from '@mantine/core'

/** A list that is closed until one types into it or presses F4; the first fit is the one Enter takes. */
export function ChoiceSelect(props: SelectProps) {
  return (
    <Select
      searchable
      clearable
      selectFirstOptionOnChange
      // Else opening looks for the chosen option a moment later, and takes back the mark that typing has set.
      selectFirstOptionOnDropdownOpen
      openOnFocus={false}
      {...props}
    />
  )
}

/** Finds a choice by the beginning of its label's words or of another name of it: 'paket c' finds SMA sederajat. */
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
