import { useState } from 'react'
import type { TraineeId } from '../../../shared/ids.ts'
import type { PlainDate } from '../../../shared/kernel/plain-date.ts'
import { reason } from '../../../shared/kernel/schema.ts'
import { api, useCommand, useToday } from '../../app/client.ts'
import { ReasonDialog } from '../../ui/dialog/reason-dialog.tsx'
import { DateField } from '../../ui/form/date-field.tsx'
import layout from '../../ui/page/layout.module.css'

interface FreezeDialogProps {
  person: { id: TraineeId; name: string }
  onClose: () => void
}

export function FreezeDialog({ person, onClose }: FreezeDialogProps) {
  const today = useToday()
  const [requestedOn, setRequestedOn] = useState<PlainDate | null>(today)
  const freeze = useCommand(api.rights.freeze, { done: () => `Data ${person.name} dibekukan.` })
  return (
    <ReasonDialog
      title={`Bekukan data ${person.name}?`}
      schema={reason}
      action="Bekukan data"
      error={freeze.error}
      refused={requestedOn === null ? 'Tulis tanggal permintaannya.' : undefined}
      onAction={async text => {
        if (requestedOn && (await freeze.run({ id: person.id, requestedOn, reason: text }))) onClose()
      }}
      onCancel={onClose}
    >
      <div className={layout.tight}>
        <p>
          Sampai dicairkan, datanya tidak diubah, tidak dibuka, tidak masuk kelas lain dan tidak ikut ekspor. Kehadiran,
          nilai dan sertifikat kelas yang sedang diikuti tetap jalan, karena wajib dipertanggungjawabkan.
        </p>
        <DateField label="Diminta pada" past value={requestedOn} onChange={setRequestedOn} max={today} />
      </div>
    </ReasonDialog>
  )
}

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
