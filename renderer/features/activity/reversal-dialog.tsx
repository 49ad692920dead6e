import { reversalReason } from '../../../shared/features/activity/activity.ts'
import type { Spending } from '../../../shared/features/activity/contract.ts'
import { rupiah } from '../../../shared/kernel/money.ts'
import { api, useCommand } from '../../app/client.ts'
import { ReasonDialog } from '../../ui/dialog/reason-dialog.tsx'

interface ReversalDialogProps {
  entry: Spending
  onClose: () => void
}

/** Reverses an entry by one of the opposite amount, and tells the person that nothing is deleted. */
export function ReversalDialog({ entry, onClose }: ReversalDialogProps) {
  const reverse = useCommand(api.activity.reverseSpending, { done: () => `${entry.description} dibatalkan.` })
  return (
    <ReasonDialog
      title={`Batalkan ${rupiah(entry.amount)}?`}
      schema={reversalReason}
      action="Batalkan realisasi"
      tone="danger"
      error={reverse.error}
      onAction={async reason => {
        if (await reverse.run({ id: entry.id, reason })) onClose()
      }}
      onCancel={onClose}
    >
      <p>
        “{entry.description}” tetap tercatat; di atasnya ditulis pembatalan sebesar {rupiah(-entry.amount)} bertanggal
        hari ini.
      </p>
    </ReasonDialog>
  )
}
