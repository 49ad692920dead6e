import { TextInput } from '@mantine/core'
import { IconCalendar } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { readDate } from '../../../shared/kernel/date-input.ts'
import { isPlainDate, type PlainDate, slashDate } from '../../../shared/kernel/plain-date.ts'
import { useToday } from '../../app/client.ts'
import { typing } from '../../ui/form/field.tsx'

interface PeriodFieldProps {
  from: PlainDate | null
  until: PlainDate | null
  onChange: (from: PlainDate | null, until: PlainDate | null) => void
}

/** A period typed as '20/12 – 30/12'; one date is one day, empty is no limit. */
export function PeriodField({ from, until, onChange }: PeriodFieldProps) {
  const today = useToday()
  const written = formatPeriod(from, until)
  const [text, setText] = useState(written)
  const [error, setError] = useState(false)
  useEffect(() => setText(written), [written])

  function take() {
    if (text === written) return setError(false)
    const period = readPeriod(text, today)
    setError(period === null)
    if (period) onChange(...period)
  }

  return (
    <TextInput
      w="9.25rem"
      aria-label="Tanggal"
      placeholder="20/12 – 30/12"
      {...typing(text, setText)}
      error={error}
      onBlur={take}
      onKeyDown={event => event.key === 'Enter' && take()}
      rightSection={<IconCalendar size={16} aria-hidden />}
    />
  )
}

function formatPeriod(from: PlainDate | null, until: PlainDate | null): string {
  if (from && until && from !== until) return `${slashDate(from)} – ${slashDate(until)}`
  return from ? slashDate(from) : ''
}

/** Null if a part is not a date. A date in the future is taken as last year's. */
function readPeriod(text: string, today: PlainDate): [PlainDate | null, PlainDate | null] | null {
  if (text.trim() === '') return [null, null]
  const [first = '', second = first] = text.split(/\s*(?:–|-| s\.?d\.? )\s*/)
  const [from, until] = [first, second].map(part => (isPlainDate(part) ? part : readDate(part, today, { past: true })))
  if (!from || !until) return null
  return from <= until ? [from, until] : [until, from]
}
