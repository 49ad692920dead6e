import { TextInput } from '@mantine/core'
import { DateField } from '../../../ui/form/date-field.tsx'
import { typing } from '../../../ui/form/field.tsx'
import { TimeField } from '../../../ui/form/time-field.tsx'
import styles from './registration-drawer.module.css'
import type { MeetingValues } from './registration-values.ts'

interface MeetingFieldsProps {
  name: string
  values: MeetingValues
  onChange: (values: MeetingValues) => void
}

/** Day, time and place of an event to which people are invited. */
export function MeetingFields({ name, values, onChange }: MeetingFieldsProps) {
  return (
    <div className={styles.meeting}>
      <DateField
        label={`Tanggal ${name.toLowerCase()}`}
        value={values.date}
        onChange={date => onChange({ ...values, date })}
      />
      <TimeField label="Jam" value={values.time} onChange={time => onChange({ ...values, time })} />
      <TextInput
        label="Tempat"
        aria-label={`Tempat ${name.toLowerCase()}`}
        {...typing(values.place, place => onChange({ ...values, place }))}
      />
    </div>
  )
}
