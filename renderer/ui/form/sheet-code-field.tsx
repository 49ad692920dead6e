import { TextInput } from '@mantine/core'
import { field } from './field.tsx'

interface SheetCodeFieldProps {
  value: string
  /** Number of the group that is mistyped, from 1; null while none is. */
  wrong: number | null
  onChange: (code: string) => void
}

/** The code of the recovery sheet, typed from the paper. */
export function SheetCodeField({ value, wrong, onChange }: SheetCodeFieldProps) {
  return (
    <TextInput
      {...field({ label: 'Kode lembar pemulihan' })}
      data-autofocus
      autoComplete="off"
      spellCheck={false}
      maxLength={60}
      value={value}
      error={
        wrong !== null ? `Kelompok ke-${wrong} salah ketik. Huruf I, L, O, dan U tidak ada pada lembar.` : undefined
      }
      onChange={event => onChange(event.currentTarget.value.toUpperCase())}
    />
  )
}
