import { Input, SegmentedControl, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { type KeyboardEvent, type ReactNode, useRef } from 'react'
import { employmentLabels, employments } from '../../../../shared/features/trainee/details.ts'
import { educationEquals } from '../../../../shared/features/trainee/education-names.ts'
import { compareNik, type Nik } from '../../../../shared/features/trainee/nik.ts'
import { formatNikMismatch } from '../../../../shared/features/trainee/nik-format.ts'
import { readPhone } from '../../../../shared/features/trainee/phone.ts'
import { type Education, educationLabels, educations } from '../../../../shared/features/trainee/trainee.ts'
import type { PlainDate } from '../../../../shared/kernel/plain-date.ts'
import { byNames, ChoiceSelect, choices } from '../../../ui/form/choice-select.tsx'
import { DateField } from '../../../ui/form/date-field.tsx'
import { focusNextField } from '../../../ui/form/enter-moves-on.ts'
import { field } from '../../../ui/form/field.tsx'
import { Panel } from '../../../ui/page/panel.tsx'
import { EvidenceFields } from './evidence-fields.tsx'
import type { EvidenceValues } from './evidence-values.ts'
import styles from './trainee-form.module.css'
import type { TraineeValues } from './trainee-values.ts'
import { type ChosenVillage, VillagePicker } from './village-picker.tsx'

interface TraineeFieldsProps {
  form: UseFormReturnType<TraineeValues>
  /** What the number says, once it is whole. */
  nik: Nik | null
  village: ChosenVillage | null
  onVillage: (village: ChosenVillage | null) => void
  evidence: UseFormReturnType<EvidenceValues>
  /** A field for the class that the person joins. */
  place?: ReactNode
  today: PlainDate
}

/** Name, birth, where somebody lives, and how to reach them. */
export function TraineeFields(props: TraineeFieldsProps) {
  const { form, evidence, nik, village, onVillage, place, today } = props
  const fields = useRef<HTMLDivElement>(null)
  const { values } = form
  const mismatches = nik ? compareNik(nik, values) : []
  const words = (path: 'birth_date' | 'sex') => {
    const mismatch = mismatches.find(one => one.field === path)
    return mismatch && formatNikMismatch(mismatch)
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
      <div ref={fields} className={styles.fields}>
        <TextInput
          {...field({ label: 'Nama lengkap (sesuai KTP)' })}
          className={styles.name ?? ''}
          autoComplete="off"
          {...form.getInputProps('name')}
        />
        <TextInput
          {...field({ label: 'Tempat lahir', optional: true })}
          className={styles.birthPlace ?? ''}
          autoComplete="off"
          {...form.getInputProps('birthPlace')}
        />
        <div className={styles.birthDate}>
          <DateField
            label="Tanggal lahir"
            today={today}
            past
            max={today}
            {...form.getInputProps('birthDate')}
            value={values.birthDate}
            {...(nik && values.birthDate === nik.birthDate ? { aside: 'dari NIK' } : {})}
            warning={words('birth_date')}
            warningAction={
              nik
                ? {
                    label: 'Pakai tanggal NIK',
                    onAction: () => form.setFieldValue('birthDate', nik.birthDate),
                  }
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
          {...field({ label: 'No. HP / WhatsApp', optional: true })}
          className={styles.phone ?? ''}
          inputMode="tel"
          autoComplete="off"
          placeholder="0812-3456-7890"
          rightSection={phone.ok && <span className={styles.reading}>{phone.phone.slice(0, 5)}…</span>}
          rightSectionWidth={70}
          {...form.getInputProps('phone')}
        />
        <div className={styles.village}>
          <VillagePicker value={village} onChange={onVillage} onChosen={goOn} />
        </div>
        <TextInput
          {...field({ label: 'Alamat', optional: true })}
          className={styles.address ?? ''}
          placeholder="Jalan, gang, nomor"
          autoComplete="off"
          {...form.getInputProps('address')}
        />
        <TextInput
          {...field({ label: 'RT' })}
          className={styles.short ?? ''}
          inputMode="numeric"
          maxLength={3}
          placeholder="000"
          {...form.getInputProps('neighbourhood')}
        />
        <TextInput
          {...field({ label: 'RW' })}
          className={styles.short ?? ''}
          inputMode="numeric"
          maxLength={3}
          placeholder="000"
          {...form.getInputProps('hamlet')}
        />
        <ChoiceSelect
          {...field({ label: 'Pendidikan terakhir', optional: true })}
          className={styles.education ?? ''}
          data={choices(educations, educationLabels)}
          filter={byNames(value => educationEquals[value as Education] ?? [])}
          {...form.getInputProps('education')}
        />
        <ChoiceSelect
          {...field({ label: 'Status kerja', optional: true })}
          className={styles.quarter ?? ''}
          data={choices(employments, employmentLabels)}
          {...form.getInputProps('employment')}
        />
        <TextInput
          {...field({ label: 'No. KK', optional: true })}
          className={styles.familyCard ?? ''}
          classNames={{ input: styles.digits ?? '' }}
          inputMode="numeric"
          autoComplete="off"
          {...form.getInputProps('familyCard')}
        />
        {place}
      </div>
      <EvidenceFields form={evidence} today={today} added={place === undefined} />
    </Panel>
  )
}
