import { TextInput } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { isClockTime, readTime, showTime } from '../../../shared/kernel/time.ts'
import { type FieldOptions, field } from './field.tsx'

interface TimeFieldProps extends FieldOptions {
  /** 'HH:MM', or ''. */
  value: string
  /** Gets 'HH:MM', or '' while the text is not a time. */
  onChange: (time: string) => void
  error?: ReactNode
  onBlur?: () => void
  /** Used by Mantine forms to find the field. */
  'data-path'?: string
}

/** A time of day as people type it: '8.30', '0830', '8:30'. */
export function TimeField(props: TimeFieldProps) {
  const { value, onChange, error, onBlur } = props
  const [draft, setDraft] = useState<string | null>(null)
  const [blurred, setBlurred] = useState(true)
  const read = (text: string) => readTime(text) ?? ''
  // The typed text stays until the value is changed from outside.
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
      error={error ?? (unread && blurred ? `“${typed}” bukan jam. Contoh: 8.30.` : undefined)}
      onChange={event => {
        setDraft(event.currentTarget.value)
        setBlurred(false)
        onChange(read(event.currentTarget.value))
      }}
      onFocus={event => event.currentTarget.select()}
      onBlur={() => {
        setBlurred(true)
        // On leaving the field the time is formatted.
        if (value !== '') setDraft(null)
        onBlur?.()
      }}
    />
  )
}
