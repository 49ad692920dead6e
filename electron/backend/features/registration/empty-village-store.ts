import type { ReadDatabase } from '../../database/connection.ts'
import { districtsOfRegency } from '../../region/regencies.ts'
import { countPlacements } from '../activity/read-board.ts'
import { getCentre } from '../centre/centre-store.ts'
import type { RegistrationRecord } from './registration-store.ts'

/**
 * Kelurahan of the city, by code, from which nobody has a place yet: neither in a class of the activities that count, nor by the
 * stipulation of another registration of the year.
 */
export function emptyVillagesOf(db: ReadDatabase, record: RegistrationRecord): Set<string> {
  const { id, year, keptActivityId } = record
  const placed = countPlacements(db, { year, fundingSource: null })
    .filter(row => keptActivityId === null || row.activityId === keptActivityId)
    .map(row => row.village)
  const promised = db
    .all<{ village: string | null }>(
      `SELECT DISTINCT trainee.village_code AS village
       FROM selection_decision JOIN applicant ON applicant.id = applicant_id
       JOIN trainee ON trainee.id = applicant.trainee_id
       JOIN registration ON registration.id = applicant.registration_id
       LEFT JOIN cohort ON cohort.id = registration.cohort_id
       WHERE registration.year = @year AND registration.id <> @id AND decision = 'accepted'
         AND (@keptActivityId IS NULL OR cohort.activity_id = @keptActivityId)
         AND 'WITHDRAWN' IS NOT (SELECT kind FROM applicant_event WHERE applicant_event.applicant_id = applicant.id
           AND kind IN ('WITHDRAWN', 'WITHDRAWAL_UNDONE') ORDER BY applicant_event.id DESC LIMIT 1)`,
      { id, year, keptActivityId },
    )
    .map(row => row.village)
  const served = new Set([...placed, ...promised])
  const villages = districtsOfRegency(getCentre(db).regencyCode).flatMap(district => district.villages)
  return new Set(villages.map(village => village.code).filter(code => !served.has(code)))
}
