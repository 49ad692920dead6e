import type { DuePerson, PersonRights } from '../../../../shared/features/rights/contract.ts'
import type { HeldCohort } from '../../../../shared/features/rights/retention.ts'
import { maskNik } from '../../../../shared/features/trainee/nik/nik.ts'
import { addYears, type PlainDate } from '../../../../shared/kernel/plain-date.ts'
import type { ReadDatabase } from '../../database/connection.ts'

/** Classes of a person that took place or will. */
export function heldCohortsOf(db: ReadDatabase, traineeId: number): HeldCohort[] {
  return db.all<HeldCohort>(
    `SELECT cohort.title, max(cohort_day.date) AS end
     FROM enrolment JOIN cohort ON cohort.id = enrolment.cohort_id JOIN cohort_day ON cohort_day.cohort_id = cohort.id
     WHERE enrolment.trainee_id = ? AND cohort.cancelled_at IS NULL GROUP BY cohort.id`,
    [traineeId],
  )
}

/** Named people whose last class ended before the retention period, oldest first. */
export function duePeople(db: ReadDatabase, retentionYears: number, today: PlainDate): DuePerson[] {
  return db
    .all<Omit<DuePerson, 'since' | 'maskedNik'> & { nik: string }>(
      `WITH class_end AS MATERIALIZED (
         SELECT cohort.id, cohort.title, max(cohort_day.date) AS end FROM cohort JOIN cohort_day ON cohort_day.cohort_id = cohort.id
         WHERE cohort.cancelled_at IS NULL GROUP BY cohort.id
       ), last_class AS MATERIALIZED (
         SELECT trainee_id, class_end.title, max(class_end.end) AS end
         FROM enrolment CROSS JOIN class_end ON class_end.id = enrolment.cohort_id
         GROUP BY trainee_id HAVING max(class_end.end) < @before
       )
       SELECT trainee.id, trainee.name, trainee.nik, last_class.title AS cohort, last_class.end AS end
       FROM last_class CROSS JOIN trainee ON trainee.id = last_class.trainee_id
       WHERE trainee.id NOT IN (SELECT trainee_id FROM trainee_anonymity)
       ORDER BY last_class.end, folded_name, trainee.id`,
      { before: addYears(today, -retentionYears) },
    )
    .map(({ nik, ...row }) => ({ ...row, maskedNik: maskNik(nik), since: addYears(row.end, retentionYears) }))
    .filter(row => row.since < today)
}

export function findAnonymity(db: ReadDatabase, traineeId: number): PersonRights['anonymised'] {
  const row = db.get<NonNullable<PersonRights['anonymised']>>(
    'SELECT ground, anonymised_at AS at, anonymised_by AS by FROM trainee_anonymity WHERE trainee_id = ?',
    [traineeId],
  )
  return row ?? null
}
