import type { Board, BoardActivity } from '../../../../shared/features/activity/contract.ts'
import type { FundingSource } from '../../../../shared/features/activity/funding-source.ts'
import type { ReadDatabase } from '../../database/connection.ts'
import { districtsOfRegency, regencyNamed } from '../../region/regencies.ts'

type BoardScope = { year: number; fundingSource: FundingSource | null; regency: string }

type Count = { activityId: BoardActivity['id']; village: string | null; people: number }

/**
 * Activities by kelurahan of one city. Counting is one statement over the placements of the year: about 20,000 of them in well
 * under 100 ms; what is zero is not answered.
 */
export function readBoard(db: ReadDatabase, { year, fundingSource, regency }: BoardScope): Board {
  const activities = db.all<Omit<BoardActivity, 'people'>>(
    `SELECT id, number, title, funding_source AS fundingSource FROM activity
     WHERE budget_year = @year AND (@fundingSource IS NULL OR funding_source = @fundingSource) ORDER BY number`,
    { year, fundingSource },
  )
  const counts = countPlacements(db, { year, fundingSource })
  const districts = districtsOfRegency(regency)
  const shown = new Set(districts.flatMap(district => district.villages.map(village => village.code)))
  const people = new Map<number, number>()
  const cells: Board['cells'] = []
  let [elsewhere, unknown] = [0, 0]
  for (const { activityId, village, people: count } of counts) {
    people.set(activityId, (people.get(activityId) ?? 0) + count)
    if (village === null) unknown += count
    else if (shown.has(village)) cells.push({ activityId, village, people: count })
    else elsewhere += count
  }
  return {
    year,
    regency: { code: regency, name: regencyNamed(regency) ?? regency },
    districts,
    activities: activities.map(activity => ({ ...activity, people: people.get(activity.id) ?? 0 })),
    cells,
    elsewhere,
    unknown,
  }
}

/** Placed people by activity and kelurahan code, null where it is not known. */
export function countPlacements(
  db: ReadDatabase,
  { year, fundingSource }: Pick<BoardScope, 'year' | 'fundingSource'>,
): Count[] {
  return db.all<Count>(
    `SELECT cohort.activity_id AS activityId, trainee.village_code AS village, count(*) AS people
     FROM activity
     JOIN cohort ON cohort.activity_id = activity.id AND cohort.cancelled_at IS NULL
     JOIN enrolment ON enrolment.cohort_id = cohort.id AND enrolment.left_kind IS NULL
     JOIN trainee ON trainee.id = enrolment.trainee_id
     WHERE activity.budget_year = @year AND (@fundingSource IS NULL OR activity.funding_source = @fundingSource)
     GROUP BY activity.id, trainee.village_code`,
    { year, fundingSource },
  )
}
