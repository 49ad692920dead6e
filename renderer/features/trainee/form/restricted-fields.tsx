import { TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import {
  disabilities,
  disabilityLabels,
  type RestrictedDraft,
  restrictedLabels,
} from '../../../../shared/features/trainee/restricted.ts'
import { ChoiceSelect, choices } from '../../../ui/form/choice-select.tsx'
import { Columns } from '../../../ui/page/columns.tsx'
import { Panel } from '../../../ui/page/panel.tsx'
import { inputOf } from './form-input.ts'

/** Sensitive data under UU 27/2022. */
export function RestrictedFields({ form }: { form: UseFormReturnType<RestrictedDraft> }) {
  const input = inputOf(form)
  const third = (name: keyof RestrictedDraft) => input(name, restrictedLabels[name], 'third', { locked: true })
  return (
    <Panel title="Data terbatas" facts="UU 27/2022 · semuanya boleh kosong">
      <Columns widths="repeat(24, 1fr)">
        <TextInput {...third('stuntedChild')} placeholder="Nama atau hubungan" />
        <ChoiceSelect {...third('disability')} placeholder="Tidak ada" data={choices(disabilities, disabilityLabels)} />
        <TextInput {...third('disabilityNeeds')} placeholder="Misalnya kursi roda" />
        <TextInput {...third('bankName')} />
        <TextInput {...third('bankAccount')} inputMode="numeric" />
        <TextInput {...third('bankHolder')} />
      </Columns>
    </Panel>
  )
}
