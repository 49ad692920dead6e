import { NumberInput, Select, TextInput } from '@mantine/core'
import { type ActivityDraft, activityDraft, mostActivities } from '../../../shared/features/activity/activity.ts'
import type { ActivityRow } from '../../../shared/features/activity/contract.ts'
import { fundingSourceName, fundingSources } from '../../../shared/features/activity/funding-source.ts'
import { tradeCodes, tradeName } from '../../../shared/features/program/trades.ts'
import type { ActivityId } from '../../../shared/ids.ts'
import { rupiah } from '../../../shared/kernel/money.ts'
import { api, useCommand } from '../../app/client.ts'
import { useRecordForm } from '../../app/desk/use-record-form.ts'
import { FormDrawer } from '../../ui/dialog/form-dialog.tsx'
import { fieldOf } from '../../ui/form/field.tsx'
import { RupiahField } from '../../ui/form/rupiah-field.tsx'
import layout from '../../ui/page/layout.module.css'

interface ActivityDrawerProps {
  /** Null for a new one. */
  activity: ActivityRow | null
  year: number
  /** The next free number, shown in an empty form. */
  number: number | null
  onSaved: (id: ActivityId) => void
  onClose: () => void
}

/** An activity of the budget: number, source, name, budget lines and amounts. Mount only while open. */
export function ActivityDrawer({ activity, year, number, onSaved, onClose }: ActivityDrawerProps) {
  const save = useCommand(api.activity.save, {
    done: (_, { activity }) => `${activity.title} disimpan.`,
    undo: async (_, { id, activity: now, seen }) => seen && api.activity.save.call({ id, activity: seen, seen: now }),
    canUndo: (_, { id, seen }) => id !== null && seen != null,
  })

  const { form, submit, ...record } = useRecordForm({
    subject: activity && `kegiatan ${activity.id}`,
    schema: activityDraft,
    initial: activity ? pick(activity) : blank(year, number),
    opened: activity && pick(activity),
    save,
    input: (draft, saw) => ({ id: activity?.id ?? null, activity: draft, ...saw }),
    onLeave: onClose,
    onStored: ({ id }) => onSaved(id),
    format: { fundingSource: fundingSourceName, trade: tradeName, budget: rupiah },
  })

  if (record.choice) return record.choice
  return (
    <FormDrawer
      title={activity ? 'Ubah kegiatan' : 'Kegiatan baru'}
      onClose={onClose}
      {...record.dialog}
      action={{ label: 'Simpan kegiatan', hint: 'simpan', run: submit, pending: save.pending }}
    >
      <div className={layout.pair}>
        <NumberInput
          allowDecimal={false}
          thousandSeparator={false}
          {...fieldOf(form, 'budgetYear', { label: 'Tahun anggaran' })}
        />
        <NumberInput
          min={1}
          max={mostActivities}
          allowDecimal={false}
          {...fieldOf(form, 'number', { label: 'Nomor' })}
        />
      </div>
      <TextInput
        data-autofocus
        {...fieldOf(form, 'title', { label: 'Nama kegiatan', hint: 'Seperti tertulis di surat kelas dan sertifikat.' })}
      />
      <Select
        data={fundingSources.map(value => ({ value, label: fundingSourceName(value) }))}
        {...fieldOf(form, 'fundingSource', { label: 'Sumber dana' })}
      />
      <RupiahField label="Pagu" {...form.getInputProps('budget')} value={form.values.budget} />
      <div className={layout.pair}>
        <NumberInput
          min={0}
          max={99}
          allowDecimal={false}
          {...fieldOf(form, 'plannedClasses', { label: 'Angkatan rencana' })}
        />
        <NumberInput
          min={0}
          max={9999}
          allowDecimal={false}
          {...fieldOf(form, 'plannedPeople', { label: 'Peserta rencana' })}
        />
      </div>
      <Select
        data={tradeCodes.map(value => ({ value, label: tradeName(value) }))}
        clearable
        {...fieldOf(form, 'trade', { label: 'Kejuruan', optional: true })}
      />
      <TextInput {...fieldOf(form, 'budgetActivity', { label: 'Kegiatan anggaran', optional: true })} />
      <TextInput {...fieldOf(form, 'budgetSubActivity', { label: 'Sub kegiatan', optional: true })} />
      <TextInput {...fieldOf(form, 'accountCode', { label: 'Kode rekening', optional: true })} />
    </FormDrawer>
  )
}

type Values = Omit<ActivityDraft, 'number' | 'budget'> & { number: number | null; budget: number | null }

function blank(year: number, number: number | null): Values {
  return {
    budgetYear: year,
    number,
    fundingSource: 'DIF_POVERTY',
    title: '',
    trade: null,
    budgetActivity: '',
    budgetSubActivity: '',
    accountCode: '',
    budget: null,
    plannedClasses: 1,
    plannedPeople: 16,
  }
}

function pick(activity: ActivityRow): Values {
  return activityDraft.strip().parse(activity)
}
