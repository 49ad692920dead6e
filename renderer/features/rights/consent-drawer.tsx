import { TextInput } from '@mantine/core'
import {
  adultAge,
  basisLabels,
  type ConsentDraft,
  consentDraft,
  legalBases,
  signerLabels,
  signers,
} from '../../../shared/features/rights/consent.ts'
import { ageOn } from '../../../shared/features/trainee/age.ts'
import type { TraineeId } from '../../../shared/ids.ts'
import type { PlainDate } from '../../../shared/kernel/plain-date.ts'
import { api, useCommand, useToday } from '../../app/client.ts'
import { useDraftForm } from '../../app/use-draft-form.ts'
import { FormDrawer } from '../../ui/dialog/form-dialog.tsx'
import { DateField } from '../../ui/form/date-field.tsx'
import { fieldOf } from '../../ui/form/field.tsx'
import { SwitchField } from '../../ui/form/switch-bar.tsx'

interface ConsentDrawerProps {
  person: { id: TraineeId; birthDate: PlainDate }
  onClose: () => void
}

/** Records a signed consent sheet. Mount only while open. */
export function ConsentDrawer({ person, onClose }: ConsentDrawerProps) {
  const today = useToday()
  const minor = ageOn(person.birthDate, today) < adultAge
  const initial: ConsentDraft = {
    signedOn: today,
    signer: minor ? 'GUARDIAN' : 'SELF',
    guardian: '',
    basis: 'CONSENT',
  }
  const { form, read } = useDraftForm(consentDraft, initial)
  const save = useCommand(api.rights.recordConsent, { done: () => 'Persetujuan dicatat.' })
  const { signer } = form.values

  async function submit() {
    const consent = read()
    if (consent && (await save.run({ id: person.id, consent }))) onClose()
  }

  return (
    <FormDrawer
      title="Catat persetujuan"
      onClose={onClose}
      error={save.error}
      action={{ label: 'Simpan', run: submit, pending: save.pending }}
    >
      <DateField
        label="Ditandatangani pada"
        past
        autoFocus
        {...form.getInputProps('signedOn')}
        value={form.values.signedOn}
      />
      <SwitchField
        label="Yang menandatangani"
        value={signer}
        options={signers.map(value => ({ value, label: signerLabels[value] }))}
        onChange={value => form.setValues({ signer: value, guardian: '' })}
      />
      {signer === 'GUARDIAN' && (
        <TextInput
          {...fieldOf(form, 'guardian', {
            label: 'Nama orang tua atau wali',
            hint: 'Wajib bila peserta belum 18 tahun.',
          })}
        />
      )}
      <SwitchField
        label="Dasar pemrosesan"
        value={form.values.basis}
        options={legalBases.map(value => ({ value, label: basisLabels[value] }))}
        onChange={value => form.setFieldValue('basis', value)}
      />
    </FormDrawer>
  )
}
