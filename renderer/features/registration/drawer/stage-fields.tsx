import { Box, Checkbox, NumberInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { stageName } from '../../../../shared/features/registration/registration-format.ts'
import styles from './registration-drawer.module.css'
import type { RegistrationValues } from './registration-values.ts'

const scored = [
  { held: 'test', weight: 'testWeight', limit: 'testLimit', name: stageName('TEST') },
  { held: 'interview', weight: 'interviewWeight', limit: 'interviewLimit', name: stageName('INTERVIEW') },
] as const

/** The stages that are held, with weights and minimum scores. */
export function StageFields({ form }: { form: UseFormReturnType<RegistrationValues> }) {
  const { values } = form
  const both = values.test && values.interview
  return (
    <fieldset className={styles.group}>
      <legend>Tahap seleksi</legend>
      <div className={styles.stage}>
        <Checkbox label={stageName('ADMINISTRATION')} {...form.getInputProps('administration', { type: 'checkbox' })} />
        <Box component="span" fz="0.8125rem">
          Bobot
        </Box>
        <Box component="span" fz="0.8125rem">
          Nilai terendah
        </Box>
      </div>
      {scored.map(({ held, weight, limit, name }) => (
        <div className={styles.stage} key={held}>
          <Checkbox label={name} {...form.getInputProps(held, { type: 'checkbox' })} />
          <NumberInput
            aria-label={`Bobot ${name}`}
            suffix=" %"
            allowDecimal={false}
            disabled={!both}
            {...form.getInputProps(weight)}
            value={both ? (values[weight] ?? '') : values[held] ? 100 : ''}
          />
          <NumberInput
            aria-label={`Nilai terendah ${name}`}
            placeholder="tanpa"
            decimalScale={2}
            disabled={!values[held]}
            value={values[limit] === null ? '' : values[limit] / 100}
            onChange={value => form.setFieldValue(limit, value === '' ? null : Math.round(Number(value) * 100))}
          />
        </div>
      ))}
      {Object.entries(form.errors)
        .filter(([path]) => path.startsWith('stages'))
        .slice(0, 1)
        .map(([path, words]) => (
          <Box component="p" key={path} c="var(--err)" fz="0.75rem">
            {words}
          </Box>
        ))}
    </fieldset>
  )
}
