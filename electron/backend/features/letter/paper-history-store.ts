import { type HistoryMark, historyCode } from '../../../../shared/facts/history-mark.ts'
import type { CohortLetterKey } from '../../../../shared/facts/paper-key.ts'
import type { PlainDate } from '../../../../shared/kernel/plain-date.ts'
import type { ReadDatabase, WriteDatabase } from '../../database/connection.ts'
import { type HistoryDay, presentMark } from '../certificate/keys/history-day-store.ts'

/** The day of the history on a paper: that of its first print; before, the last signed one. */
export function historyOfPaper(db: ReadDatabase, cohortId: number, paper: CohortLetterKey): HistoryMark | null {
  const kept = db.get<Pick<HistoryDay, 'day' | 'head'>>(
    'SELECT day, head FROM paper_history JOIN history_day USING (day) WHERE cohort_id = ? AND paper_key = ?',
    [cohortId, paper],
  )
  return kept ? { day: kept.day, code: historyCode(kept.head) } : presentMark(db)
}

/** The value of the first print is kept. */
export function keepHistoryOfPaper(db: WriteDatabase, cohortId: number, paper: string, day: PlainDate): void {
  db.run(
    `INSERT INTO paper_history (cohort_id, paper_key, day) VALUES (?, ?, ?)
     ON CONFLICT (cohort_id, paper_key) DO NOTHING`,
    [cohortId, paper, day],
  )
}
