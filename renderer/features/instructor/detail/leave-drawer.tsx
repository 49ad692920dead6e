import { Drawer, TextInput } from '@mantine/core'
import { type Leave, leaveDraft } from '../../../../shared/features/instructor/leave.ts'
import type { InstructorId } from '../../../../shared/ids.ts'
import { shortDay } from '../../../../shared/kernel/date-format.ts'
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
import styles from '../drawer-form.module.css'

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

/** Days on which somebody cannot teach. Mount it while it is open. */
export function LeaveDrawer({ instructor, leave, onClose }: LeaveDrawerProps) {
  const today = useToday()
  const initial: LeaveValues = leave
    ? { from: leave.from, until: leave.until, reason: leave.reason }
    : { from: null, until: null, reason: '' }
  const { form, read } = useDraftForm(leaveDraft, initial)
  const save = useCommand(api.instructor.saveLeave, {
    done: (_, { leave: saved }) => `Berhalangan ${shortDay(saved.from)} s.d. ${shortDay(saved.until)} dicatat.`,
  })

  async function submit() {
    const draft = read()
    if (!draft) return
    if (await save.run({ instructorId: instructor.id, id: leave?.id ?? null, leave: draft })) onClose()
  }
  useKeys([{ keys: 'Ctrl S', label: 'simpan', run: () => void submit() }], 'dialog')

  return (
    <Drawer
      opened
      onClose={onClose}
      title={leave ? 'Ubah masa berhalangan' : 'Catat masa berhalangan'}
      classNames={{ title: styles.title ?? '' }}
    >
      <div className={styles.form} onKeyDownCapture={enterMovesOn(() => void submit())}>
        <DateField
          label="Mulai"
          today={today}
          autoFocus
          {...form.getInputProps('from')}
          value={form.values.from}
          onChange={from => form.setValues({ from, until: form.values.until ?? from })}
        />
        <DateField label="Sampai" today={today} {...form.getInputProps('until')} value={form.values.until} />
        <TextInput
          {...field({ label: 'Sebab' })}
          placeholder="Cuti tahunan, diklat, sakit"
          {...form.getInputProps('reason')}
        />
        <ErrorNote error={save.error} />
        <div className={styles.actions}>
          <ActionButton keys="Esc" onAction={onClose}>
            Batal
          </ActionButton>
          <ActionButton tone="primary" keys="Ctrl S" pending={save.pending} onAction={submit}>
            Simpan
          </ActionButton>
        </div>
      </div>
    </Drawer>
  )
}
