import { TextInput } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { readRupiah, rupiah } from '../../../shared/kernel/money.ts'
import { type FieldOptions, field } from './field.tsx'

interface RupiahFieldProps extends FieldOptions {
  /** Whole rupiah. */
  value: number | null
  /** Gets null while the text is not an amount. */
  onChange: (amount: number | null) => void
  /** True if the text is not an amount; null alone may also mean an empty field. */
  onUnread?: (unread: boolean) => void
  error?: ReactNode
  onBlur?: () => void
  /** Used by Mantine forms to find the field. */
  'data-path'?: string
}

/** An amount of money as people type or paste it: '1250000', '1.250.000', 'Rp1.250.000'. */
export function RupiahField(props: RupiahFieldProps) {
  const { value, onChange, onUnread, error, onBlur } = props
  const [draft, setDraft] = useState<string | null>(null)
  const [blurred, setBlurred] = useState(true)
  // The typed text stays until the value is changed from outside.
  const typed = draft !== null && readRupiah(draft) === value ? draft : null
  const unread = typed !== null && typed.trim() !== '' && value === null
  return (
    <TextInput
      {...field(props)}
      value={typed ?? (value === null ? '' : rupiah(value))}
      data-path={props['data-path']}
      placeholder="Rp1.250.000"
      inputMode="numeric"
      autoComplete="off"
      error={unread && blurred ? `“${typed}” bukan rupiah bulat. Contoh: 1.250.000.` : error}
      onChange={event => {
        setDraft(event.currentTarget.value)
        setBlurred(false)
        onUnread?.(event.currentTarget.value.trim() !== '' && readRupiah(event.currentTarget.value) === null)
        onChange(readRupiah(event.currentTarget.value))
      }}
      onFocus={event => event.currentTarget.select()}
      onBlur={() => {
        setBlurred(true)
        // On leaving the field the amount is formatted.
        if (value !== null) setDraft(null)
        onBlur?.()
      }}
    />
  )
}
