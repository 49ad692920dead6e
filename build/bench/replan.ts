import { join } from 'node:path'
import BetterSqlite from 'better-sqlite3'
import { addDays } from '../../shared/kernel/plain-date.ts'
import { bookCohorts, openBenchCentre } from './bench-centre.ts'
import { medianTime } from './measure.ts'
import { assertRight, type Figure, under } from './part.ts'

const classes = 200
const held = 7
const people = 16

/** A late holiday while 200 classes of 16 people are running, seven days of each held. Dates, people, rooms and money are all moved. */
export async function replan(): Promise<Figure[]> {
  const centre = await openBenchCentre('2025-08-13', classes, classes)
  try {
    await bookCohorts(centre, classes, '2025-08-03', '2025-08-29')
    await centre.backend.close()
    fillCohorts(join(centre.dataFolder, 'balai.db'))
    const { client } = await centre.reopen()
    const change = {
      action: 'add' as const,
      day: {
        date: '2025-08-20' as const,
        kind: 'national_holiday' as const,
        name: 'Hari libur susulan',
        source: 'Keppres',
      },
      cohort: null,
      answers: [],
    }
    const { affected } = await client.replan.preview(change)
    assertRight(affected.length === classes, `${affected.length} affected classes`)
    for (const { cohort, before, after, oldEnd, newEnd } of affected) {
      const keptDays = before.slice(0, held).every((day, index) => day.held && day.date === after[index]?.date)
      assertRight(keptDays && after.length === 15, `held days of ${cohort}`)
      assertRight(newEnd > oldEnd && newEnd <= addDays(oldEnd, 3), `end of ${cohort}`)
      assertRight(!after.some(day => day.date === change.day.date), `${cohort} on the holiday`)
    }
    return [
      under(
        'replan',
        '200 running classes, before and after',
        await medianTime(() => client.replan.preview(change)),
        300,
      ),
    ]
  } finally {
    await centre.remove()
  }
}

/** Writes people and marks directly, because the contract would take a day. */
function fillCohorts(file: string): void {
  const raw = new BetterSqlite(file)
  raw.pragma('foreign_keys = ON')
  const addTrainee = raw.prepare(
    `INSERT INTO trainee (nik, name, folded_name, birth_place, birth_date, sex, family_card, address, neighbourhood, hamlet, village_code, phone)
     VALUES (?, ?, lower(?), '', '1990-01-01', 'L', '', '', '', '', NULL, '')`,
  )
  const enrol = raw.prepare('INSERT INTO enrolment (cohort_id, trainee_id, position) VALUES (?, ?, ?)')
  const mark = raw.prepare(
    `INSERT INTO attendance (enrolment_id, day_id, mark) SELECT ?, id, 'H' FROM cohort_day WHERE cohort_id = ? AND n <= ?`,
  )
  raw.transaction(() => {
    const cohorts = raw.prepare('SELECT id FROM cohort').pluck().all()
    for (const [index, cohort] of cohorts.entries()) {
      for (let position = 1; position <= people; position += 1) {
        const name = `Orang ${index} ${position}`
        const trainee = addTrainee.run(String(3671000000000000 + index * people + position), name, name).lastInsertRowid
        mark.run(enrol.run(cohort, trainee, position).lastInsertRowid, cohort, held)
      }
    }
  })()
  raw.close()
}
