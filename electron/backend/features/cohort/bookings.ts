import { overlaps } from '../../../../shared/features/cohort/overlap.ts'
import type { PlainDate } from '../../../../shared/kernel/plain-date.ts'
import type { ReadDatabase } from '../../database/connection.ts'
import { found, Refused } from '../../refused.ts'
import { listRooms } from '../program/program-store.ts'

type Times = { startTime: string; endTime: string }
type Day = { n: number; date: PlainDate }
type Booking = { date: PlainDate; start: string; end: string; cohort: string }

/** Days on which another class already has this person at that time. Cancelled classes hold nobody. */
export function instructorBookings(
  db: ReadDatabase,
  instructorId: number,
  days: readonly Day[],
  times: Times,
  exceptCohort: number | null,
) {
  const taken = bookings(
    db,
    'JOIN teaching ON teaching.day_id = cohort_day.id AND teaching.instructor_id = @resource',
    instructorId,
    days,
    exceptCohort,
  )
  return clashes(days, times, taken)
}

/** Days on which another class already uses this room at that time. */
export function roomBookings(
  db: ReadDatabase,
  roomId: number,
  days: readonly Day[],
  times: Times,
  exceptCohort: number | null,
) {
  return clashes(days, times, bookings(db, 'AND cohort.room_id = @resource', roomId, days, exceptCohort))
}

/** @throws Refused not_found, room_busy */
export function assertRoomFree(
  db: ReadDatabase,
  roomId: number,
  days: readonly Day[],
  times: Times,
  exceptCohort: number | null,
): void {
  const { name } = found(
    listRooms(db).find(row => row.id === roomId),
    'room',
  )
  const [clash] = roomBookings(db, roomId, days, times, exceptCohort)
  if (clash) throw new Refused({ code: 'room_busy', name, n: clash.n, date: clash.date, cohort: clash.cohort })
}

function bookings(
  db: ReadDatabase,
  condition: string,
  resource: number,
  days: readonly Day[],
  exceptCohort: number | null,
): Booking[] {
  const first = days[0]?.date ?? ''
  const last = days.at(-1)?.date ?? ''
  return db.all<Booking>(
    `SELECT cohort_day.date, cohort.start_time AS start, cohort.end_time AS end, cohort.title AS cohort
     FROM cohort_day JOIN cohort ON cohort.id = cohort_day.cohort_id ${condition}
     WHERE cohort.cancelled_at IS NULL AND cohort.id <> @except AND cohort_day.date BETWEEN @first AND @last`,
    { resource, except: exceptCohort ?? 0, first, last },
  )
}

function clashes(days: readonly Day[], times: Times, taken: readonly Booking[]): (Day & { cohort: string })[] {
  return days.flatMap(day => {
    const session = { date: day.date, start: times.startTime, end: times.endTime }
    const clash = taken.find(booking => overlaps(booking, session))
    return clash ? [{ ...day, cohort: clash.cohort }] : []
  })
}
