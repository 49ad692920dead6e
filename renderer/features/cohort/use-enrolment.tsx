import type { TraineeId } from '../../../shared/ids.ts'
import { api, useCommand } from '../../app/client.ts'
import { useTrainedAgain } from './use-trained-again.tsx'

/** Enrols people into an existing class. */
export function useEnrolment({ done }: { done: (output: { enrolled: number }) => string }) {
  const command = useCommand(api.cohort.enrol, {
    done,
    async undo(_, { code, traineeIds }) {
      const members = await api.cohort.trainees.call({ code })
      const added = members.filter(one => traineeIds.includes(one.traineeId)).toReversed()
      for (const { enrolmentId } of added) await api.cohort.unenrol.call({ enrolmentId })
    },
  })
  const { run, ...asking } = useTrainedAgain(command, 'Masukkan dengan alasan')
  return { ...asking, enrol: (code: string, traineeIds: TraineeId[]) => run({ code, traineeIds }) }
}
