import type { FundingSource } from '../../../../shared/features/activity/funding-source.ts'
import {
  type FollowUpMonth,
  type FollowUpStatus,
  followUpStatuses,
} from '../../../../shared/features/alumni/follow-up.ts'
import type { TradeCode } from '../../../../shared/features/program/trades.ts'
import type { PlainDate } from '../../../../shared/kernel/plain-date.ts'
import type { ReadDatabase } from '../../database/connection.ts'

type GraduateScope = { trade: TradeCode | null; year: number | null; fundingSource: FundingSource | null }
export const everyGraduate: GraduateScope = { trade: null, year: null, fundingSource: null }

/** A class with graduates: their number, and the number of each answer by month ('3 EMPLOYED' → 12). */
type GraduatedClass = {
  cohortId: number
  trade: TradeCode
  graduatedOn: PlainDate
  graduates: number
  answers: Partial<Record<`${FollowUpMonth} ${FollowUpStatus}`, number>>
}

/** One statement with the answers of a class as one text, because ten years have 30,000 of them. */
export function graduatedClasses(db: ReadDatabase, scope: GraduateScope): GraduatedClass[] {
  return db
    .all<Omit<GraduatedClass, 'answers'> & { answers: string | null }>(
      `SELECT panel.cohort_id AS cohortId, cohort.trade, held_on AS graduatedOn,
         (SELECT count(*) FROM panel_decision WHERE panel_decision.cohort_id = panel.cohort_id AND decision = 'passed') AS graduates,
         (SELECT group_concat(month || ' ' || status) FROM panel_decision
          CROSS JOIN follow_up ON follow_up.enrolment_id = panel_decision.enrolment_id
          WHERE panel_decision.cohort_id = panel.cohort_id AND decision = 'passed') AS answers
       FROM panel CROSS JOIN cohort ON cohort.id = panel.cohort_id LEFT JOIN activity ON activity.id = activity_id
       WHERE (@trade IS NULL OR cohort.trade = @trade) AND (@year IS NULL OR CAST(substr(held_on, 1, 4) AS INTEGER) = @year)
         AND (@fundingSource IS NULL OR activity.funding_source = @fundingSource)`,
      scope,
    )
    .filter(row => row.graduates > 0)
    .map(row => ({ ...row, answers: countsOf(row.answers) }))
}

/** Graduates with frozen or anonymised data and their answers: included in counts, but neither listed nor called. */
export function closedGraduates(db: ReadDatabase): Pick<GraduatedClass, 'cohortId' | 'answers'>[] {
  return db
    .all<{ cohortId: number; answers: string | null }>(
      `SELECT panel_decision.cohort_id AS cohortId,
         (SELECT group_concat(month || ' ' || status) FROM follow_up WHERE follow_up.enrolment_id = enrolment.id) AS answers
       FROM (SELECT DISTINCT trainee_id FROM closed_trainee) AS closed CROSS JOIN enrolment ON enrolment.trainee_id = closed.trainee_id
       CROSS JOIN panel_decision ON panel_decision.enrolment_id = enrolment.id AND decision = 'passed'`,
    )
    .map(row => ({ ...row, answers: countsOf(row.answers) }))
}

function countsOf(text: string | null): GraduatedClass['answers'] {
  const counts: Record<string, number> = {}
  if (text !== null) for (const key of text.split(',')) counts[key] = (counts[key] ?? 0) + 1
  return counts
}

export function countAnswers(
  answers: GraduatedClass['answers'],
  month: FollowUpMonth,
  wanted: FollowUpStatus | 'given',
): number {
  const statuses = wanted === 'given' ? followUpStatuses : [wanted]
  return statuses.reduce((sum, status) => sum + (answers[`${month} ${status}`] ?? 0), 0)
}

export function yearsWithGraduates(db: ReadDatabase): number[] {
  return db.values<number>(`SELECT DISTINCT CAST(substr(held_on, 1, 4) AS INTEGER) AS year FROM panel
       WHERE EXISTS (SELECT 1 FROM panel_decision WHERE panel_decision.cohort_id = panel.cohort_id AND decision = 'passed')
       ORDER BY year DESC`)
}
