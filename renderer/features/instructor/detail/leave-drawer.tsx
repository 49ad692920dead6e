import { TextInput } from '@mantine/core'
import { type Leave, leaveDraft } from '../../../../shared/features/instructor/leave.ts'
import type { InstructorId } from '../../../../shared/ids.ts'
import { type PlainDate, shortDay } from '../../../../shared/kernel/plain-date.ts'
import { api, useCommand } from '../../../app/client.ts'
import { useRecordForm } from '../../../app/desk/use-record-form.ts'
import { FormDrawer } from '../../../ui/dialog/form-dialog.tsx'
import { DateField } from '../../../ui/form/date-field.tsx'
import { fieldOf } from '../../../ui/form/field.tsx'

interface LeaveDrawerProps {
  instructor: { id: InstructorId; name: string }
  /** Null for a new one. */
  leave: Leave | null
  onClose: () => void
}

interface LeaveValues {
  from: PlainDate | null
  until: PlainDate | null
  reason: string
}

/** Days on which an instructor cannot teach. Mount only while open. */
export function LeaveDrawer({ instructor, leave, onClose }: LeaveDrawerProps) {
  const initial: LeaveValues = leave ?? { from: null, until: null, reason: '' }
  const save = useCommand(api.instructor.saveLeave, {
    done: (_, { leave: saved }) => `Berhalangan ${shortDay(saved.from)} s.d. ${shortDay(saved.until)} dicatat.`,
    undo: ({ id }, { leave: now, seen, ...rest }) =>
      seen
        ? api.instructor.saveLeave.call({ ...rest, leave: seen, seen: now })
        : api.instructor.removeLeave.call({ id }),
  })

  const { form, submit, ...record } = useRecordForm({
    subject: leave && `cuti ${leave.id}`,
    schema: leaveDraft,
    initial,
    opened: leave && { from: leave.from, until: leave.until, reason: leave.reason },
    save,
    input: (draft, saw) => ({ instructorId: instructor.id, id: leave?.id ?? null, leave: draft, ...saw }),
    onLeave: onClose,
    onStored: onClose,
  })

  if (record.choice) return record.choice

  return (
    <FormDrawer
      title={leave ? 'Ubah masa berhalangan' : 'Catat masa berhalangan'}
      onClose={onClose}
      {...record.dialog}
      action={{ label: 'Simpan', run: submit, pending: save.pending }}
    >
      <DateField
        label="Mulai"
        autoFocus
        {...form.getInputProps('from')}
        value={form.values.from}
        onChange={from => form.setValues({ from, until: form.values.until ?? from })}
      />
      <DateField label="Sampai" {...form.getInputProps('until')} value={form.values.until} />
      <TextInput placeholder="Cuti tahunan, diklat, sakit" {...fieldOf(form, 'reason', { label: 'Sebab' })} />
    </FormDrawer>
  )
}
