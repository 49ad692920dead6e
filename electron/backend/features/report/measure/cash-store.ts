import type { CashRow } from '../../../../../shared/features/report/contract.ts'
import type { Period } from '../../../../../shared/features/report/period.ts'
import type { ReadDatabase } from '../../../database/connection.ts'

/** Entries of an activity in a period, by date of payment. */
export function cashEntries(db: ReadDatabase, activityId: number, { from, to }: Period): CashRow[] {
  return db.all<CashRow>(
    `SELECT spending.id, spending.date, description, amount, evidence,
       CASE WHEN spending.account_code = '' THEN activity.account_code ELSE spending.account_code END AS accountCode,
       attachment.name AS fileName, spending.recorded_by AS recordedBy
     FROM spending JOIN activity ON activity.id = activity_id LEFT JOIN spending_file ON spending_id = spending.id
     LEFT JOIN attachment ON attachment.id = attachment_id
     WHERE activity_id = ? AND spending.date BETWEEN ? AND ? ORDER BY spending.date, spending.id`,
    [activityId, from, to],
  )
}

export type BookRow = CashRow & { activity: string }

/** Entries of all activities in a period, or of some sources, by date of payment. */
export function bookEntries(db: ReadDatabase, { from, to }: Period, sources: readonly string[]): BookRow[] {
  return db.all<BookRow>(
    `SELECT spending.id, spending.date, description, amount, evidence, activity.title AS activity,
       CASE WHEN spending.account_code = '' THEN activity.account_code ELSE spending.account_code END AS accountCode,
       attachment.name AS fileName, spending.recorded_by AS recordedBy
     FROM spending JOIN activity ON activity.id = activity_id LEFT JOIN spending_file ON spending_id = spending.id
     LEFT JOIN attachment ON attachment.id = attachment_id
     WHERE spending.date BETWEEN ? AND ? AND funding_source IN (SELECT value FROM json_each(?))
     ORDER BY spending.date, spending.id`,
    [from, to, JSON.stringify(sources)],
  )
}

/** Spending of an activity by month 'YYYY-MM'. */
export function spentByMonth(db: ReadDatabase, activityId: number): Map<string, number> {
  return new Map(
    db
      .all<{ month: string; amount: number }>(
        'SELECT substr(date, 1, 7) AS month, sum(amount) AS amount FROM spending WHERE activity_id = ? GROUP BY 1',
        [activityId],
      )
      .map(row => [row.month, row.amount]),
  )
}
