import { type ReactNode, useState } from 'react'
import { reason } from '../../../shared/features/cohort/cohort.ts'
import type { TraineeId } from '../../../shared/ids.ts'
import { longDate } from '../../../shared/kernel/date-words.ts'
import { api } from '../../app/client.ts'
import { useCommand } from '../../app/use-command.ts'
import { ReasonDialog } from '../../ui/reason-dialog.tsx'

type Asked = { code: string; traineeIds: TraineeId[] }

/** Puts people into a class; for those who were trained already it asks why, and then tries again. */
export function useEnrolment({ done }: { done: (output: { enrolled: number }) => string }) {
  const enrol = useCommand(api.cohort.enrol, { done })
  const [asked, setAsked] = useState<Asked | null>(null)
  const { refusal } = enrol
  const trained = refusal?.code === 'trained_already' ? refusal.people : null

  const close = () => {
    setAsked(null)
    enrol.clear()
  }
  const dialog: ReactNode = asked && trained && (
    <ReasonDialog
      title={trained.length === 1 ? 'Ikut pelatihan lagi?' : `${trained.length} orang ikut pelatihan lagi?`}
      schema={reason}
      label="Alasan ikut lagi"
      act="Masukkan dengan alasan"
      onAct={async words => {
        if (await enrol.run({ ...asked, repeatReason: words })) setAsked(null)
      }}
      onCancel={close}
    >
      {trained.map(({ name, cohort, start }) => (
        <p key={`${name} ${cohort}`}>
          <strong>{name}</strong> sudah mengikuti {cohort}, mulai {longDate(start)}.
        </p>
      ))}
    </ReasonDialog>
  )
  return {
    async enrol(code: string, traineeIds: TraineeId[]) {
      setAsked({ code, traineeIds })
      return enrol.run({ code, traineeIds })
    },
    pending: enrol.pending,
    /** In words, but for what the dialog asks about. */
    error: trained ? null : enrol.error,
    dialog,
  }
}
