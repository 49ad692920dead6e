import type { ActivityDraft, SpendingDraft, SpendingPlan, Sums } from '../../../../shared/features/activity/activity.ts'
import type { ActivityRow, CohortOfYear, SourceSums, Spending } from '../../../../shared/features/activity/contract.ts'
import {
  type FundingSource,
  fundingSourceOnPapers,
  fundingSources,
} from '../../../../shared/features/activity/funding-source.ts'
import type { AttachmentType } from '../../../../shared/features/attachment/attachment.ts'
import type { PlainDate } from '../../../../shared/kernel/plain-date.ts'
import type { ReadDatabase, Who, WriteDatabase } from '../../database/connection.ts'
import { type AttachmentFile, dropUnusedAttachments, storeAttachment } from '../attachment/attachment-store.ts'

// Share of a sum in tenths of a percent, rounded half up; null without a budget.
const share = (budget: string, realized: string) =>
  `CASE WHEN ${budget} = 0 THEN NULL ELSE (2000 * ${realized} + ${budget}) / (2 * ${budget}) END`

const columns = `activity.id, activity.budget_year AS budgetYear, number, activity.funding_source AS fundingSource, title, trade,
  budget_activity AS budgetActivity, budget_sub_activity AS budgetSubActivity, account_code AS accountCode, activity.budget,
  planned_classes AS plannedClasses, planned_people AS plannedPeople, sums.realized, activity.budget - sums.realized AS "left", ${share('activity.budget', 'sums.realized')} AS share,
  sums.cohorts, sums.decided, sums.entries,
  (SELECT count(*) FROM cohort JOIN enrolment ON enrolment.cohort_id = cohort.id AND left_kind IS NULL
   WHERE cohort.activity_id = activity.id AND cancelled_at IS NULL) AS people
  FROM activity JOIN activity_sums AS sums ON sums.id = activity.id`

export function activitiesOfYear(db: ReadDatabase, year: number): ActivityRow[] {
  return db.all<ActivityRow>(`SELECT ${columns} WHERE activity.budget_year = ? ORDER BY number`, [year])
}

export function findActivity(db: ReadDatabase, id: number): ActivityRow | undefined {
  return db.get<ActivityRow>(`SELECT ${columns} WHERE activity.id = ?`, [id])
}

export function yearsWithActivities(db: ReadDatabase): number[] {
  return db.values<number>('SELECT DISTINCT budget_year AS year FROM activity ORDER BY year DESC')
}

/** One line for each source with an activity, in the usual order. */
export function sumsBySource(db: ReadDatabase, year: number): SourceSums[] {
  const rows = db.all<SourceSums>(
    `SELECT funding_source AS fundingSource, sum(budget) AS budget, sum(realized) AS realized,
       sum(budget) - sum(realized) AS "left", ${share('sum(budget)', 'sum(realized)')} AS share,
       count(*) AS activities, sum(cohorts) AS cohorts, sum(decided) AS decided
     FROM activity_sums WHERE budget_year = ? GROUP BY funding_source`,
    [year],
  )
  return fundingSources.flatMap(source => rows.filter(row => row.fundingSource === source))
}

/** Sums over all activities of a year, or of some sources. */
export function sumsOfYear(db: ReadDatabase, year: number, sources: readonly FundingSource[] = fundingSources): Sums {
  const row = db.get<Sums>(
    `SELECT budget, realized, budget - realized AS "left", ${share('budget', 'realized')} AS share
     FROM (SELECT coalesce(sum(budget), 0) AS budget, coalesce(sum(realized), 0) AS realized FROM activity_sums
       WHERE budget_year = ? AND funding_source IN (SELECT value FROM json_each(?)))`,
    [year, JSON.stringify(sources)],
  )
  if (!row) throw new Error('sums answer one row')
  return row
}

export function insertActivity(db: WriteDatabase, activity: ActivityDraft): number {
  return db.insert(
    'activity',
    'budget_year, number, funding_source, title, trade, budget_activity, budget_sub_activity, account_code, budget, ' +
      'planned_classes, planned_people',
    activity,
  )
}

export function updateActivity(db: WriteDatabase, id: number, activity: ActivityDraft): void {
  db.update(
    'activity',
    'budget_year, number, funding_source, title, trade, budget_activity, budget_sub_activity, account_code, budget, ' +
      'planned_classes, planned_people',
    { ...activity, id },
  )
}

/** Newest first; a reversal is above its entry. */
export function spendingOfActivity(db: ReadDatabase, activityId: number): Spending[] {
  const rows = db.all<Omit<Spending, 'file'> & { fileName: string | null; fileType: AttachmentType | null }>(
    `SELECT spending.id, spending.date, spending.description, spending.amount, spending.evidence, spending.account_code AS accountCode,
       spending.reverses,
       reversal.id AS reversedBy, spending.recorded_by AS recordedBy,
       attachment.name AS fileName, attachment.type AS fileType
     FROM spending LEFT JOIN spending AS reversal ON reversal.reverses = spending.id
     LEFT JOIN spending_file ON spending_file.spending_id = spending.id LEFT JOIN attachment ON attachment.id = attachment_id
     WHERE spending.activity_id = ? ORDER BY spending.date DESC, spending.id DESC`,
    [activityId],
  )
  return rows.map(({ fileName: name, fileType: type, ...row }) => ({
    ...row,
    file: name === null || type === null ? null : { name, type },
  }))
}

type SpendingRecord = SpendingDraft & {
  id: number
  activityId: number
  reverses: number | null
  reversedBy: number | null
}

