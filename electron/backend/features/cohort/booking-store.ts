import { overlaps, type Session } from '../../../../shared/features/cohort/overlap.ts'
import type { PlainDate } from '../../../../shared/kernel/plain-date.ts'
import type { ReadDatabase } from '../../database/connection.ts'

export type BookedDay = { n: number; date: PlainDate; startTime: string; endTime: string }
export type Clash = { n: number; date: PlainDate; cohort: string; cohortId: number }
type Booking = { date: PlainDate; start: string; end: string; cohort: string; cohortId: number }

/** CROSS JOIN fixes the query plan: from the few given days, not through all past days of a person. */
const ofCohort = 'CROSS JOIN cohort ON cohort.id = cohort_day.cohort_id'

/** Days on which another class already has this person at that time; cancelled classes do not count. */
export function instructorBookings(
  db: ReadDatabase,
  instructorId: number,
  days: readonly BookedDay[],
  exceptCohort: number | null,
): Clash[] {
  const taught = `CROSS JOIN teaching ON teaching.day_id = cohort_day.id AND teaching.instructor_id = @resource ${ofCohort}`
  return clashes(days, bookings(db, taught, instructorId, days, exceptCohort))
}

/** Days on which another class already uses this room at that time. */
export function roomBookings(
  db: ReadDatabase,
  roomId: number,
  days: readonly BookedDay[],
  exceptCohort: number | null,
): Clash[] {
  return clashes(days, bookings(db, `${ofCohort} AND cohort_day.room_id = @resource`, roomId, days, exceptCohort))
}

/** Days on which another class already has this trainee at that time; people who left are free from the next day. */
export function traineeBookings(
  db: ReadDatabase,
  traineeId: number,
  days: readonly BookedDay[],
  exceptCohort: number | null,
): Clash[] {
  const member = `${ofCohort} CROSS JOIN enrolment ON enrolment.cohort_id = cohort.id AND enrolment.trainee_id = @resource
    AND cohort_day.n >= enrolment.joined_day AND cohort_day.n <= coalesce(enrolment.left_after_day, cohort_day.n)`
  return clashes(days, bookings(db, member, traineeId, days, exceptCohort))
}

function bookings(
  db: ReadDatabase,
  joins: string,
  resource: number,
  days: readonly BookedDay[],
  exceptCohort: number | null,
): Booking[] {
  const dates = days.map(day => day.date)
  const first = dates.reduce((least, date) => (date < least ? date : least), dates[0] ?? '')
  const last = dates.reduce((most, date) => (date > most ? date : most), dates[0] ?? '')
  return db.all<Booking>(
    `SELECT cohort_day.date, coalesce(cohort_day.start_time, cohort.start_time) AS start,
       coalesce(cohort_day.end_time, cohort.end_time) AS end, cohort.title AS cohort, cohort.id AS cohortId
     FROM cohort_day ${joins}
     WHERE cohort.cancelled_at IS NULL AND cohort.id <> @except AND cohort_day.date BETWEEN @first AND @last
     ORDER BY cohort_day.date, cohort_day.cohort_id`,
    { resource, except: exceptCohort ?? 0, first, last },
  )
}

function clashes(days: readonly BookedDay[], taken: readonly Booking[]): Clash[] {
  return days.flatMap(day => {
    const session = { date: day.date, start: day.startTime, end: day.endTime }
    const clash = taken.find(booking => overlaps(booking, session))
    return clash ? [{ n: day.n, date: day.date, cohort: clash.cohort, cohortId: clash.cohortId }] : []
  })
}

type Period = { first: PlainDate; last: PlainDate }
type Booked = Session & { id: number }

const bookedDays = `cohort_day.date, coalesce(cohort_day.start_time, cohort.start_time) AS start,
    coalesce(cohort_day.end_time, cohort.end_time) AS end
  FROM cohort_day CROSS JOIN cohort ON cohort.id = cohort_day.cohort_id`
const within = 'WHERE cohort.cancelled_at IS NULL AND cohort_day.date BETWEEN @first AND @last'

/** Use of rooms in a period, `id` is the room. */
export function roomSessions(db: ReadDatabase, period: Period): Booked[] {
  return db.all(`SELECT cohort_day.room_id AS id, ${bookedDays} ${within} AND cohort_day.room_id IS NOT NULL`, period)
}

/** Teaching days in a period, `id` is the instructor. */
export function instructorSessions(db: ReadDatabase, period: Period): Booked[] {
  return db.all(
    `SELECT teaching.instructor_id AS id, ${bookedDays} JOIN teaching ON teaching.day_id = cohort_day.id ${within}`,
    period,
  )
}
