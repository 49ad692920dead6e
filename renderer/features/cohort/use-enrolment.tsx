import { type ReactNode, useState } from 'react'
import type { TraineeId } from '../../../shared/ids.ts'
import { api } from '../../app/client.ts'
import { useCommand } from '../../app/use-command.ts'
import { TrainedAgainDialog } from './trained-again-dialog.tsx'

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
    <TrainedAgainDialog
      people={trained}
      act="Masukkan dengan alasan"
      onAct={async repeatReason => {
        if (await enrol.run({ ...asked, repeatReason })) setAsked(null)
      }}
      onCancel={close}
    />
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
