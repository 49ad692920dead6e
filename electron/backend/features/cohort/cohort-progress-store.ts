import type { Cohort } from '../../../../shared/features/cohort/contract.ts'
import type { WaitingPapers } from '../../../../shared/features/cohort/waiting-papers.ts'
import type { ReadDatabase } from '../../database/connection.ts'
import type { DayRecord } from './cohort-day-store.ts'
import type { CohortRecord } from './cohort-store.ts'

/** Which steps of a class are done, and how many people have all scores; shown on its tabs. */
export function cohortProgress(
  db: ReadDatabase,
  cohort: CohortRecord,
  days: readonly DayRecord[],
): Pick<Cohort, 'progress' | 'staying' | 'scored' | 'waitingPapers'> {
  const staying = db.value<number>('SELECT count(*) FROM enrolment WHERE cohort_id = ? AND left_kind IS NULL', [
    cohort.id,
  ])
  const scored = db.value<number>(
    `SELECT count(*) FROM enrolment JOIN score ON score.enrolment_id = enrolment.id
     WHERE cohort_id = @cohortId AND left_kind IS NULL AND theory IS NOT NULL AND practice IS NOT NULL
       AND (SELECT count(*) FROM unit_result WHERE enrolment_id = enrolment.id AND result IS NOT NULL)
         = (SELECT count(*) FROM cohort_unit WHERE cohort_id = @cohortId)`,
    { cohortId: cohort.id },
  )
  const waitingPapers = db.get<WaitingPapers>(
    `SELECT count(CASE decision WHEN 'passed' THEN 1 END) AS certificates,
       count(CASE decision WHEN 'failed' THEN 1 END) AS statements
     FROM panel_decision
     WHERE cohort_id = ? AND NOT EXISTS (SELECT 1 FROM certificate WHERE certificate.enrolment_id = panel_decision.enrolment_id)`,
    [cohort.id],
  ) ?? { certificates: 0, statements: 0 }
  return {
    staying,
    scored,
    waitingPapers,
    progress: {
      schedule: days.every(day => day.instructors.length > 0),
      trainees: staying > 0,
      attendance: days.every(day => day.closed !== null),
      scores: staying > 0 && scored === staying,
      graduation: cohort.decided,
      certificates: cohort.decided && waitingPapers.certificates + waitingPapers.statements === 0,
    },
  }
}

/** Of these cohorts, those where every remaining member has all scores; not cohorts without members. */
export function scoredCohorts(db: ReadDatabase, cohortIds: readonly number[]): Set<number> {
  const rows = db.all<{ id: number }>(
    `SELECT enrolment.cohort_id AS id FROM json_each(?) AS asked
     CROSS JOIN enrolment ON enrolment.cohort_id = asked.value AND left_kind IS NULL
     LEFT JOIN score ON score.enrolment_id = enrolment.id
     GROUP BY enrolment.cohort_id
     HAVING count(*) = sum(
       theory IS NOT NULL AND practice IS NOT NULL
       AND (SELECT count(*) FROM unit_result WHERE unit_result.enrolment_id = enrolment.id AND result IS NOT NULL)
         = (SELECT count(*) FROM cohort_unit WHERE cohort_unit.cohort_id = enrolment.cohort_id))`,
    [JSON.stringify(cohortIds)],
  )
  return new Set(rows.map(row => row.id))
}
