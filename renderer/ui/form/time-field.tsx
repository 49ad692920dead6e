import { TextInput } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { isClockTime, readTime, showTime } from '../../../shared/kernel/time.ts'
import { type FieldOptions, field } from './field.tsx'

interface TimeFieldProps extends FieldOptions {
  /** 'HH:MM', or empty. */
  value: string
  /** Gets 'HH:MM', or empty text while what is typed is no time of day. */
  onChange: (time: string) => void
  error?: ReactNode
  onBlur?: () => void
  /** By which a Mantine form finds the field. */
  'data-path'?: string
}

/** A time of day as clerks type it: '8.30', '0830', '8:30'. */
export function TimeField(props: TimeFieldProps) {
  const { value, onChange, error, onBlur } = props
  const [draft, setDraft] = useState<string | null>(null)
  const [left, setLeft] = useState(true)
  const read = (text: string) => readTime(text) ?? ''
  // What is typed stays as it is until the value changes from outside.
  const typed = draft !== null && read(draft) === value ? draft : null
  const unread = typed !== null && typed.trim() !== '' && value === ''
  return (
    <TextInput
      {...field(props)}
      value={typed ?? (isClockTime(value) ? showTime(value) : '')}
      data-path={props['data-path']}
      placeholder="08.00"
      inputMode="numeric"
      autoComplete="off"
      error={error ?? (unread && left ? `“${typed}” bukan jam. Contoh: 8.30.` : undefined)}
      onChange={event => {
        setDraft(event.currentTarget.value)
        setLeft(false)
        onChange(read(event.currentTarget.value))
      }}
      onFocus={event => event.currentTarget.select()}
      onBlur={() => {
        setLeft(true)
        // Leaves the time as the program writes it.
        if (value !== '') setDraft(null)
        onBlur?.()
      }}
    />
  )
}
