import type { ReadDatabase } from '../../electron/backend/database/connection.ts'
import { instructorBookings, roomBookings } from '../../electron/backend/features/cohort/booking-store.ts'
import { overlaps, type Session } from '../../shared/features/cohort/overlap.ts'
import type { PlainDate } from '../../shared/kernel/plain-date.ts'
import { bookCohorts, openBenchCentre } from './bench-centre.ts'
import { medianTime } from './measure.ts'
import { assertRight, atLeast, type Figure, shownOnly } from './part.ts'

type Booked = Session & { room: number; instructor: number; cohort: string }
type Day = { n: number; date: PlainDate; startTime: string; endTime: string }

/**
 * Whether a session finds its room and instructor free among 10,000 booked ones: by the database, against reading all rows and comparing them in
 * JavaScript. A whole class of fifteen days has no target, because there the scan reads the rows only once.
 */
export async function conflicts(): Promise<Figure[]> {
  const centre = await openBenchCentre('2024-01-02', 12, 12)
  try {
    await bookCohorts(centre, 667, '2024-01-01', '2027-12-31')
    const db = centre.backend.workspace.read
    const all = bookedSessions(db)
    assertRight(all.length >= 10_000, `${all.length} sessions`)
    const days = db.all<Day>(
      `SELECT n, date, '13:00' AS startTime, '16:00' AS endTime FROM cohort_day
       WHERE cohort_id = (SELECT cohort_id FROM cohort_day WHERE n = 1 AND date > '2026-01-05' ORDER BY date LIMIT 1) ORDER BY n`,
    )
    const [room = 0, instructor = 0] = [centre.rooms[3], centre.instructors[3]]
    const checks = {
      room: {
        database: (wanted: readonly Day[]) => roomBookings(db, room, wanted, null),
        scan: (wanted: readonly Day[]) => clashesAmong(bookedSessions(db), row => row.room === room, wanted),
      },
      instructor: {
        database: (wanted: readonly Day[]) => instructorBookings(db, instructor, wanted, null),
        scan: (wanted: readonly Day[]) =>
          clashesAmong(bookedSessions(db), row => row.instructor === instructor, wanted),
      },
    }
    const figures: Figure[] = []
    for (const [resource, { database, scan }] of Object.entries(checks)) {
      assertRight(database(days).length === 15 && same(database(days), scan(days)), `clashes of the ${resource}`)
      const ratio = async (wanted: readonly Day[]) =>
        (await medianTime(() => scan(wanted), 5)) / (await medianTime(() => database(wanted), 200))
      figures.push(
        atLeast('conflicts', `one session, ${resource}: against a full scan`, await ratio(days.slice(7, 8)), 100),
        shownOnly('conflicts', `fifteen sessions, ${resource}: against one full scan`, await ratio(days), '×'),
      )
    }
    return figures
  } finally {
    await centre.remove()
  }
}

function bookedSessions(db: ReadDatabase): Booked[] {
  return db.all<Booked>(
    `SELECT cohort_day.date, coalesce(cohort_day.start_time, cohort.start_time) AS start,
       coalesce(cohort_day.end_time, cohort.end_time) AS end, cohort.room_id AS room,
       teaching.instructor_id AS instructor, cohort.title AS cohort
     FROM cohort_day JOIN cohort ON cohort.id = cohort_day.cohort_id JOIN teaching ON teaching.day_id = cohort_day.id
     WHERE cohort.cancelled_at IS NULL`,
  )
}

function clashesAmong(rows: readonly Booked[], mine: (row: Booked) => boolean, days: readonly Day[]) {
  return days.flatMap(({ n, date, startTime, endTime }) => {
    const session = { date, start: startTime, end: endTime }
    const clash = rows.find(row => mine(row) && overlaps(row, session))
    return clash ? [{ n, date, cohort: clash.cohort }] : []
  })
}

function same(a: readonly { n: number; cohort: string }[], b: readonly { n: number; cohort: string }[]): boolean {
  const words = (rows: typeof a) => rows.map(row => `${row.n} ${row.cohort}`).join()
  return words(a) === words(b)
}
