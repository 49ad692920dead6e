import { Checkbox, Flex, NumberInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { IconLock } from '@tabler/icons-react'
import {
  evidenceLabels,
  evidenceSources,
  targetGroupLabels,
  targetGroups,
} from '../../../../shared/features/trainee/target-evidence.ts'
import type { PlainDate } from '../../../../shared/kernel/plain-date.ts'
import { ChoiceSelect, choices } from '../../../ui/form/choice-select.tsx'
import { DateField } from '../../../ui/form/date-field.tsx'
import { field, fieldOf } from '../../../ui/form/field.tsx'
import styles from './evidence-fields.module.css'
import { type EvidenceValues, hasDecile } from './evidence-values.ts'

interface EvidenceFieldsProps {
  form: UseFormReturnType<EvidenceValues>
  today: PlainDate
  /** There is earlier evidence. */
  added: boolean
}

/** Evidence of the target group: groups, source, date of the data. */
export function EvidenceFields({ form, today, added }: EvidenceFieldsProps) {
  const { source, groups } = form.values
  return (
    <div className={styles.fields}>
      <Checkbox.Group
        {...field({
          label: 'Kategori sasaran',
          ...(added ? { aside: 'bukti baru, yang lama tetap' } : { optional: true }),
        })}
        className={styles.groups ?? ''}
        value={groups}
        error={form.errors.groups}
        onChange={chosen => form.setFieldValue('groups', chosen as EvidenceValues['groups'])}
      >
        <Flex wrap="wrap" gap="0.25rem">
          {targetGroups.map(group => (
            <Checkbox
              key={group}
              value={group}
              className={styles.box ?? ''}
              classNames={{ label: styles.label ?? '' }}
              label={
                <>
                  {targetGroupLabels[group]}
                  {group === 'STUNTING' && (
                    <IconLock size={13} className={styles.lock} role="img" aria-label="data terbatas" />
                  )}
                </>
              }
            />
          ))}
        </Flex>
      </Checkbox.Group>
      <ChoiceSelect
        className={styles.source ?? ''}
        data={choices(evidenceSources, evidenceLabels)}
        {...fieldOf(form, 'source', { label: 'Sumber data' })}
        onChange={value => {
          const source = evidenceSources.find(one => one === value) ?? null
          form.setValues({ source, ...(hasDecile(source) ? {} : { decile: null }) })
        }}
      />
      <NumberInput
        className={styles.decile ?? ''}
        allowDecimal={false}
        disabled={!hasDecile(source)}
        {...fieldOf(form, 'decile', {
          label: 'Desil',
          locked: true,
          hint: '1 paling miskin.',
        })}
        value={form.values.decile ?? ''}
        onChange={value => form.setFieldValue('decile', value === '' ? null : Number(value))}
      />
      <div className={styles.date}>
        <DateField
          label="Tanggal data"
          past
          monthAlone
          max={today}
          {...form.getInputProps('dataDate')}
          value={form.values.dataDate}
        />
      </div>
    </div>
  )
}
