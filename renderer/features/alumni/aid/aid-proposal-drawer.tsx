import { useDeferredValue, useState } from 'react'
import { aidDraft, usualAid } from '../../../../shared/features/alumni/aid.ts'
import type { AidCandidate } from '../../../../shared/features/alumni/aid-contract.ts'
import { enrolmentId } from '../../../../shared/ids.ts'
import { rupiah } from '../../../../shared/kernel/money.ts'
import { longDate, type PlainDate } from '../../../../shared/kernel/plain-date.ts'
import { api, isAnswered, keepShown, useCommand, useRead, useToday } from '../../../app/client.ts'
import { useDraftForm } from '../../../app/use-draft-form.ts'
import { FormDrawer } from '../../../ui/dialog/form-dialog.tsx'
import { ChoiceSelect } from '../../../ui/form/choice-select.tsx'
import { DateField } from '../../../ui/form/date-field.tsx'
import { fieldOf } from '../../../ui/form/field.tsx'
import { RupiahField } from '../../../ui/form/rupiah-field.tsx'
import { useHeldKeys } from '../../../ui/form/use-held-keys.ts'

interface AidProposalDrawerProps {
  year: number
  /** Code of the kelurahan to choose from; null for all kelurahan without an aid. */
  village: string | null
  onClose: () => void
}

type Values = { budgetYear: number; enrolmentId: number | null; amount: number | null; proposedOn: PlainDate | null }

/** Proposes a graduate for modal kerja. Mount only while open. */
export function AidProposalDrawer({ year, village, onClose }: AidProposalDrawerProps) {
  const today = useToday()
  const [typed, setTyped] = useState('')
  const [chosen, setChosen] = useState<AidCandidate | null>(null)
  // The label of the chosen person is not a search text.
  const wanted = chosen && typed === labelOf(chosen) ? '' : typed.trim().slice(0, 80)
  const text = useDeferredValue(wanted)
  const reading = useRead(api.aid.candidates, { year, village, text }, keepShown)
  const holdingKeys = useHeldKeys(text === wanted && isAnswered(reading))
  const found = reading.data ?? []
  const people = chosen && !found.some(isChosen) ? [chosen, ...found] : found
  const blank: Values = { budgetYear: year, enrolmentId: null, amount: usualAid, proposedOn: today }
  const { form, read } = useDraftForm(aidDraft, blank, `modal kerja ${year} ${village}`)
  const propose = useCommand(api.aid.propose, {
    done: (_, { amount }) => `Modal kerja ${rupiah(amount)} diusulkan.`,
  })
  const { amount, proposedOn } = form.values

  function isChosen(person: AidCandidate) {
    return person.enrolmentId === chosen?.enrolmentId
  }

  async function submit() {
    const draft = read()
    if (draft && (await propose.run(draft))) onClose()
  }

  return (
    <FormDrawer
      title={`Usulkan modal kerja ${year}`}
      onClose={onClose}
      error={propose.error}
      action={{ label: 'Usulkan', hint: 'simpan', run: submit, pending: propose.pending }}
    >
      <ChoiceSelect
        placeholder="Ketik nama atau kelurahan"
        clearable={false}
        data-autofocus
        searchValue={typed}
        onSearchChange={setTyped}
        {...holdingKeys}
        // The backend has already filtered; the chosen one is in the data for its label only.
        filter={({ options }) =>
          options.filter(
            option => 'value' in option && found.some(person => String(person.enrolmentId) === option.value),
          )
        }
        data={people.map(person => ({ value: String(person.enrolmentId), label: labelOf(person) }))}
        {...fieldOf(form, 'enrolmentId', {
          label: 'Lulusan',
          hint: chosen
            ? `Kel. ${chosen.village}, Kec. ${chosen.district}. Lulus ${chosen.program} ${longDate(chosen.graduatedOn)}.`
            : reading.data && people.length === 0 && text === ''
              ? 'Tidak ada lulusan dari kelurahan yang belum punya modal kerja.'
              : 'Hanya lulusan dari kelurahan yang belum punya modal kerja tahun ini.',
        })}
        value={chosen ? String(chosen.enrolmentId) : null}
        onChange={value => {
          setChosen(found.find(person => String(person.enrolmentId) === value) ?? null)
          form.setFieldValue('enrolmentId', value === null ? null : enrolmentId.parse(Number(value)))
        }}
      />
      <RupiahField label="Jumlah" {...form.getInputProps('amount')} value={amount} />
      <DateField label="Diusulkan pada" past max={today} {...form.getInputProps('proposedOn')} value={proposedOn} />
    </FormDrawer>
  )
}

function labelOf({ name, village, maskedNik }: AidCandidate): string {
  return `${name} · ${village} · ${maskedNik}`
}
