import { Drawer, Select, TextInput } from '@mantine/core'
import { IconPhone } from '@tabler/icons-react'
import type { FollowUpRow } from '../../../../shared/features/alumni/contract.ts'
import {
  type FollowUpStatus,
  followUpDraft,
  followUpLabels,
  followUpStatuses,
  hasPlace,
  isWorking,
} from '../../../../shared/features/alumni/follow-up.ts'
import { longDate } from '../../../../shared/kernel/date-format.ts'
import type { PlainDate } from '../../../../shared/kernel/plain-date.ts'
import { api } from '../../../app/client.ts'
import { useToday } from '../../../app/session.tsx'
import { useCommand } from '../../../app/use-command.ts'
import { useDraftForm } from '../../../app/use-draft-form.ts'
import { ActionButton } from '../../../ui/action/action-button.tsx'
import { useKeys } from '../../../ui/action/use-keys.ts'
import { ErrorNote } from '../../../ui/feedback/error-note.tsx'
import { DateField } from '../../../ui/form/date-field.tsx'
import { enterMovesOn } from '../../../ui/form/enter-moves-on.ts'
import { field } from '../../../ui/form/field.tsx'
import { openByF4 } from '../../../ui/form/open-by-f4.ts'
import { RupiahField } from '../../../ui/form/rupiah-field.tsx'
import { SwitchBar } from '../../../ui/form/switch-bar.tsx'
import styles from '../alumni-form.module.css'

interface FollowUpDrawerProps {
  row: FollowUpRow
  /** Undefined where there is no mobile number. */
  onCall: (() => void) | undefined
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

/** What a graduate says today. Mount it while it is open, with a key by person and month. */
export function FollowUpDrawer({ row, onCall, onSaved, onClose }: FollowUpDrawerProps) {
  const today = useToday()
  const { answer, name, month } = row
  const blank: Values = { status: null, place: '', work: '', income: null, relevant: null, note: '', askedOn: today }
  const { form, read } = useDraftForm(followUpDraft, answer ? { ...blank, ...valuesOf(answer) } : blank)
  const save = useCommand(api.alumni.saveFollowUp, {
    done: (_, { answer: given }) => `${name}: ${followUpLabels[given.status].toLowerCase()}.`,
  })
  const { status, askedOn, income, relevant } = form.values

  async function submit() {
    const draft = read()
    if (draft && (await save.run({ enrolmentId: row.enrolmentId, month, answer: draft }))) onSaved()
  }
  useKeys(
    [
      { keys: 'Ctrl S', label: 'simpan', run: () => void submit(), whileTyping: true },
      ...(onCall ? [{ keys: 'Alt W', label: 'WhatsApp', run: onCall, whileTyping: true }] : []),
    ],
    'dialog',
  )

  return (
    <Drawer opened onClose={onClose} title={`${name}, ${month} bulan`}>
      <div className={styles.form} onKeyDownCapture={enterMovesOn(() => void submit())}>
        <p className={styles.words}>
          Lulus {row.program} ({row.code}) {longDate(row.graduatedOn)}.
        </p>
        <Select
          {...field({ label: 'Keadaan sekarang' })}
          data={followUpStatuses.map(value => ({ value, label: followUpLabels[value] }))}
          placeholder="Ketik b, w, s ..."
          searchable
          selectFirstOptionOnChange
          selectFirstOptionOnDropdownOpen
          openOnFocus={false}
          onKeyDown={openByF4}
          data-autofocus
          {...form.getInputProps('status')}
          value={status}
        />
        {status !== null && hasPlace(status) && (
          <>
            <TextInput
              {...field({ label: placeLabels[status] ?? '', optional: true })}
              {...form.getInputProps('place')}
            />
            <TextInput
              {...field({ label: status === 'STUDYING' ? 'Jurusan' : 'Pekerjaan atau usaha', optional: true })}
              {...form.getInputProps('work')}
            />
          </>
        )}
        {status !== null && isWorking(status) && (
          <>
            <RupiahField label="Penghasilan sebulan" optional {...form.getInputProps('income')} value={income} />
            <div>
              <p className={styles.label}>Sesuai kejuruan</p>
              <SwitchBar
                label="Sesuai kejuruan"
                options={[
                  { value: 'yes', label: 'Ya' },
                  { value: 'no', label: 'Tidak' },
                  { value: 'unknown', label: 'Tidak ditanya' },
                ]}
                value={relevant === null ? 'unknown' : relevant ? 'yes' : 'no'}
                onChange={value => form.setFieldValue('relevant', value === 'unknown' ? null : value === 'yes')}
              />
            </div>
          </>
        )}
        <TextInput {...field({ label: 'Catatan', optional: true })} {...form.getInputProps('note')} />
        <DateField
          label="Ditanya pada"
          today={today}
          past
          max={today}
          {...form.getInputProps('askedOn')}
          value={askedOn}
        />
        {answer && (
          <p className={styles.words}>
            Dicatat {answer.by}, {longDate(answer.askedOn)}.
          </p>
        )}
        <ErrorNote error={save.error} />
        <div className={styles.actions}>
          {onCall && (
            <ActionButton icon={IconPhone} keys="Alt W" onAction={onCall}>
              WhatsApp
            </ActionButton>
          )}
          <ActionButton tone="primary" keys="Ctrl S" pending={save.pending} onAction={submit}>
            Simpan, lalu berikutnya
          </ActionButton>
        </div>
      </div>
    </Drawer>
  )
}

const placeLabels: Partial<Record<FollowUpStatus, string>> = {
  EMPLOYED: 'Tempat kerja',
  SELF_EMPLOYED: 'Nama usaha',
  STUDYING: 'Nama sekolah',
}

function valuesOf({
  status,
  place,
  work,
  income,
  relevant,
  note,
  askedOn,
}: NonNullable<FollowUpRow['answer']>): Values {
  return { status, place, work, income, relevant, note, askedOn }
}
