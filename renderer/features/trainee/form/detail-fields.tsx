import { NumberInput, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import {
  maritalLabels,
  maritalStatuses,
  religionLabels,
  religions,
  shirtSizes,
} from '../../../../shared/features/trainee/details.ts'
import type { PlainDate } from '../../../../shared/kernel/plain-date.ts'
import { ChoiceSelect, choices } from '../../../ui/form/choice-select.tsx'
import { DateField } from '../../../ui/form/date-field.tsx'
import { field } from '../../../ui/form/field.tsx'
import { Panel } from '../../../ui/page/panel.tsx'
import styles from './trainee-form.module.css'
import type { TraineeValues } from './trainee-values.ts'
import { type ChosenVillage, VillagePicker } from './village-picker.tsx'

interface DetailFieldsProps {
  form: UseFormReturnType<TraineeValues>
  today: PlainDate
  home: ChosenVillage | null
  onHome: (village: ChosenVillage | null) => void
}

/** What is asked only where a form needs it. */
export function DetailFields({ form, today, home, onHome }: DetailFieldsProps) {
  const { colourBlind } = form.values
  return (
    <Panel title="Data lain" facts="semuanya boleh kosong">
      <div className={styles.fields}>
        <ChoiceSelect
          {...field({ label: 'Agama' })}
          className={styles.quarter ?? ''}
          data={choices(religions, religionLabels)}
          {...form.getInputProps('religion')}
        />
        <ChoiceSelect
          {...field({ label: 'Status kawin' })}
          className={styles.quarter ?? ''}
          data={choices(maritalStatuses, maritalLabels)}
          {...form.getInputProps('maritalStatus')}
        />
        <TextInput
          {...field({ label: 'Email' })}
          className={styles.half ?? ''}
          inputMode="email"
          autoComplete="off"
          spellCheck={false}
          {...form.getInputProps('email')}
        />
        <div className={styles.village}>
          <VillagePicker label="Kelurahan domisili" aside="bila berbeda dari KTP" value={home} onChange={onHome} />
        </div>
        <TextInput
          {...field({ label: 'Alamat domisili' })}
          className={styles.address ?? ''}
          autoComplete="off"
          {...form.getInputProps('homeAddress')}
        />
        <TextInput
          {...field({ label: 'RT' })}
          aria-label="RT domisili"
          className={styles.short ?? ''}
          inputMode="numeric"
          maxLength={3}
          {...form.getInputProps('homeNeighbourhood')}
        />
        <TextInput
          {...field({ label: 'RW' })}
          aria-label="RW domisili"
          className={styles.short ?? ''}
          inputMode="numeric"
          maxLength={3}
          {...form.getInputProps('homeHamlet')}
        />
        <TextInput
          {...field({ label: 'No. AK-1 (kartu kuning)' })}
          className={styles.quarter ?? ''}
          autoComplete="off"
          {...form.getInputProps('jobCard')}
        />
        <div className={styles.quarter}>
          <DateField
            label="Tanggal AK-1"
            today={today}
            past
            max={today}
            {...form.getInputProps('jobCardDate')}
            value={form.values.jobCardDate}
          />
        </div>
        <TextInput
          {...field({ label: 'Kontak darurat' })}
          className={styles.quarter ?? ''}
          autoComplete="off"
          {...form.getInputProps('emergencyName')}
        />
        <TextInput
          {...field({ label: 'No. HP darurat' })}
          className={styles.quarter ?? ''}
          inputMode="tel"
          autoComplete="off"
          {...form.getInputProps('emergencyPhone')}
        />
        <ChoiceSelect
          {...field({ label: 'Ukuran baju' })}
          className={styles.quarter ?? ''}
          data={[...shirtSizes]}
          {...form.getInputProps('shirtSize')}
        />
        <NumberInput
          {...field({ label: 'Ukuran sepatu' })}
          className={styles.quarter ?? ''}
          hideControls
          allowDecimal={false}
          {...form.getInputProps('shoeSize')}
          value={form.values.shoeSize ?? ''}
          onChange={value => form.setFieldValue('shoeSize', value === '' ? null : Number(value))}
        />
        <ChoiceSelect
          {...field({ label: 'Buta warna' })}
          className={styles.quarter ?? ''}
          data={[
            { value: 'no', label: 'Tidak' },
            { value: 'yes', label: 'Ya' },
          ]}
          value={colourBlind === null ? null : colourBlind ? 'yes' : 'no'}
          onChange={value => form.setFieldValue('colourBlind', value === null ? null : value === 'yes')}
        />
      </div>
    </Panel>
  )
}
