import { Checkbox, Flex, Input, NumberInput, SegmentedControl } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { daysNeeded } from '../../../shared/features/attendance/attendance.ts'
import type { Rules } from '../../../shared/features/centre/centre.ts'
import { trainedWithins } from '../../../shared/features/centre/centre.ts'
import { ruleChoices, ruleLabels, ruleUnits } from '../../../shared/features/centre/rule-words.ts'
import { dayCount } from '../../../shared/features/cohort/cohort.ts'
import { field, fieldOf } from '../../ui/form/field.tsx'
import layout from '../../ui/page/layout.module.css'
import { BandFields } from './band-fields.tsx'

/** Rules for passing and for teaching. */
export function TrainingRules({ form }: { form: UseFormReturnType<Rules> }) {
  const { minimumAttendance } = form.values
  const needed = Number.isInteger(minimumAttendance) ? daysNeeded(minimumAttendance, dayCount) : null
  return (
    <div className={layout.stack}>
      <NumberInput
        suffix={ruleUnits.minimumAttendance}
        {...fieldOf(form, 'minimumAttendance', {
          label: ruleLabels.minimumAttendance,
          hint: `${needed ?? '…'} dari ${dayCount} hari, dihitung dari hari yang direncanakan.`,
        })}
      />
      <div className={layout.pair}>
        <NumberInput
          suffix={ruleUnits.theoryWeight}
          {...fieldOf(form, 'theoryWeight', { label: ruleLabels.theoryWeight })}
        />
        <NumberInput
          suffix={ruleUnits.practiceWeight}
          {...fieldOf(form, 'practiceWeight', { label: ruleLabels.practiceWeight })}
        />
      </div>
      <div className={layout.pair}>
        <NumberInput
          decimalScale={2}
          {...fieldOf(form, 'passMark', { label: ruleLabels.passMark })}
          value={form.values.passMark / 100}
          onChange={value => form.setFieldValue('passMark', Math.round(Number(value) * 100))}
        />
        <NumberInput
          suffix={ruleUnits.minutesPerHour}
          {...fieldOf(form, 'minutesPerHour', { label: ruleLabels.minutesPerHour })}
        />
      </div>
      <Checkbox label={ruleLabels.unitsRequired} {...form.getInputProps('unitsRequired', { type: 'checkbox' })} />
      <BandFields form={form} />
      <Input.Wrapper
        {...field({
          label: ruleLabels.trainedWithin,
          hint: 'Berlaku bagi setiap pendaftaran sejak disimpan, juga ke kelas yang sudah direncanakan.',
        })}
        labelElement="div"
        error={form.errors.trainedWithin}
      >
        <SegmentedControl
          fullWidth
          aria-label="Ikut pelatihan lagi perlu alasan"
          data={trainedWithins.map(value => ({ value, label: ruleChoices.trainedWithin[value] }))}
          value={form.values.trainedWithin}
          onChange={value => form.setFieldValue('trainedWithin', value)}
        />
      </Input.Wrapper>
      <NumberInput
        {...fieldOf(form, 'reserveUntilDay', {
          label: ruleLabels.reserveUntilDay,
          hint: 'Bila peserta mengundurkan diri sampai dengan hari itu.',
        })}
      />
      <NumberInput
        suffix={ruleUnits.absenceAlarm}
        {...fieldOf(form, 'absenceAlarm', {
          label: ruleLabels.absenceAlarm,
          hint: 'Di Beranda dan Kehadiran. Apakah gugur, diputuskan balai.',
        })}
      />
      <Checkbox.Group label={ruleLabels.requiredCredentialKinds} {...form.getInputProps('requiredCredentialKinds')}>
        <Flex direction="column" gap="0.5rem" pt="0.375rem">
          {Object.entries(ruleChoices.requiredCredentialKinds).map(([kind, label]) => (
            <Checkbox key={kind} value={kind} label={label} />
          ))}
        </Flex>
      </Checkbox.Group>
    </div>
  )
}
