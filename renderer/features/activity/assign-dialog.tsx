import { Checkbox, Modal } from '@mantine/core'
import { useState } from 'react'
import type { Activity } from '../../../shared/features/activity/contract.ts'
import { shortDate } from '../../../shared/kernel/date-format.ts'
import { api } from '../../app/client.ts'
import { useCommand } from '../../app/use-command.ts'
import { ActionButton } from '../../ui/action/action-button.tsx'
import { useKeys } from '../../ui/action/use-keys.ts'
import { useReturnFocus } from '../../ui/dialog/use-return-focus.ts'
import { EmptyState } from '../../ui/feedback/empty-state.tsx'
import { ErrorNote } from '../../ui/feedback/error-note.tsx'
import styles from './activity-form.module.css'

interface AssignDialogProps {
  activity: Activity
  onClose: () => void
}

/** Puts classes of the same year that no activity pays for into this one. Mount it while it is open. */
export function AssignDialog({ activity, onClose }: AssignDialogProps) {
  useReturnFocus()
  const { unassigned } = activity
  const [chosen, setChosen] = useState<string[]>([])
  const assign = useCommand(api.activity.assign)

  async function submit() {
    for (const code of chosen) {
      if (!(await assign.run({ code, activityId: activity.id }))) return
    }
    onClose()
  }
  useKeys([{ keys: 'Ctrl S', label: 'masukkan kelas', run: () => chosen.length > 0 && void submit() }], 'dialog')

  return (
    <Modal
      opened
      onClose={onClose}
      title={`Masukkan kelas ke ${activity.title}`}
      size={640}
      classNames={{ title: styles.title ?? '' }}
    >
      <div className={styles.form}>
        {unassigned.length === 0 ? (
          <EmptyState title={`Semua kelas ${activity.budgetYear} sudah masuk kegiatan.`}>
            Kelas baru memilih kegiatannya waktu direncanakan.
          </EmptyState>
        ) : (
          <Checkbox.Group label="Kelas tanpa kegiatan" value={chosen} onChange={setChosen}>
            <div className={styles.choices}>
              {unassigned.map((row, index) => (
                <Checkbox
                  key={row.code}
                  value={row.code}
                  data-autofocus={index === 0 || undefined}
                  label={`${row.title} · ${row.code}, ${shortDate(row.start)} – ${shortDate(row.end)}`}
                />
              ))}
            </div>
          </Checkbox.Group>
        )}
        <ErrorNote error={assign.error} />
        <div className={styles.actions}>
          <ActionButton keys="Esc" onAction={onClose}>
            Batal
          </ActionButton>
          <ActionButton
            tone="primary"
            keys="Ctrl S"
            refused={chosen.length === 0 ? 'Pilih kelas dulu dengan Spasi.' : undefined}
            onAction={submit}
          >
            Masukkan {chosen.length === 0 ? 'kelas' : `${chosen.length} kelas`}
          </ActionButton>
        </div>
      </div>
    </Modal>
  )
}