export function findSpending(db: ReadDatabase, id: number): SpendingRecord | undefined {
  return db.get<SpendingRecord>(
    `SELECT id, activity_id AS activityId, date, description, amount, evidence, account_code AS accountCode, reverses,
       (SELECT id FROM spending AS reversal WHERE reversal.reverses = spending.id) AS reversedBy
     FROM spending WHERE id = ?`,
    [id],
  )
}

export function insertSpending(
  db: WriteDatabase,
  spending: SpendingDraft & { activityId: number; reverses: number | null; at: string; by: string },
): number {
  return db.insert(
    'spending',
    'activity_id, date, description, amount, evidence, account_code, reverses, recorded_at: at, recorded_by: by',
    spending,
  )
}

export function planOfActivity(db: ReadDatabase, activityId: number): SpendingPlan {
  return db.all('SELECT month, amount FROM spending_plan WHERE activity_id = ? ORDER BY month', [activityId])
}

export function savePlan(db: WriteDatabase, activityId: number, plan: SpendingPlan): void {
  db.run('DELETE FROM spending_plan WHERE activity_id = ?', [activityId])
  for (const { month, amount } of plan)
    db.insert('spending_plan', 'activity_id, month, amount', { activityId, month, amount })
}

const cohortColumnsSql = `cohort.code, cohort.title, first.date AS start,
  (SELECT max(date) FROM cohort_day WHERE cohort_id = cohort.id) AS "end"`
const firstDay = 'JOIN cohort_day AS first ON first.cohort_id = cohort.id AND first.n = 1'

export function classesOfActivity(
  db: ReadDatabase,
  activityId: number,
): (CohortOfYear & { people: number; decided: boolean })[] {
  return db.all(
    `SELECT ${cohortColumnsSql}, (SELECT count(*) FROM enrolment WHERE cohort_id = cohort.id AND left_kind IS NULL) AS people,
       EXISTS (SELECT 1 FROM panel WHERE cohort_id = cohort.id) AS "decided?"
     FROM cohort ${firstDay} WHERE activity_id = ? AND cancelled_at IS NULL ORDER BY start, cohort.code`,
    [activityId],
  )
}

/** Classes of that year that are not cancelled and have no activity. */
export function unassignedCohorts(db: ReadDatabase, year: number): CohortOfYear[] {
  return db.all<CohortOfYear>(
    `SELECT ${cohortColumnsSql} FROM cohort ${firstDay}
     WHERE activity_id IS NULL AND cancelled_at IS NULL AND first.date BETWEEN ? AND ? ORDER BY start, cohort.code`,
    [`${year}-01-01`, `${year}-12-31`],
  )
}

type CohortMoney = { id: number; activityId: number | null; activity: string; fundingSource: string }

export function moneyOfCohort(
  db: ReadDatabase,
  code: string,
): (CohortMoney & { title: string; cancelled: number }) | undefined {
  return db.get(
    `SELECT id, title, cancelled_at IS NOT NULL AS cancelled, activity_id AS activityId, activity,
       funding_source AS fundingSource FROM cohort WHERE code = ?`,
    [code],
  )
}

/** Includes cancelled classes, whose rows still refer to the activity. */
export function countCohorts(db: ReadDatabase, activityId: number): number {
  return db.value<number>('SELECT count(*) FROM cohort WHERE activity_id = ?', [activityId])
}

export function firstDayOf(db: ReadDatabase, cohortId: number): PlainDate {
  return db.value<PlainDate>('SELECT date FROM cohort_day WHERE cohort_id = ? AND n = 1', [cohortId])
}

/** Texts about the activity on papers of a class. */
export function textOnPapers({ title, fundingSource }: Pick<ActivityDraft, 'title' | 'fundingSource'>): {
  activity: string
  fundingSource: string
} {
  return { activity: title, fundingSource: fundingSourceOnPapers(fundingSource) }
}

export function assignCohort(db: WriteDatabase, money: CohortMoney): void {
  db.update('cohort', 'activity_id, activity, funding_source', money)
}

/** Updates texts of classes that were copied from the activity; edited ones stay. */
export function renameInCohorts(db: WriteDatabase, id: number, before: ActivityDraft, after: ActivityDraft): void {
  const [old, now] = [textOnPapers(before), textOnPapers(after)]
  db.run('UPDATE cohort SET activity = ? WHERE activity_id = ? AND activity = ?', [now.activity, id, old.activity])
  db.run('UPDATE cohort SET funding_source = ? WHERE activity_id = ? AND funding_source = ?', [
    now.fundingSource,
    id,
    old.fundingSource,
  ])
}

export function findEvidence(db: ReadDatabase, spendingId: number): AttachmentFile | undefined {
  return db.get<AttachmentFile>(
    `SELECT attachment.name, type, bytes FROM attachment JOIN spending_file ON attachment_id = attachment.id
     WHERE spending_id = ?`,
    [spendingId],
  )
}

/** Replaces an earlier one; returns the sha256 of the file. */
export function saveEvidence(db: WriteDatabase, spendingId: number, file: AttachmentFile, who: Who): string {
  const { id, sha256 } = storeAttachment(db, file, who)
  db.upsert('spending_file', 'spending_id', 'attachment_id', { spendingId, attachmentId: id })
  dropUnusedAttachments(db)
  return sha256
}

export function removeEvidence(db: WriteDatabase, spendingId: number): void {
  db.run('DELETE FROM spending_file WHERE spending_id = ?', [spendingId])
  dropUnusedAttachments(db)
}
