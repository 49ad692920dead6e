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
import { Columns } from '../../../ui/page/columns.tsx'
import { Panel } from '../../../ui/page/panel.tsx'
import { inputOf } from './form-input.ts'
import styles from './trainee-form.module.css'
import type { TraineeValues } from './trainee-values.ts'
import { type ChosenVillage, VillagePicker } from './village-picker.tsx'

interface DetailFieldsProps {
  form: UseFormReturnType<TraineeValues>
  today: PlainDate
  home: ChosenVillage | null
  onHome: (village: ChosenVillage | null) => void
}

/** Fields that only some forms need. */
export function DetailFields({ form, today, home, onHome }: DetailFieldsProps) {
  const { colourBlind, jobCardDate, shoeSize } = form.values
  const input = inputOf(form)
  return (
    <Panel title="Data lain" facts="semuanya boleh kosong">
      <Columns widths="repeat(24, 1fr)">
        <ChoiceSelect {...input('religion', 'Agama', 'quarter')} data={choices(religions, religionLabels)} />
        <ChoiceSelect
          {...input('maritalStatus', 'Status kawin', 'quarter')}
          data={choices(maritalStatuses, maritalLabels)}
        />
        <TextInput {...input('email', 'Email', 'half')} inputMode="email" spellCheck={false} />
        <div className={styles.village}>
          <VillagePicker label="Kelurahan domisili" aside="bila berbeda dari KTP" value={home} onChange={onHome} />
        </div>
        <TextInput {...input('homeAddress', 'Alamat domisili', 'address')} />
        <TextInput
          {...input('homeNeighbourhood', 'RT', 'short')}
          aria-label="RT domisili"
          inputMode="numeric"
          maxLength={3}
        />
        <TextInput {...input('homeHamlet', 'RW', 'short')} aria-label="RW domisili" inputMode="numeric" maxLength={3} />
        <TextInput {...input('jobCard', 'No. AK-1 (kartu kuning)', 'quarter')} />
        <div className={styles.quarter}>
          <DateField label="Tanggal AK-1" past max={today} {...form.getInputProps('jobCardDate')} value={jobCardDate} />
        </div>
        <TextInput {...input('emergencyName', 'Kontak darurat', 'quarter')} />
        <TextInput {...input('emergencyPhone', 'No. HP darurat', 'quarter')} inputMode="tel" />
        <ChoiceSelect {...input('shirtSize', 'Ukuran baju', 'quarter')} data={[...shirtSizes]} />
        <NumberInput
          {...input('shoeSize', 'Ukuran sepatu', 'quarter')}
          allowDecimal={false}
          value={shoeSize ?? ''}
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
      </Columns>
    </Panel>
  )
}
