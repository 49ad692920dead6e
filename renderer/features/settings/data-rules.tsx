import { Checkbox, NumberInput, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import type { Rules } from '../../../shared/features/centre/centre.ts'
import { fieldOf } from '../../ui/form/field.tsx'
import layout from '../../ui/page/layout.module.css'
import { RetentionField } from '../rights/retention-field.tsx'

/** Officer for personal data, retention period, and protection at the screen. */
export function DataRules({ form }: { form: UseFormReturnType<Rules> }) {
  return (
    <div className={layout.stack}>
      <TextInput
        {...fieldOf(form, 'dataOfficer', {
          label: 'Pejabat Pelindungan Data Pribadi',
          optional: true,
          hint: 'UU 27/2022 Pasal 53. Disebut di persetujuan peserta dan pemberitahuan kebocoran.',
        })}
      />
      <TextInput
        {...fieldOf(form, 'dataOfficerContact', {
          label: 'Cara menghubunginya',
          optional: true,
          hint: 'Telepon, pos-el, atau ruang.',
        })}
      />
      <RetentionField form={form} />
      <NumberInput
        suffix=" menit"
        {...fieldOf(form, 'lockAfter', {
          label: 'Layar terkunci setelah',
          hint: 'Menit tanpa tombol atau tetikus, 1 sampai 30.',
        })}
      />
      <Checkbox
        label="Membuka kembali hari yang ditutup disetujui orang kedua"
        description="Dimatikan: cukup alasan."
        {...form.getInputProps('reopenByTwo', { type: 'checkbox' })}
      />
    </div>
  )
}
