import type { WriteDatabase } from '../../database/connection.ts'
import { nextTraineeId } from './trainee-store.ts'

/**
 * Takes many people in: those that `work` inserts are found, listed and compared with all others when it is done, at once, in a
 * quarter of the time. Until then they can be neither changed nor removed.
 */
export function takeInTogether<Result>(db: WriteDatabase, work: () => Result): Result {
  db.run(`INSERT INTO trainee_batch (first_id) VALUES (${nextTraineeId})`)
  const result = work()
  db.run('DELETE FROM trainee_batch')
  return result
}
