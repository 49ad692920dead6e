import { reason } from '../../../shared/features/cohort/cohort.ts'
import { api } from '../../app/client.ts'
import { useCommand } from '../../app/use-command.ts'
import { ReasonDialog } from '../../ui/dialog/reason-dialog.tsx'
import type { FreezeDialogProps } from './freeze-dialog.tsx'

export function ThawDialog({ person, onClose }: FreezeDialogProps) {
  const thaw = useCommand(api.rights.thaw, { done: () => `Data ${person.name} dicairkan.` })
  return (
    <ReasonDialog
      title={`Cairkan data ${person.name}?`}
      schema={reason}
      action="Cairkan data"
      error={thaw.error}
      onAction={async text => {
        if (await thaw.run({ id: person.id, reason: text })) onClose()
      }}
      onCancel={onClose}
    >
      <p>Datanya boleh dipakai lagi. Bila persetujuan pernah ditarik, catat persetujuan yang baru sesudahnya.</p>
    </ReasonDialog>
  )
}
