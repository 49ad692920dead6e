import { Box, Input, SegmentedControl, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { type KeyboardEvent, type ReactNode, useRef } from 'react'
import { employmentLabels, employments } from '../../../../shared/features/trainee/details.ts'
import { compareNik, type Nik } from '../../../../shared/features/trainee/nik/nik.ts'
import { formatNikValue } from '../../../../shared/features/trainee/nik/nik-format.ts'
import { readPhone } from '../../../../shared/features/trainee/phone.ts'
import { type Education, educationLabels, educations } from '../../../../shared/features/trainee/trainee.ts'
import type { PlainDate } from '../../../../shared/kernel/plain-date.ts'
import { byNames, ChoiceSelect, choices } from '../../../ui/form/choice-select.tsx'
import { DateField } from '../../../ui/form/date-field.tsx'
import { focusNextField } from '../../../ui/form/enter-moves-on.ts'
import { field } from '../../../ui/form/field.tsx'
import { Columns } from '../../../ui/page/columns.tsx'
import layout from '../../../ui/page/layout.module.css'
import { Panel } from '../../../ui/page/panel.tsx'
import { EvidenceFields } from './evidence-fields.tsx'
import type { EvidenceValues } from './evidence-values.ts'
import { inputOf } from './form-input.ts'
import styles from './trainee-form.module.css'
import type { TraineeValues } from './trainee-values.ts'
import { type ChosenVillage, VillagePicker } from './village-picker.tsx'

interface TraineeFieldsProps {
  form: UseFormReturnType<TraineeValues>
  /** The content of the number once it is complete. */
  nik: Nik | null
  village: ChosenVillage | null
  onVillage: (village: ChosenVillage | null) => void
  evidence: UseFormReturnType<EvidenceValues>
  /** A field for the class to join. */
  place?: ReactNode
  today: PlainDate
}

/** Name, birth, address and phone. */
export function TraineeFields(props: TraineeFieldsProps) {
  const { form, evidence, nik, village, onVillage, place, today } = props
  const fields = useRef<HTMLDivElement>(null)
  const { values } = form
  const input = inputOf(form)
  const mismatches = nik ? compareNik(nik, values) : []
  const words = (path: 'birth_date' | 'sex') => {
    const mismatch = mismatches.find(one => one.field === path)
    return mismatch && formatNikValue(mismatch)
  }
  const phone = readPhone(values.phone)

  function typeSex(event: KeyboardEvent) {
    const sex = event.key.toUpperCase()
    if (sex === 'L' || sex === 'P') form.setFieldValue('sex', sex)
  }

  function goOn() {
    const { current } = fields
    const here = document.activeElement
    if (current && here instanceof HTMLElement) focusNextField(current, here)
  }

  return (
    <Panel label="Data peserta">
      <Columns ref={fields} widths="repeat(24, 1fr)">
        <TextInput {...input('name', 'Nama lengkap (sesuai KTP)', 'name')} />
        <TextInput {...input('birthPlace', 'Tempat lahir', 'birthPlace', { optional: true })} />
        <div className={styles.birthDate}>
          <DateField
            label="Tanggal lahir"
            past
            max={today}
            {...form.getInputProps('birthDate')}
            value={values.birthDate}
            {...(nik && values.birthDate === nik.birthDate ? { aside: 'dari NIK' } : {})}
            warning={words('birth_date')}
            warningAction={
              nik
                ? { label: 'Pakai tanggal NIK', onAction: () => form.setFieldValue('birthDate', nik.birthDate) }
                : undefined
            }
          />
        </div>
        <Input.Wrapper
          {...field({
            label: 'Jenis kelamin',
            warning: words('sex'),
            ...(nik && values.sex === nik.sex ? { aside: 'dari NIK' } : {}),
          })}
          className={styles.sex ?? ''}
          labelElement="div"
          error={form.errors.sex}
        >
          <SegmentedControl
            fullWidth
            aria-label="Jenis kelamin"
            data={[
              { value: 'L', label: 'Laki-laki' },
              { value: 'P', label: 'Perempuan' },
            ]}
            value={values.sex ?? ''}
            onChange={sex => form.setFieldValue('sex', sex === 'P' ? 'P' : 'L')}
            onKeyDown={typeSex}
          />
        </Input.Wrapper>
        <TextInput
          {...input('phone', 'No. HP / WhatsApp', 'phone', { optional: true })}
          inputMode="tel"
          placeholder="0812-3456-7890"
          rightSection={
            phone.ok && (
              <Box component="span" c="var(--ink-2)" fz="0.75rem" fw={600}>
                {phone.phone.slice(0, 5)}…
              </Box>
            )
          }
          rightSectionWidth={70}
        />
        <div className={styles.village}>
          <VillagePicker value={village} onChange={onVillage} onChosen={goOn} />
        </div>
        <TextInput {...input('address', 'Alamat', 'address', { optional: true })} placeholder="Jalan, gang, nomor" />
        <TextInput {...input('neighbourhood', 'RT', 'short')} inputMode="numeric" maxLength={3} placeholder="000" />
        <TextInput {...input('hamlet', 'RW', 'short')} inputMode="numeric" maxLength={3} placeholder="000" />
        <ChoiceSelect
          {...input('education', 'Pendidikan terakhir', 'education', { optional: true })}
          data={choices(educations, educationLabels)}
          filter={byNames(value => educationEquals[value as Education] ?? [])}
        />
        <ChoiceSelect
          {...input('employment', 'Status kerja', 'quarter', { optional: true })}
          data={choices(employments, employmentLabels)}
        />
        <TextInput
          {...input('familyCard', 'No. KK', 'familyCard', { optional: true })}
          classNames={{ input: layout.digits ?? '' }}
          inputMode="numeric"
        />
        {place}
      </Columns>
      <EvidenceFields form={evidence} today={today} added={place === undefined} />
    </Panel>
  )
}

/** Other names of diplomas of the same level. */
const educationEquals: Partial<Record<Education, readonly string[]>> = {
  SD: ['MI', 'Paket A'],
  SMP: ['MTs', 'SLTP', 'Paket B'],
  SMA: ['MA', 'SLTA', 'SMU', 'Paket C'],
  SMK: ['STM', 'SMEA', 'MAK'],
}
