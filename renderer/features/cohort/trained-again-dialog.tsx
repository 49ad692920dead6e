import type { DomainErrorData } from '../../../shared/domain-error.ts'
import { longDate } from '../../../shared/kernel/date-format.ts'
import { reason } from '../../../shared/kernel/schema.ts'
import { ReasonDialog } from '../../ui/dialog/reason-dialog.tsx'

interface TrainedAgainDialogProps {
  /** Those who were trained already, with the class each has been in. */
  people: Extract<DomainErrorData, { code: 'trained_already' }>['people']
  /** Names the act: "Masukkan dengan alasan". */
  action: string
  onAction: (reason: string) => unknown
  onCancel: () => void
}

/** Asks why people who were trained already get another place; all of them at once. */
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
