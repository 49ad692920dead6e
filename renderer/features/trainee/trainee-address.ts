import { type TraineeId, traineeId } from '../../../shared/ids.ts'

/** The person in an address: '/peserta/12'. */
export const traineeParams = {
  parse({ id }: { id: string }): { id: TraineeId } | false {
    const read = traineeId.safeParse(Number(id))
    return read.success ? { id: read.data } : false
  },
  stringify: ({ id }: { id: TraineeId }) => ({ id: String(id) }),
}

/** The class for which somebody is at the desk: '?kelas=TR-2024-03'. */
export function readPlaceSearch(search: Record<string, unknown>): { kelas?: string } {
  return typeof search.kelas === 'string' && search.kelas !== '' ? { kelas: search.kelas } : {}
}

/** The person has asked for a correction: '?koreksi=1'. */
export function readCorrectionSearch(search: Record<string, unknown>): { koreksi?: true } {
  return search.koreksi === undefined ? {} : { koreksi: true }
}
