import { Checkbox, Flex } from '@mantine/core'
import { useState } from 'react'
import type { Activity } from '../../../shared/features/activity/contract.ts'
import { shortDate } from '../../../shared/kernel/plain-date.ts'
import { api, useCommand } from '../../app/client.ts'
import { FormModal } from '../../ui/dialog/form-dialog.tsx'
import { EmptyState } from '../../ui/feedback/empty-state.tsx'

interface AssignDialogProps {
  activity: Activity
  onClose: () => void
}

/** Assigns classes of the same year without an activity to this one. Mount only while open. */
export function AssignDialog({ activity, onClose }: AssignDialogProps) {
  const { unassigned } = activity
  const [chosen, setChosen] = useState<string[]>([])
  const assign = useCommand(api.activity.assign)

  async function submit() {
    for (const code of chosen) {
      if (!(await assign.run({ code, activityId: activity.id }))) return
    }
    onClose()
  }

  return (
    <FormModal
      title={`Masukkan kelas ke ${activity.title}`}
      onClose={onClose}
      size={640}
      action={{
        label: chosen.length === 0 ? 'Masukkan kelas' : `Masukkan ${chosen.length} kelas`,
        widest: 'Masukkan 10 kelas',
        hint: 'masukkan kelas',
        run: submit,
        refused: chosen.length === 0 ? 'Pilih kelas dulu dengan Spasi.' : undefined,
      }}
      error={assign.error}
    >
      {unassigned.length === 0 ? (
        <EmptyState title={`Semua kelas ${activity.budgetYear} sudah masuk kegiatan.`}>
          Kelas baru memilih kegiatannya waktu direncanakan.
        </EmptyState>
      ) : (
        <Checkbox.Group label="Kelas tanpa kegiatan" value={chosen} onChange={setChosen}>
          <Flex direction="column" mt="0.5rem" gap="0.625rem">
            {unassigned.map((row, index) => (
              <Checkbox
                key={row.code}
                value={row.code}
                data-autofocus={index === 0 || undefined}
                label={`${row.title} · ${row.code}, ${shortDate(row.start)} – ${shortDate(row.end)}`}
              />
            ))}
          </Flex>
        </Checkbox.Group>
      )}
    </FormModal>
  )
}
