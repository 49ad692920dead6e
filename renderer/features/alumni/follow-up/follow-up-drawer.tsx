import { TextInput } from '@mantine/core'
import type { FollowUpRow } from '../../../../shared/features/alumni/contract.ts'
import {
  type FollowUpStatus,
  followUpDraft,
  followUpLabels,
  followUpStatuses,
  hasPlace,
  isWorking,
} from '../../../../shared/features/alumni/follow-up.ts'
import { showPhone } from '../../../../shared/features/trainee/phone.ts'
import { longDate, type PlainDate } from '../../../../shared/kernel/plain-date.ts'
import { api, useCommand, useToday } from '../../../app/client.ts'
import { useRecord } from '../../../app/desk/use-record.tsx'
import { useDraftForm } from '../../../app/use-draft-form.ts'
import { useActions } from '../../../ui/action/action.ts'
import { ActionButton } from '../../../ui/action/action-button.tsx'
import { FormDrawer } from '../../../ui/dialog/form-dialog.tsx'
import { ChoiceSelect, choices } from '../../../ui/form/choice-select.tsx'
import { DateField } from '../../../ui/form/date-field.tsx'
import { fieldOf } from '../../../ui/form/field.tsx'
import { RupiahField } from '../../../ui/form/rupiah-field.tsx'
import { SwitchField } from '../../../ui/form/switch-bar.tsx'
import layout from '../../../ui/page/layout.module.css'
import { callAction } from './call-action.ts'

interface FollowUpDrawerProps {
  row: FollowUpRow
  /** Name of the centre, for the message. */
  centre: string
  onSaved: () => void
  onClose: () => void
}

type Values = {
  status: FollowUpStatus | null
  place: string
  work: string
  income: number | null
  relevant: boolean | null
  note: string
  askedOn: PlainDate | null
}

/** Records the present situation of a graduate. Mount only while open, with a key of person and month. */
export function FollowUpDrawer({ row, centre, onSaved, onClose }: FollowUpDrawerProps) {
  const today = useToday()
  const { answer, name, month } = row
  const call = callAction(row, centre, 'Alt W')
  const blank: Values = { status: null, place: '', work: '', income: null, relevant: null, note: '', askedOn: today }
  const subject = `hubungan ${row.enrolmentId} ${month}`
  const { form, read } = useDraftForm(followUpDraft, answer ? { ...blank, ...valuesOf(answer) } : blank, subject)
  const save = useCommand(api.alumni.saveFollowUp, {
    done: (_, { answer: given }) => `${name}: ${followUpLabels[given.status].toLowerCase()}.`,
    ...(answer && {
      undo: () =>
        api.alumni.saveFollowUp.call({
          enrolmentId: row.enrolmentId,
          month,
          answer: followUpDraft.parse({ ...blank, ...valuesOf(answer) }),
        }),
    }),
  })
  const record = useRecord({
    subject,
    schema: followUpDraft,
    opened: answer && valuesOf(answer),
    form,
    dirty: form.isDirty(),
    save,
    input: (draft, { seen, unchosen }) => ({
      enrolmentId: row.enrolmentId,
      month,
      answer: draft,
      seen: seen ?? ('nothing' as const),
      unchosen,
    }),
    onLeave: onClose,
    onStored: onSaved,
    labels: followUpFields,
    format: { status: (value: FollowUpStatus) => followUpLabels[value] },
  })
  const { status, askedOn, income, relevant } = form.values

  async function submit() {
    const draft = read()
    if (draft) await record.store(draft)
  }
  useActions([call], 'dialog')

  if (record.choice) return record.choice
  return (
    <FormDrawer
      title={`${name}, ${month} bulan`}
      onClose={onClose}
      {...record.dialog}
      extra={<ActionButton action={call} />}
      action={{ label: 'Simpan, lalu berikutnya', hint: 'simpan', run: submit, pending: save.pending }}
    >
      <p className={layout.words}>
        Lulus {row.program} ({row.code}) {longDate(row.graduatedOn)}. No. HP:{' '}
        <b className={layout.digits}>{row.phone === '' ? 'belum ada' : showPhone(row.phone)}</b>.
      </p>
      <ChoiceSelect
        data={choices(followUpStatuses, followUpLabels)}
        placeholder="Ketik b, w, s ..."
        clearable={false}
        data-autofocus
        {...fieldOf(form, 'status', { label: 'Keadaan sekarang' })}
        value={status}
      />
      {status !== null && hasPlace(status) && (
        <>
          <TextInput {...fieldOf(form, 'place', { label: placeLabels[status] ?? '', optional: true })} />
          <TextInput
            {...fieldOf(form, 'work', {
              label: status === 'STUDYING' ? 'Jurusan' : 'Pekerjaan atau usaha',
              optional: true,
            })}
          />
        </>
      )}
      {status !== null && isWorking(status) && (
        <>
          <RupiahField label="Penghasilan sebulan" optional {...form.getInputProps('income')} value={income} />
          <SwitchField
            label="Sesuai kejuruan"
            options={[
              { value: 'yes', label: 'Ya' },
              { value: 'no', label: 'Tidak' },
              { value: 'unknown', label: 'Tidak ditanya' },
            ]}
            value={relevant === null ? 'unknown' : relevant ? 'yes' : 'no'}
            onChange={value => form.setFieldValue('relevant', value === 'unknown' ? null : value === 'yes')}
          />
        </>
      )}
      <TextInput {...fieldOf(form, 'note', { label: 'Catatan', optional: true })} />
      <DateField label="Ditanya pada" past max={today} {...form.getInputProps('askedOn')} value={askedOn} />
      {answer && (
        <p className={layout.words}>
          Dicatat oleh {answer.by}, {longDate(answer.askedOn)}.
        </p>
      )}
    </FormDrawer>
  )
}

const followUpFields = {
  status: 'Keadaan sekarang',
  place: 'Tempat',
  work: 'Pekerjaan atau usaha',
  income: 'Penghasilan sebulan',
  relevant: 'Sesuai kejuruan',
  note: 'Catatan',
  askedOn: 'Ditanya pada',
}

const placeLabels: Partial<Record<FollowUpStatus, string>> = {
  EMPLOYED: 'Tempat kerja',
  SELF_EMPLOYED: 'Nama usaha',
  STUDYING: 'Nama sekolah',
}

function valuesOf(answer: NonNullable<FollowUpRow['answer']>): Values {
  const { status, place, work, income, relevant, note, askedOn } = answer
  return { status, place, work, income, relevant, note, askedOn }
}
