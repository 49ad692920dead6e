import type BetterSqlite from 'better-sqlite3'
import { addDays, plainDate } from '../../shared/kernel/plain-date.ts'

export type Placements = {
  year: number
  activities: number
  /** Number of classes per activity. */
  classes: number
  people: number
  /** Kelurahan codes to choose from; null means unknown. */
  villages: readonly (string | null)[]
  /** The next random whole number from 0 to below the limit. */
  draw: (limit: number) => number
}

export type Placement = { activity: number; village: string | null; counted: boolean; source: string }

const sources = ['DIF_POVERTY', 'DIF_STUNTING', 'APBD', 'APBN']

/**
 * Writes activities with classes and people directly into a closed database that has a class with id 1, because the contract would take
 * hours. Some people left, some classes were cancelled. Returns one entry per placement.
 */
export function placePeople(raw: BetterSqlite.Database, placements: Placements): Placement[] {
  const { year, activities, classes, people, villages, draw } = placements
  const written: Placement[] = []
  const addActivity = raw.prepare(
    `INSERT INTO activity (budget_year, number, funding_source, title, trade, budget_activity, budget_sub_activity, account_code, budget)
     VALUES (?, ?, ?, ?, NULL, '', '', '', 1000)`,
  )
  const columns = (raw.prepare('PRAGMA table_info(cohort)').all() as { name: string }[])
    .map(column => column.name)
    .filter(
      name => !['id', 'code', 'year', 'number', 'trade', 'activity_id', 'cancelled_at', 'cancel_reason'].includes(name),
    )
    .join(', ')
  const addCohort = raw.prepare(
    `INSERT INTO cohort (code, year, number, trade, activity_id, cancelled_at, cancel_reason, ${columns})
     SELECT @code, @year, @number, @trade, @activity, @cancelled, @reason, ${columns} FROM cohort WHERE id = 1`,
  )
  const addTrainee = raw.prepare(
    `INSERT INTO trainee (nik, name, folded_name, birth_place, birth_date, sex, family_card, address, neighbourhood, hamlet, village_code, phone)
     VALUES (?, ?, lower(?), '', '1990-01-01', 'L', '', '', '', '', ?, '')`,
  )
  const enrol = raw.prepare(
    `INSERT INTO enrolment (cohort_id, trainee_id, position, left_after_day, left_kind) VALUES (?, ?, ?, ?, ?)`,
  )
  const addDay = raw.prepare(`INSERT INTO cohort_day (cohort_id, n, date, hours, topic) VALUES (?, 1, ?, 8, '')`)
  const trades = ['TR', 'TB', 'PR', 'LP', 'HK', 'LS', 'CT', 'SM']
  raw.transaction(() => {
    const places = Array.from({ length: activities }, (_, index) => {
      const number = index + 1
      const source = sources[draw(sources.length)] ?? 'APBD'
      const id = Number(addActivity.run(year, number, source, `Kegiatan ${number}`).lastInsertRowid)
      return Array.from({ length: classes }, (_, nth) => {
        const serial = index * classes + nth
        const cancelled = nth > 0 && draw(10) === 0
        const cohort = addCohort.run({
          code: `X-${year}-${serial}`,
          year,
          number: 10 + (serial % 90),
          trade: trades[Math.floor(serial / 90)] ?? 'TR',
          activity: id,
          cancelled: cancelled ? '2024-01-01T08:00:00' : null,
          reason: cancelled ? 'batal' : '',
        })
        // Spread over the year: on one day, each person would be searched for in every other class.
        addDay.run(cohort.lastInsertRowid, addDays(plainDate(year, 1, 2), serial % 350))
        return { activity: id, source, cohort: Number(cohort.lastInsertRowid), cancelled, seats: 0 }
      })
    }).flat()
    const drawn = []
    for (let person = 0; person < people; person += 1) {
      const place = places[draw(places.length)]
      const village = villages[draw(villages.length)] ?? null
      if (place === undefined || place.seats === 60) continue
      place.seats += 1
      drawn.push({ person, place, seat: place.seats, village, gone: draw(12) === 0 })
    }
    // As one batch, as an import does; one by one, each person would be compared with all others.
    raw.exec('INSERT INTO trainee_batch (first_id) SELECT coalesce(max(id), 0) + 1 FROM trainee')
    const trainees = drawn.map(({ person, village }) => {
      // Two check digits, so that no two NIK differ in one digit; otherwise everybody would be a possible duplicate.
      const nik = `3671${String(person).padStart(10, '0')}${String(person % 97).padStart(2, '0')}`
      return addTrainee.run(nik, `Orang ${person}`, `Orang ${person}`, village).lastInsertRowid
    })
    raw.exec('DELETE FROM trainee_batch')
    for (const [index, { place, seat, village, gone }] of drawn.entries()) {
      enrol.run(place.cohort, trainees[index], seat, gone ? 1 : null, gone ? 'withdrawn' : null)
      written.push({ activity: place.activity, source: place.source, village, counted: !gone && !place.cancelled })
    }
  })()
  return written
}
