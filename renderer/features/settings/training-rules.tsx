import { Checkbox, Flex, Input, NumberInput, SegmentedControl } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { daysNeeded } from '../../../shared/features/attendance/attendance.ts'
import type { Rules } from '../../../shared/features/centre/centre.ts'
import { trainedWithinLabels, trainedWithins } from '../../../shared/features/centre/centre.ts'
import { dayCount } from '../../../shared/features/cohort/cohort.ts'
import { field, fieldOf } from '../../ui/form/field.tsx'
import layout from '../../ui/page/layout.module.css'
import { BandFields } from './band-fields.tsx'

const credentialKinds: readonly { value: Rules['requiredCredentialKinds'][number]; label: string }[] = [
  { value: 'TEKNIS', label: 'Sertifikat teknis sesuai kejuruan' },
  { value: 'METODOLOGI', label: 'Sertifikat metodologi pelatihan' },
  { value: 'ASESOR', label: 'Sertifikat asesor kompetensi' },
]

/** Rules for passing and for teaching. */
export function TrainingRules({ form }: { form: UseFormReturnType<Rules> }) {
  const { minimumAttendance } = form.values
  const needed = Number.isInteger(minimumAttendance) ? daysNeeded(minimumAttendance, dayCount) : null
  return (
    <div className={layout.stack}>
      <NumberInput
        suffix=" %"
        {...fieldOf(form, 'minimumAttendance', {
          label: 'Kehadiran paling sedikit',
          hint: `${needed ?? '…'} dari ${dayCount} hari, dihitung dari hari yang direncanakan.`,
        })}
      />
      <div className={layout.pair}>
        <NumberInput suffix=" %" {...fieldOf(form, 'theoryWeight', { label: 'Bobot teori' })} />
        <NumberInput suffix=" %" {...fieldOf(form, 'practiceWeight', { label: 'Bobot praktik' })} />
      </div>
      <div className={layout.pair}>
        <NumberInput
          decimalScale={2}
          {...fieldOf(form, 'passMark', { label: 'Nilai lulus' })}
          value={form.values.passMark / 100}
          onChange={value => form.setFieldValue('passMark', Math.round(Number(value) * 100))}
        />
        <NumberInput suffix=" menit" {...fieldOf(form, 'minutesPerHour', { label: 'Satu JP' })} />
      </div>
      <Checkbox
        label="Tidak lulus bila ada unit wajib yang belum K"
        {...form.getInputProps('unitsRequired', { type: 'checkbox' })}
      />
      <BandFields form={form} />
      <Input.Wrapper
        {...field({
          label: 'Ikut pelatihan lagi perlu alasan bila sudah dilatih dalam',
          hint: 'Berlaku bagi setiap pendaftaran sejak disimpan, juga ke kelas yang sudah direncanakan.',
        })}
        labelElement="div"
        error={form.errors.trainedWithin}
      >
        <SegmentedControl
          fullWidth
          aria-label="Ikut pelatihan lagi perlu alasan"
          data={trainedWithins.map(value => ({ value, label: trainedWithinLabels[value] }))}
          value={form.values.trainedWithin}
          onChange={value => form.setFieldValue('trainedWithin', value)}
        />
      </Input.Wrapper>
      <NumberInput
        {...fieldOf(form, 'reserveUntilDay', {
          label: 'Cadangan naik sampai hari ke-',
          hint: 'Bila peserta mengundurkan diri sampai dengan hari itu.',
        })}
      />
      <NumberInput
        suffix=" hari"
        {...fieldOf(form, 'absenceAlarm', {
          label: 'Sebut peserta yang alpa berturut-turut',
          hint: 'Di Beranda dan Kehadiran. Apakah gugur, diputuskan balai.',
        })}
      />
      <Checkbox.Group
        label="Sertifikat BNSP yang wajib dimiliki instruktur"
        {...form.getInputProps('requiredCredentialKinds')}
      >
        <Flex direction="column" gap="0.5rem" pt="0.375rem">
          {credentialKinds.map(kind => (
            <Checkbox key={kind.value} value={kind.value} label={kind.label} />
          ))}
        </Flex>
      </Checkbox.Group>
    </div>
  )
}
