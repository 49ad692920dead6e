import type { FirstSteps } from '../../../../shared/features/home/first-steps.ts'
import type { PlainDate } from '../../../../shared/kernel/plain-date.ts'
import type { ReadDatabase } from '../../database/connection.ts'
import { countedPeople } from '../trainee/taking-in-store.ts'

/** Setup steps done, by existing data; backups are outside of the database. */
export function firstSteps(db: ReadDatabase, today: PlainDate): Omit<FirstSteps, 'backup'> {
  const counts = db.get<Omit<FirstSteps, 'backup'>>(
    `SELECT (SELECT count(*) FROM centre WHERE address <> '') AS centre,
       (SELECT count(*) FROM centre WHERE logo IS NOT NULL) AS logo,
       (SELECT count(*) FROM officer WHERE valid_from <= $today AND (valid_until IS NULL OR valid_until >= $today)) AS officer,
       (SELECT count(*) FROM room WHERE active = 1) AS room,
       (SELECT count(*) FROM program WHERE active = 1 AND id IN (SELECT program_id FROM program_unit)) AS program,
       (SELECT count(DISTINCT instructor_id) FROM credential WHERE issued <= $today AND valid_until >= $today) AS instructor,
       ${countedPeople} AS trainee,
       (SELECT count(*) FROM cohort) AS cohort`,
    { today },
  )
  if (!counts) throw new Error('a SELECT of counts has one row')
  return counts
}
