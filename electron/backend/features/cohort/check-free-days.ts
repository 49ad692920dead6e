import type { ReadDatabase } from '../../database/connection.ts'
import { assertRoomFree } from './booking-store.ts'
import { assertNotBusy, teachersOf } from './check-teaching.ts'
import { type DayRecord, traineesOfCohort } from './cohort-store.ts'
import { assertFree } from './enrol-trainees.ts'

/**
 * The room, the teachers and the trainees of a class are free on these days at the times that they carry.
 * @throws DomainError room_busy, instructor_busy, trainee_busy
 */
export function assertFreeDays(
  db: ReadDatabase,
  { id, roomId }: { id: number; roomId: number | null },
  days: readonly DayRecord[],
): void {
  if (roomId !== null) assertRoomFree(db, roomId, days, id)
  for (const { teacher, days: taught } of teachersOf(days)) assertNotBusy(db, teacher, taught, id)
  for (const trainee of traineesOfCohort(db, id)) assertFree(db, trainee, days, id)
}
