import { Input, TextInput } from '@mantine/core'
import { IconFileUpload } from '@tabler/icons-react'
import { useState } from 'react'
import { domainErrorMessage } from '../../../shared/domain-error.ts'
import { fitsBudgetYear, overspent, spendingDraft, sumsOf } from '../../../shared/features/activity/activity.ts'
import type { Activity } from '../../../shared/features/activity/contract.ts'
import {
  attachmentError,
  attachmentNames,
  mostAttachmentMegabytes,
} from '../../../shared/features/attachment/attachment.ts'
import type { SpendingId } from '../../../shared/ids.ts'
import { rupiah } from '../../../shared/kernel/money.ts'
import type { PlainDate } from '../../../shared/kernel/plain-date.ts'
import { api, useCommand, useToday } from '../../app/client.ts'
import { useDraftForm } from '../../app/use-draft-form.ts'
import { FormDrawer } from '../../ui/dialog/form-dialog.tsx'
import { Note } from '../../ui/feedback/note.tsx'
import { DateField } from '../../ui/form/date-field.tsx'
import { field, fieldOf } from '../../ui/form/field.tsx'
import { FileDrop } from '../../ui/form/file-drop.tsx'
import { RupiahField } from '../../ui/form/rupiah-field.tsx'

interface SpendingDrawerProps {
  activity: Activity
  onClose: () => void
}

type Values = {
  date: PlainDate | null
  description: string
  amount: number | null
  evidence: string
  accountCode: string
}

/** Records spending of an activity with its evidence. Warns when it exceeds the budget, but saves. Mount only while open. */
export function SpendingDrawer({ activity, onClose }: SpendingDrawerProps) {
  const today = useToday()
  const blank: Values = {
    date: fitsBudgetYear(today, activity.budgetYear) ? today : null,
    description: '',
    amount: null,
    evidence: '',
    accountCode: activity.accountCode,
  }
  const { form, read } = useDraftForm(spendingDraft, blank)
  const save = useCommand(api.activity.saveSpending, {
    done: (_, { spending }) => `Realisasi ${rupiah(spending.amount)} dicatat.`,
  })
  const attach = useCommand(api.activity.attachEvidence)
  const [file, setFile] = useState<File | null>(null)
  const [fileProblem, setFileProblem] = useState<string | null>(null)
  const [written, setWritten] = useState<SpendingId | null>(null)
  const { amount, date } = form.values
  const beyond = overspent(sumsOf(activity.budget, activity.realized + (amount ?? 0)))

  // Once the entry is saved, a second try only attaches the file.
  async function submit() {
    const spending = written === null ? read() : null
    const saved = spending && (await save.run({ activityId: activity.id, spending }))
    const id = written ?? saved?.output.id
    if (id === undefined) return
    setWritten(id)
    if (file === null || (await attach.run({ id, file }))) onClose()
  }
  async function choose(chosen: File) {
    const domainError = attachmentError(chosen, new Uint8Array(await chosen.slice(0, 8).arrayBuffer()))
    setFileProblem(domainError && domainErrorMessage(domainError))
    setFile(domainError ? null : chosen)
  }
  const error = save.error ?? attach.error

  return (
    <FormDrawer
      title="Catat realisasi"
      onClose={onClose}
      action={{ label: 'Simpan realisasi', hint: 'simpan', run: submit, pending: save.pending }}
    >
      <DateField label="Tanggal" autoFocus {...form.getInputProps('date')} value={date} />
      <TextInput {...fieldOf(form, 'description', { label: 'Uraian' })} />
      <RupiahField
        label="Jumlah"
        hint={`Sisa pagu ${rupiah(activity.left)}`}
        warning={amount !== null && beyond > 0 && `Melebihi pagu ${rupiah(beyond)}. Periksa jumlahnya.`}
        {...form.getInputProps('amount')}
        value={amount}
      />
      <TextInput {...fieldOf(form, 'evidence', { label: 'Nomor bukti', hint: 'SP2D, kuitansi, atau BAST.' })} />
      <TextInput {...fieldOf(form, 'accountCode', { label: 'Kode rekening', optional: true })} />
      <Input.Wrapper {...field({ label: 'Berkas bukti', optional: true })} labelElement="div" error={fileProblem}>
        <FileDrop label="Berkas bukti" accept={attachmentNames} icon={IconFileUpload} compact onFile={choose}>
          {file ? file.name : `Jatuhkan atau pilih PDF atau JPEG, paling besar ${mostAttachmentMegabytes} MB`}
        </FileDrop>
      </Input.Wrapper>
      {error !== null && (
        <Note tone="err" live {...(written === null ? {} : { title: 'Realisasi sudah dicatat, berkasnya belum.' })}>
          {error}
        </Note>
      )}
    </FormDrawer>
  )
}
