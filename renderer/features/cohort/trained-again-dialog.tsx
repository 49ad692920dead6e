import { reason } from '../../../shared/features/cohort/cohort.ts'
import { longDate } from '../../../shared/kernel/date-words.ts'
import type { Refusal } from '../../../shared/refusal.ts'
import { ReasonDialog } from '../../ui/reason-dialog.tsx'

export interface TrainedAgainDialogProps {
  /** Those who were trained already, with the class each has been in. */
  people: Extract<Refusal, { code: 'trained_already' }>['people']
  /** Names the act: "Masukkan dengan alasan". */
  act: string
  onAct: (reason: string) => unknown
  onCancel: () => void
}

/** Asks why people who were trained already get another place; all of them at once. */
export function TrainedAgainDialog({ people, act, onAct, onCancel }: TrainedAgainDialogProps) {
  return (
    <ReasonDialog
      title={people.length === 1 ? 'Ikut pelatihan lagi?' : `${people.length} orang ikut pelatihan lagi?`}
      schema={reason}
      label="Alasan ikut lagi"
      act={act}
      onAct={onAct}
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
