import type { TraineeId } from '../../../shared/ids.ts'
import { api } from '../../app/client.ts'
import { useCommand } from '../../app/use-command.ts'
import { useTrainedAgain } from './use-trained-again.tsx'

/** Puts people into a class that there is. */
export function useEnrolment({ done }: { done: (output: { enrolled: number }) => string }) {
  const { run, ...asking } = useTrainedAgain(useCommand(api.cohort.enrol, { done }), 'Masukkan dengan alasan')
  return { ...asking, enrol: (code: string, traineeIds: TraineeId[]) => run({ code, traineeIds }) }
}
