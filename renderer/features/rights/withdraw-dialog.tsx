import { useState } from 'react'
import type { Consent } from '../../../shared/features/rights/contract.ts'
import type { PlainDate } from '../../../shared/kernel/plain-date.ts'
import { api, useCommand, useToday } from '../../app/client.ts'
import { ConfirmDialog } from '../../ui/dialog/confirm-dialog.tsx'
import { useReturnFocus } from '../../ui/dialog/use-return-focus.ts'
import { ErrorNote } from '../../ui/feedback/note.tsx'
import { DateField } from '../../ui/form/date-field.tsx'
import layout from '../../ui/page/layout.module.css'

interface WithdrawDialogProps {
  person: { name: string }
  consent: Consent
  onClose: () => void
}

/** Withdrawing a consent freezes the data at once, so that the three days of the law are always met. */
export function WithdrawDialog({ person, consent, onClose }: WithdrawDialogProps) {
  useReturnFocus()
  const today = useToday()
  const [withdrawnOn, setWithdrawnOn] = useState<PlainDate | null>(today)
  const withdraw = useCommand(api.rights.withdrawConsent, { done: () => `Data ${person.name} dibekukan.` })
  return (
    <ConfirmDialog
      opened
      title={`Persetujuan ${person.name} ditarik?`}
      action="Catat dan bekukan data"
      onAction={async () => {
        if (withdrawnOn && (await withdraw.run({ consentId: consent.id, withdrawnOn }))) onClose()
      }}
      onCancel={onClose}
    >
      <div className={layout.tight}>
        <p>Datanya dibekukan saat itu juga. Kelas yang sedang diikuti tetap selesai sampai sertifikat.</p>
        <DateField label="Ditarik pada" past value={withdrawnOn} onChange={setWithdrawnOn} max={today} />
        <ErrorNote error={withdraw.error} />
      </div>
    </ConfirmDialog>
  )
}
