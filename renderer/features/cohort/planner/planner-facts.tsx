import { NumberInput, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import type { TradeCode } from '../../../../shared/features/program/trades.ts'
import { yearOf } from '../../../../shared/kernel/plain-date.ts'
import { DateField } from '../../../ui/form/date-field.tsx'
import { field, fieldOf } from '../../../ui/form/field.tsx'
import { Columns } from '../../../ui/page/columns.tsx'
import layout from '../../../ui/page/layout.module.css'
import { Panel } from '../../../ui/page/panel.tsx'
import { ActivitySelect } from '../../activity/activity-select.tsx'
import styles from './planner-facts.module.css'
import type { PlanValues } from './planner-values.ts'

interface PlannerFactsProps {
  form: UseFormReturnType<PlanValues>
  trade: TradeCode | null
  /** The number used while none is typed. */
  proposedNumber: number | null
}

/** Number, money and decree, as the papers of the class state them. */
export function PlannerFacts({ form, trade, proposedNumber }: PlannerFactsProps) {
  const { values } = form
  return (
    <Panel title="Keterangan kelas" facts="SK boleh menyusul">
      <Columns widths="repeat(12, 1fr)">
        <NumberInput
          className={styles.number ?? ''}
          {...field({ label: 'Angkatan ke-' })}
          min={1}
          max={99}
          clampBehavior="strict"
          allowDecimal={false}
          data-path="number"
          error={form.errors.number}
          value={values.number ?? proposedNumber ?? ''}
          onChange={number => form.setFieldValue('number', typeof number === 'number' ? number : null)}
        />
        <ActivitySelect
          className={styles.rest}
          year={values.start === null ? null : yearOf(values.start)}
          trade={trade}
          value={values.activityId}
          onChange={id => form.setFieldValue('activityId', id)}
          error={form.errors.activityId}
        />
        <TextInput
          className={styles.third ?? ''}
          {...fieldOf(form, 'decreeNumber', { label: 'Nomor SK', optional: true })}
        />
        <div className={styles.date}>
          <DateField label="Tanggal SK" optional {...form.getInputProps('decreeDate')} value={values.decreeDate} />
        </div>
        <TextInput
          className={styles.half ?? ''}
          {...fieldOf(form, 'decreeIssuer', { label: 'Pejabat yang menetapkan SK', optional: true })}
        />
        <TextInput
          className={layout.whole ?? ''}
          {...fieldOf(form, 'decreeSubject', { label: 'SK tentang', optional: true })}
        />
      </Columns>
    </Panel>
  )
}
