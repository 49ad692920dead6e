import type { ComponentProps } from 'react'
import { compareNik } from '../../../../shared/features/trainee/nik/nik.ts'
import { useToday } from '../../../app/client.ts'
import { Panel } from '../../../ui/page/panel.tsx'
import { NikField } from './nik-field.tsx'
import { withNik } from './trainee-values.ts'
import type { useOthersLike } from './use-others-like.ts'
import type { useTraineeForm } from './use-trainee-form.ts'

interface NikPanelProps extends Pick<ComponentProps<typeof NikField>, 'autoFocus'> {
  form: ReturnType<typeof useTraineeForm>['person']
  others: ReturnType<typeof useOthersLike>
}

/** The NIK, which fills in what it contains, and the person who already has it. */
export function NikPanel({ form, others: { nik, known, knownPath }, ...more }: NikPanelProps) {
  const today = useToday()
  return (
    <Panel label="Nomor induk kependudukan">
      <NikField
        value={form.values.nik}
        onChange={next => form.setValues(withNik(form.getValues(), next, today))}
        onBlur={form.getInputProps('nik').onBlur}
        today={today}
        differs={nik !== null && compareNik(nik, form.values).length > 0}
        known={known ?? null}
        knownPath={knownPath}
        {...(typeof form.errors.nik === 'string' ? { error: form.errors.nik } : {})}
        {...more}
      />
    </Panel>
  )
}
