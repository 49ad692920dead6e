import type { FilterChoices } from '../../../../shared/features/trainee/trainee-filter.ts'
import type { ReadDatabase } from '../../database/connection.ts'
import { Remembered } from '../../database/remembered.ts'
import { findVillage } from '../../region/villages.ts'

const remembered = new Remembered<FilterChoices>(1, { byTables: true })

/** Kelurahan by name, programs by title, years newest first; only those in use. */
export function filterChoices(db: ReadDatabase): FilterChoices {
  return remembered.get(db, '', () => ({
    villages: db
      .all<{ code: string; people: number }>(
        `SELECT village_code AS code, count(*) AS people FROM trainee_listing INDEXED BY listing_by_village
         WHERE newest = 1 AND village_code <> '' GROUP BY village_code`,
      )
      .map(row => ({
        ...row,
        village: findVillage(row.code)?.village ?? row.code,
        district: findVillage(row.code)?.district ?? '',
      }))
      .sort((a, b) => a.village.localeCompare(b.village, 'id')),
    programs: db.all(
      `SELECT id, title, (SELECT count(*) FROM trainee_listing WHERE program_id = program.id AND newest_of_program = 1) AS people
       FROM program WHERE EXISTS (SELECT 1 FROM trainee_listing WHERE program_id = program.id) ORDER BY title`,
    ),
    years: db.all(
      'SELECT year, count(*) AS people FROM trainee_listing WHERE year IS NOT NULL AND newest_of_year = 1 GROUP BY year ORDER BY year DESC',
    ),
  }))
}
