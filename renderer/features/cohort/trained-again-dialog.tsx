import type { DomainErrorData } from '../../../shared/domain-error.ts'
import { longDate } from '../../../shared/kernel/plain-date.ts'
import { reason } from '../../../shared/kernel/schema.ts'
import { ReasonDialog } from '../../ui/dialog/reason-dialog.tsx'

interface TrainedAgainDialogProps {
  /** People who were trained already, each with the class. */
  people: Extract<DomainErrorData, { code: 'trained_already' }>['people']
  /** Label of the button: "Masukkan dengan alasan". */
  action: string
  onAction: (reason: string) => unknown
  onCancel: () => void
}

/** Asks once for all why people who were trained already get another place. */
export function TrainedAgainDialog({ people, action, onAction, onCancel }: TrainedAgainDialogProps) {
  return (
    <ReasonDialog
      title={people.length === 1 ? 'Ikut pelatihan lagi?' : `${people.length} orang ikut pelatihan lagi?`}
      schema={reason}
      label="Alasan ikut lagi"
      action={action}
      onAction={onAction}
      onCancel={onCancel}
    >
      {people.map(({ name, cohort, start }) => (
        <p key={`${name} ${cohort}`}>
          <strong>{name}</strong> sudah mengikuti {cohort}, mulai {longDate(start)}.
        </p>
      ))}
    </ReasonDialog>
  )
}
