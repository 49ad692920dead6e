import { Checkbox, NumberInput, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import type { Rules } from '../../../shared/features/centre/centre.ts'
import { ruleLabels, ruleUnits } from '../../../shared/features/centre/rule-words.ts'
import { fieldOf } from '../../ui/form/field.tsx'
import layout from '../../ui/page/layout.module.css'
import { RetentionField } from '../rights/retention-field.tsx'

/** Officer for personal data, retention period, and protection at the screen. */
export function DataRules({ form }: { form: UseFormReturnType<Rules> }) {
  return (
    <div className={layout.stack}>
      <TextInput
        {...fieldOf(form, 'dataOfficer', {
          label: ruleLabels.dataOfficer,
          optional: true,
          hint: 'UU 27/2022 Pasal 53. Disebut di persetujuan peserta dan pemberitahuan kebocoran.',
        })}
      />
      <TextInput
        {...fieldOf(form, 'dataOfficerContact', {
          label: ruleLabels.dataOfficerContact,
          optional: true,
          hint: 'Telepon, pos-el, atau ruang.',
        })}
      />
      <RetentionField form={form} />
      <NumberInput
        suffix={ruleUnits.lockAfter}
        {...fieldOf(form, 'lockAfter', {
          label: ruleLabels.lockAfter,
          hint: 'Menit tanpa tombol atau tetikus, 1 sampai 30.',
        })}
      />
      <Checkbox
        label={ruleLabels.reopenByTwo}
        description="Dimatikan: cukup alasan."
        {...form.getInputProps('reopenByTwo', { type: 'checkbox' })}
      />
    </div>
  )
}
