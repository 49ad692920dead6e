import { TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import {
  disabilities,
  disabilityLabels,
  type RestrictedDraft,
  restrictedLabels,
} from '../../../../shared/features/trainee/restricted.ts'
import { ChoiceSelect, choices } from '../../../ui/form/choice-select.tsx'
import { field } from '../../../ui/form/field.tsx'
import { Panel } from '../../../ui/page/panel.tsx'
import styles from './trainee-form.module.css'

/** What UU 27/2022 protects more than the rest. */
export function RestrictedFields({ form }: { form: UseFormReturnType<RestrictedDraft> }) {
  const text = (name: Exclude<keyof RestrictedDraft, 'disability'>) => ({
    ...field({ label: restrictedLabels[name], locked: true }),
    autoComplete: 'off',
    ...form.getInputProps(name),
  })
  return (
    <Panel title="Data terbatas" facts="UU 27/2022 · semuanya boleh kosong">
      <div className={styles.fields}>
        <TextInput {...text('stuntedChild')} className={styles.third ?? ''} placeholder="Nama atau hubungan" />
        <ChoiceSelect
          {...field({ label: restrictedLabels.disability, locked: true })}
          className={styles.third ?? ''}
          placeholder="Tidak ada"
          data={choices(disabilities, disabilityLabels)}
          {...form.getInputProps('disability')}
        />
        <TextInput {...text('disabilityNeeds')} className={styles.third ?? ''} placeholder="Misalnya kursi roda" />
        <TextInput {...text('bankName')} className={styles.third ?? ''} />
        <TextInput {...text('bankAccount')} className={styles.third ?? ''} inputMode="numeric" />
        <TextInput {...text('bankHolder')} className={styles.third ?? ''} />
      </div>
    </Panel>
  )
}
