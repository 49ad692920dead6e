import type { BoardActivity, PlacedPerson } from '../../../../shared/features/activity/contract.ts'
import type { FundingSource } from '../../../../shared/features/activity/funding-source.ts'
import { maskNik } from '../../../../shared/features/trainee/nik/nik.ts'
import type { ReadDatabase } from '../../database/connection.ts'
import { findVillage } from '../../region/villages.ts'
import { isIn } from '../trainee/import-batch-store.ts'

type Conditions = {
  year: number
  fundingSource: FundingSource | null
  activityId: number | null
  village: string | null
}

type Row = Pick<PlacedPerson, 'traineeId' | 'name' | 'sex' | 'phone'> & { nik: string; villageCode: string | null }
type PlacedRow = Row & { code: string; cohort: string; number: number; activity: string }

const personColumns = `trainee.id AS traineeId, trainee.name, trainee.nik, trainee.sex, trainee.phone,
  trainee.village_code AS villageCode`

/** People counted in the cells that match, by name; a person placed twice is listed twice. */
export function peopleOfBoard(db: ReadDatabase, conditions: Conditions): PlacedPerson[] {
  return db
    .all<PlacedRow>(
      `SELECT ${personColumns}, cohort.code, cohort.title AS cohort, activity.number, activity.title AS activity
       FROM activity
       JOIN cohort ON cohort.activity_id = activity.id AND cohort.cancelled_at IS NULL
       JOIN enrolment ON enrolment.cohort_id = cohort.id AND enrolment.left_kind IS NULL
       JOIN trainee ON trainee.id = enrolment.trainee_id
       WHERE activity.budget_year = @year
         AND (@fundingSource IS NULL OR activity.funding_source = @fundingSource)
         AND (@activityId IS NULL OR activity.id = @activityId)
         AND (@village IS NULL OR trainee.village_code = @village)
       ORDER BY trainee.folded_name, trainee.id, activity.number`,
      conditions,
    )
    .map(row => ({
      ...personOf(row),
      cohort: { code: row.code, title: row.cohort },
      activity: { number: row.number, title: row.activity },
    }))
}

/** Registered people of a kelurahan not placed by any activity of the year, by name. */
export function candidatesOfVillage(db: ReadDatabase, year: number, village: string): PlacedPerson[] {
  return db
    .all<Row>(
      `SELECT ${personColumns} FROM trainee
       WHERE village_code = @village AND ${isIn} AND trainee.id NOT IN (SELECT trainee_id FROM closed_trainee) AND NOT EXISTS (
         SELECT 1 FROM enrolment
         JOIN cohort ON cohort.id = enrolment.cohort_id AND cohort.cancelled_at IS NULL
         JOIN activity ON activity.id = cohort.activity_id AND activity.budget_year = @year
         WHERE enrolment.trainee_id = trainee.id AND left_kind IS NULL
       )
       ORDER BY folded_name, id`,
      { year, village },
    )
    .map(row => ({ ...personOf(row), cohort: null, activity: null }))
}

function personOf({ traineeId, name, nik, sex, phone, villageCode }: Row) {
  const place = findVillage(villageCode)
  return {
    traineeId,
    name,
    maskedNik: maskNik(nik),
    sex,
    phone,
    village: place?.village ?? null,
    district: place?.district ?? null,
  }
}

type Count = { activityId: BoardActivity['id']; village: string | null; people: number }

export function boardActivities(
  db: ReadDatabase,
  year: number,
  fundingSource: FundingSource | null,
): Omit<BoardActivity, 'people'>[] {
  return db.all<Omit<BoardActivity, 'people'>>(
    `SELECT id, number, title, funding_source AS fundingSource FROM activity
     WHERE budget_year = @year AND (@fundingSource IS NULL OR funding_source = @fundingSource) ORDER BY number`,
    { year, fundingSource },
  )
}

/** Placed people by activity and kelurahan code, null if unknown. */
export function countPlacements(
  db: ReadDatabase,
  { year, fundingSource }: Pick<Conditions, 'year' | 'fundingSource'>,
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
