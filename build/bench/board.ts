import { join } from 'node:path'
import BetterSqlite from 'better-sqlite3'
import { placePeople } from '../../test/backend/placements.ts'
import { bookCohorts, openBenchCentre } from './bench-centre.ts'
import { medianTime, seededDraw } from './measure.ts'
import { assertRight, type Figure, under } from './part.ts'

const year = 2025

/** The board of 24 activities by 104 kelurahan with 20,000 placements. */
export async function board(): Promise<Figure[]> {
  const centre = await openBenchCentre('2025-01-02', 1, 1)
  try {
    await bookCohorts(centre, 1, '2024-01-05', '2024-12-31')
    const scope = { year, fundingSource: null }
    const { districts } = await centre.backend.client.activity.board(scope)
    const villages = districts.flatMap(district => district.villages.map(village => village.code))
    assertRight(villages.length === 104, `${villages.length} kelurahan`)
    await centre.backend.close()
    const raw = new BetterSqlite(join(centre.dataFolder, 'balai.db'))
    raw.pragma('foreign_keys = ON')
    // The classes are copies of the first one; two on the same day would clash in its room.
    raw.exec('UPDATE cohort SET room_id = NULL')
    const placements = placePeople(raw, {
      year,
      activities: 24,
      classes: 20,
      people: 20_500,
      villages,
      draw: seededDraw(24),
    })
    raw.close()
    assertRight(placements.length >= 20_000, `${placements.length} placements`)
    const { client } = await centre.reopen()
    const read = await client.activity.board(scope)
    const counted = read.cells.reduce((sum, cell) => sum + cell.people, 0)
    assertRight(read.activities.length === 24, `${read.activities.length} activities`)
    assertRight(counted === placements.filter(one => one.counted).length, `${counted} people on the board`)
    return [
      under('board', '24 × 104 with 20,000 placements', await medianTime(() => client.activity.board(scope)), 100),
    ]
  } finally {
    await centre.remove()
  }
}
