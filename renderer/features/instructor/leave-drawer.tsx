import { Drawer, TextInput } from '@mantine/core'
import { type Leave, leaveDraft } from '../../../shared/features/instructor/leave.ts'
import type { InstructorId } from '../../../shared/ids.ts'
import { shortDay } from '../../../shared/kernel/date-words.ts'
import type { PlainDate } from '../../../shared/kernel/plain-date.ts'
import { api } from '../../app/client.ts'
import { useToday } from '../../app/session.tsx'
import { useCommand } from '../../app/use-command.ts'
import { useDraftForm } from '../../app/use-draft-form.ts'
import { ActButton } from '../../ui/act-button.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { enterMovesOn } from '../../ui/enter-moves-on.ts'
import { field } from '../../ui/field.tsx'
import { Note } from '../../ui/note.tsx'
import { useKeys } from '../../ui/use-keys.ts'
import styles from './drawer-form.module.css'

export interface LeaveDrawerProps {
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
        {save.error !== null && (
          <Note tone="err" live>
            {save.error}
          </Note>
        )}
        <div className={styles.acts}>
          <ActButton keys="Esc" onAct={onClose}>
            Batal
          </ActButton>
          <ActButton tone="primary" keys="Ctrl S" pending={save.pending} onAct={submit}>
            Simpan
          </ActButton>
        </div>
      </div>
    </Drawer>
  )
}
