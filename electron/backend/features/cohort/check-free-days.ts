import { isMemberOn } from '../../../../shared/features/cohort/membership.ts'
import type { PlainDate } from '../../../../shared/kernel/plain-date.ts'
import type { ReadDatabase } from '../../database/connection.ts'
import { DomainError, foundIn } from '../../domain-error.ts'
import { listRooms } from '../program/program-store.ts'
import { type BookedDay, instructorBookings, roomBookings, traineeBookings } from './booking-store.ts'
import { type DayRecord, lastDayOf } from './cohort-day-store.ts'
import { type EnrolmentRecord, traineesOfCohort } from './enrolment-store.ts'

/** @throws DomainError not_found, room_busy */
export function assertRoomFree(
  db: ReadDatabase,
  roomId: number,
  days: readonly BookedDay[],
  exceptCohort: number | null,
): void {
  const { name } = foundIn(listRooms(db), row => row.id === roomId, 'room')
  const [clash] = roomBookings(db, roomId, days, exceptCohort)
  if (clash) throw new DomainError({ code: 'room_busy', name, n: clash.n, date: clash.date, cohort: clash.cohort })
}

/** @throws DomainError instructor_busy */
export function assertInstructorFree(
  db: ReadDatabase,
  { id, name }: { id: number; name: string },
  days: readonly BookedDay[],
  exceptCohort: number | null,
): void {
  const [clash] = instructorBookings(db, id, days, exceptCohort)
  if (clash)
    throw new DomainError({ code: 'instructor_busy', name, n: clash.n, date: clash.date, cohort: clash.cohort })
}

/** Only days on which the person is a member count. @throws DomainError trainee_busy */
export function assertTraineeFree(
  db: ReadDatabase,
  trainee: Pick<EnrolmentRecord, 'name' | 'joinedDay' | 'left'> & { traineeId: number },
  days: readonly BookedDay[],
  exceptCohort: number,
): void {
  const present = days.filter(day => isMemberOn(trainee, day.n))
  const [clash] = traineeBookings(db, trainee.traineeId, present, exceptCohort)
  if (!clash) return
  const { n, date, cohort, cohortId } = clash
  throw new DomainError({ code: 'trainee_busy', name: trainee.name, cohort, until: lastDayOf(db, cohortId), n, date })
}

/**
 * Room, instructors and trainees of a class must be free on these days, with their room and times.
 * @throws DomainError room_busy, instructor_busy, trainee_busy
 */
export function assertFreeDays(db: ReadDatabase, id: number, days: readonly DayRecord[]): void {
  for (const [roomId, held] of Map.groupBy(days, day => day.roomId))
    if (roomId !== null) assertRoomFree(db, roomId, held, id)
  for (const { teacher, days: taught } of teachersOf(days)) assertInstructorFree(db, teacher, taught, id)
  for (const trainee of traineesOfCohort(db, id)) assertTraineeFree(db, trainee, days, id)
}

/** All instructors of the days, each with their days and the dates of `days`. */
export function teachersOf<
  D extends { n: number; date: PlainDate; instructors: readonly { id: number; name: string }[] },
>(days: readonly D[]): { teacher: D['instructors'][number]; days: D[] }[] {
  const people = new Map(days.flatMap(day => day.instructors.map(teacher => [teacher.id, teacher] as const)))
  return [...people.values()].map(teacher => ({
    teacher,
    days: days.filter(day => day.instructors.some(row => row.id === teacher.id)),
  }))
}
